// name: funding
// title: Who funds whom
// title_id: Siapa mendanai siapa
// question: Who gave money or goods to whom, and how much?
// question_id: Siapa memberi dana atau barang kepada siapa, dan berapa?
// param: entity entity = null | giver or receiver; all if left out | pemberi atau penerima; semua jika dikosongkan
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: giver, receiver, amount, currency, modality, claims, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:FUNDED]->(b:Entity)
WHERE ($entity IS NULL OR a.id = $entity OR b.id = $entity) AND ($modality IS NULL OR r.modality = $modality)
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS giver, b.name AS receiver, r.amount AS amount, r.currency AS currency, r.modality AS modality,
       claims, r.sources AS sources, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, r.id
