// name: offices
// title: Who holds which office
// title_id: Siapa menjabat apa
// question: Who holds, or held, which office, in this institution or by this person?
// question_id: Siapa menjabat, atau pernah menjabat, apa di lembaga ini atau oleh orang ini?
// param: entity entity = null | an institution or a person; all offices if left out | lembaga atau orang; semua jabatan jika dikosongkan
// param: modality modality = null | only edges of this modality | hanya hubungan dengan modalitas ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: person, title, former, institution, modality, claims, sources, first, last, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Person)-[r:HOLDS_POSITION]->(b:Institution)
WHERE ($entity IS NULL OR a.id = $entity OR b.id = $entity) AND ($modality IS NULL OR r.modality = $modality)
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS person, r.title AS title, coalesce(r.former, false) AS former, b.name AS institution,
       r.modality AS modality, claims, r.sources AS sources, r.first AS first, r.last AS last,
       best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, institution, person, r.id
