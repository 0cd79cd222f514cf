// name: claims
// title: Sentences of a connection
// title_id: Kalimat-kalimat suatu hubungan
// question: Which sentences say that one thing is connected to another?
// question_id: Kalimat mana yang menyatakan bahwa suatu hal terhubung dengan hal lain?
// param: one entity | the one end, whichever | ujung yang satu, yang mana saja
// param: other entity | the other end | ujung yang lain
// param: type edge = null | only edges of this type | hanya hubungan jenis ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: claim, head, type, tail, modality, sentence, speaker, confidence, outlet, published, title, url
// mode: read
// since: 0.1.0
MATCH (a:Entity {id: $one})-[r]-(b:Entity {id: $other})
WHERE $type IS NULL OR type(r) = $type
WITH r, r.id AS edge
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH r, c, x
ORDER BY type(r), CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, c.id
LIMIT $limit
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
RETURN c.id AS claim, startNode(r).name AS head, type(r) AS type, endNode(r).name AS tail, c.modality AS modality,
       c.evidence AS sentence, s.name AS speaker, c.confidence AS confidence, x.outlet AS outlet,
       coalesce(x.published, '© ' + toString(x.copyright_year)) AS published, x.title AS title, x.url AS url
ORDER BY type, CASE modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         confidence DESC, claim
