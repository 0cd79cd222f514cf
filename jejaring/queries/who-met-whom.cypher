// name: who-met-whom
// title: Who met whom
// title_id: Siapa bertemu siapa
// question: Who met this entity, or who met whom at all?
// question_id: Siapa bertemu entitas ini, atau siapa bertemu siapa?
// param: entity entity = null | whose meetings; all of them if left out | pertemuan siapa; semua jika dikosongkan
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: one, other, modality, claims, sources, first, last, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:MET]->(b:Entity)
WHERE ($entity IS NULL OR a.id = $entity OR b.id = $entity) AND ($modality IS NULL OR r.modality = $modality)
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS one, b.name AS other, r.modality AS modality, claims, r.sources AS sources,
       r.first AS first, r.last AS last, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, r.id
