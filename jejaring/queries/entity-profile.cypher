// name: entity-profile
// title: Profile of an entity
// title_id: Profil entitas
// question: Who or what is this, and how much is known of it?
// question_id: Siapa atau apa ini, dan seberapa banyak yang diketahui tentangnya?
// param: entity entity | the entity | entitasnya
// returns: id, label, name, aliases, kind, date, size, articles, asserted, planned, hoped, denied
// mode: read
// since: 0.1.0
MATCH (e:Entity {id: $entity})
OPTIONAL MATCH (e)-[r]-(:Entity)
WITH e, r.modality AS modality
RETURN e.id AS id, [l IN labels(e) WHERE l <> 'Entity'][0] AS label, e.name AS name, e.aliases AS aliases,
       e.kind AS kind, e.date AS date, e.size AS size, e.articles AS articles,
       sum(CASE WHEN modality = 'asserted' THEN 1 ELSE 0 END) AS asserted,
       sum(CASE WHEN modality = 'planned' THEN 1 ELSE 0 END) AS planned,
       sum(CASE WHEN modality = 'hoped' THEN 1 ELSE 0 END) AS hoped,
       sum(CASE WHEN modality = 'denied' THEN 1 ELSE 0 END) AS denied
ORDER BY id
