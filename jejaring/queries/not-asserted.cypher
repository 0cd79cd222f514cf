// name: not-asserted
// title: Planned, hoped or denied only
// title_id: Hanya rencana, harapan, atau bantahan
// question: What is said to come, is hoped for or denied, and nowhere told as a fact?
// question_id: Apa yang direncanakan, diharapkan, atau dibantah, dan belum pernah dinyatakan terjadi?
// param: entity entity = null | only what touches this entity | hanya yang menyangkut entitas ini
// param: type edge = null | only edges of this type | hanya hubungan jenis ini
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: head, type, tail, modality, planned, hoped, denied, sources, last, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.modality <> 'asserted' AND ($entity IS NULL OR a.id = $entity OR b.id = $entity)
  AND ($type IS NULL OR type(r) = $type)
WITH a, r, b, r.id AS edge ORDER BY r.sources DESC, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH a, r, b, count(c) AS claims,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS head, type(r) AS type, b.name AS tail, r.modality AS modality, r.planned AS planned,
       r.hoped AS hoped, r.denied AS denied, r.sources AS sources, r.last AS last,
       best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, r.id
