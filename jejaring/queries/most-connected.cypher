// name: most-connected
// title: Most connected
// title_id: Paling terhubung
// question: Which entities have the most asserted connections?
// question_id: Entitas mana yang paling banyak terhubung?
// param: label label = null | only entities of this label | hanya entitas dengan label ini
// param: limit integer = 20 | at most so many rows | paling banyak sekian baris
// returns: id, label, name, asserted, others, neighbours, articles
// mode: read
// since: 0.1.0
MATCH (e:Entity)-[r]-(n:Entity)
WHERE $label IS NULL OR $label IN labels(e)
WITH e, count(DISTINCT n) AS neighbours,
     sum(CASE WHEN r.modality = 'asserted' THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN r.modality = 'asserted' THEN 0 ELSE 1 END) AS others
RETURN e.id AS id, [l IN labels(e) WHERE l <> 'Entity'][0] AS label, e.name AS name, asserted, others, neighbours,
       e.articles AS articles
ORDER BY asserted DESC, neighbours DESC, id
LIMIT $limit
