// name: articles-of
// title: Articles that name an entity
// title_id: Artikel yang menyebut suatu entitas
// question: Where is this entity written about?
// question_id: Di mana entitas ini diberitakan?
// param: entity entity | the entity | entitasnya
// param: limit integer = 50 | at most so many rows | paling banyak sekian baris
// returns: published, copyright_year, outlet, title, mentions, article, url, rights
// mode: read
// since: 0.1.0
MATCH (x:Article)-[m:MENTIONS]->(e:Entity {id: $entity})
RETURN x.published AS published, x.copyright_year AS copyright_year, x.outlet AS outlet, x.title AS title,
       m.count AS mentions, x.id AS article, x.url AS url, x.rights AS rights
ORDER BY coalesce(published, toString(copyright_year), '9999'), article
LIMIT $limit
