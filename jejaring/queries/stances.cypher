// name: stances
// title: Who supports or opposes what
// title_id: Siapa mendukung atau menentang apa
// question: Who backs this, and who is against it?
// question_id: Siapa yang mendukung hal ini, dan siapa yang menentangnya?
// param: entity entity | what is backed or opposed | yang didukung atau ditentang
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: who, label, type, modality, claims, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:SUPPORTS|OPPOSES]->(b:Entity {id: $entity})
WHERE $modality IS NULL OR r.modality = $modality
WITH a, r, b, r.id AS edge ORDER BY type(r), r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS who, [l IN labels(a) WHERE l <> 'Entity'][0] AS label, type(r) AS type, r.modality AS modality,
       claims, r.sources AS sources, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY type, sources DESC, who, r.id
