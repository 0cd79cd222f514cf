"""A graph copied into another store: its articles are put there, so that the target adds up by itself."""

from __future__ import annotations

from collections.abc import Iterable

from jejaring.graph.articles import counts, put
from jejaring.graph.change import MENTIONS
from jejaring.graph.rows import Row, ask, claim_of, document_of, mention_of
from jejaring.graph.store import Store
from jejaring.models import ArticleGraph

_BATCH = 200  # articles a transaction
_ARTICLES = "MATCH (a:Article) WHERE a.id IN $ids RETURN a ORDER BY a.id"
_CLAIMS = """MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE a.id IN $ids
MATCH (c)-[:SUBJECT]->(h:Entity) MATCH (c)-[:OBJECT]->(t:Entity) OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
RETURN a.id AS article, c AS claim, h.id AS head, t.id AS tail, s.id AS speaker ORDER BY article, c.id"""


def stored(store: Store, ids: Iterable[str]) -> list[ArticleGraph]:
    """The articles of `ids` that the graph holds, sorted by id, as they were put but without their text and cuts."""
    wanted = sorted(set(ids))
    claims, mentions = _grouped(ask(store, _CLAIMS, wanted)), _grouped(ask(store, MENTIONS, wanted))
    articles = []
    for row in ask(store, _ARTICLES, wanted):
        properties = row["a"]["properties"]
        key = properties["id"]
        articles.append(
            ArticleGraph(
                document=document_of(properties),
                story=properties["story"],
                fingerprint=properties["fingerprint"],
                entities=tuple(mention_of(mention) for mention in mentions.get(key, [])),
                claims=tuple(claim_of({**claim["claim"]["properties"], **claim}) for claim in claims.get(key, [])),
            )
        )
    return articles


def push(source: Store, target: Store) -> dict[str, int]:
    """Put every article of `source` into `target`; returns how many nodes and edges of each type `target` then has.

    What the target has unchanged is not written again; an article that both have becomes the source's.
    """
    ids = [row["id"] for row in source.read("MATCH (a:Article) RETURN a.id AS id ORDER BY id")]
    for at in range(0, len(ids), _BATCH):
        put(target, stored(source, ids[at : at + _BATCH]))
    return counts(target)


def _grouped(rows: list[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["article"], []).append(row)
    return groups
