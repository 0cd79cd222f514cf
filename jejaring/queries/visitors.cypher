// name: visitors
// title: Visitors of a place
// title_id: Pengunjung suatu tempat
// question: Who visited this place or institution?
// question_id: Siapa yang mengunjungi tempat atau lembaga ini?
// param: place entity | the place or institution | tempat atau lembaganya
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: visitor, label, place, modality, claims, sources, first, last, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:VISITED]->(b:Entity {id: $place})
WHERE $modality IS NULL OR r.modality = $modality
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS visitor, [l IN labels(a) WHERE l <> 'Entity'][0] AS label, b.name AS place, r.modality AS modality,
       claims, r.sources AS sources, r.first AS first, r.last AS last, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, r.id
