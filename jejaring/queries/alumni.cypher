// name: alumni
// title: Alumni of a programme
// title_id: Alumni suatu program
// question: Who took this programme or studied at this institution?
// question_id: Siapa alumni program atau lembaga ini?
// param: programme entity | the programme or institution | program atau lembaganya
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: alumnus, label, size, modality, claims, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:ALUMNI_OF]->(b:Entity {id: $programme})
WHERE $modality IS NULL OR r.modality = $modality
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS alumnus, [l IN labels(a) WHERE l <> 'Entity'][0] AS label, a.size AS size, r.modality AS modality,
       claims, r.sources AS sources, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, alumnus, r.id
