// name: neighbours
// title: Neighbours of an entity
// title_id: Tetangga entitas
// question: What is this entity connected to, and how?
// question_id: Entitas ini terhubung dengan apa saja, dan bagaimana?
// param: entity entity | the entity | entitasnya
// param: type edge = null | only edges of this type | hanya hubungan jenis ini
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: head, type, tail, neighbour, label, modality, detail, claims, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity {id: $entity})-[r]-(b:Entity)
WHERE ($type IS NULL OR type(r) = $type) AND ($modality IS NULL OR r.modality = $modality)
WITH a, r, b, r.id AS edge ORDER BY type(r), r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN startNode(r).name AS head, type(r) AS type, endNode(r).name AS tail, b.id AS neighbour,
       [l IN labels(b) WHERE l <> 'Entity'][0] AS label, r.modality AS modality, coalesce(r.title, r.role) AS detail,
       claims, r.sources AS sources, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY type, sources DESC, neighbour, r.id
