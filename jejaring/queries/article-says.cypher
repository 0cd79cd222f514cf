// name: article-says
// title: What an article says
// title_id: Apa yang dikatakan suatu artikel
// question: Which facts were read in this article?
// question_id: Fakta apa saja yang dibaca dari artikel ini?
// param: article article | the article's id, name, URL or title | id, nama, URL, atau judul artikelnya
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: claim, head, type, tail, modality, sentence, speaker, confidence, rule
// mode: read
// since: 0.1.0
MATCH (c:Claim)-[:STATED_IN]->(x:Article {id: $article})
MATCH (c)-[:SUBJECT]->(a:Entity)
MATCH (c)-[:OBJECT]->(b:Entity)
WITH x, c, a, b ORDER BY x.id, c.evidence_start, c.id LIMIT $limit
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
RETURN c.id AS claim, a.name AS head, c.edge_type AS type, b.name AS tail, c.modality AS modality,
       c.evidence AS sentence, s.name AS speaker, c.confidence AS confidence, c.rule AS rule
ORDER BY x.id, c.evidence_start, claim
