// name: partners-of-partners
// title: Partners of partners
// title_id: Mitra dari mitra
// question: Whom would a partner of this entity know that it does not work with itself?
// question_id: Siapa mitra dari mitra entitas ini yang belum bekerja sama langsung dengannya?
// param: entity entity | the entity | entitasnya
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: partner, partner_modality, reached, label, modality, sources, sentence, outlet, published
// mode: read
// since: 0.1.0
MATCH (e:Entity {id: $entity})-[first:PARTNERED_WITH]-(a:Entity)
MATCH (a)-[r:PARTNERED_WITH]-(b:Entity)
WHERE b.id <> $entity AND NOT EXISTS { MATCH (b)-[:PARTNERED_WITH]-(:Entity {id: $entity}) }
WITH first, a, r, b, r.id AS edge ORDER BY r.sources DESC, first.id, r.id LIMIT $limit
MATCH (c:Claim {edge: edge})-[:STATED_IN]->(x:Article)
WITH first, a, r, b, c, x
ORDER BY CASE c.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END,
         c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), c.id
WITH first, a, r, b,
     collect({sentence: c.evidence, outlet: x.outlet,
              published: coalesce(x.published, '© ' + toString(x.copyright_year))})[0] AS best
RETURN a.name AS partner, first.modality AS partner_modality, b.name AS reached,
       [l IN labels(b) WHERE l <> 'Entity'][0] AS label, r.modality AS modality, r.sources AS sources,
       best.sentence AS sentence, best.outlet AS outlet, best.published AS published
ORDER BY sources DESC, first.id, r.id
