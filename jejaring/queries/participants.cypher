// name: participants
// title: Participants of an event
// title_id: Peserta suatu peristiwa
// question: Who organised this event or programme, and who took part?
// question_id: Siapa penyelenggara peristiwa atau program ini, dan siapa pesertanya?
// param: event entity | the event or programme | peristiwa atau programnya
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: who, label, type, role, count, modality, claims, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r:PARTICIPATED_IN|ORGANIZED|RUNS]->(b:Entity {id: $event})
WHERE $modality IS NULL OR r.modality = $modality
WITH a, r, b, r.id AS edge ORDER BY type(r), r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS who, [l IN labels(a) WHERE l <> 'Entity'][0] AS label, type(r) AS type, r.role AS role,
       r.count AS count, r.modality AS modality, claims, r.sources AS sources, best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY type, sources DESC, who, r.id
