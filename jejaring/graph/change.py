"""What one transaction must write so that the graph is again what its articles add up to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jejaring import ontology
from jejaring.errors import NoGraphError
from jejaring.graph.rows import (
    Row,
    article_row,
    ask,
    batches,
    claim_row,
    claim_sum_row,
    edge_row,
    entity_row,
    mention_of,
    mention_row,
)
from jejaring.graph.store import Statement, Store
from jejaring.graph.sums import ClaimRow, Tally, edge
from jejaring.models import ArticleGraph

# The marker is locked before its revision is read: of two writers that saw the same revision one fails.
_GUARD = """MATCH (j:Jejaring {id: 'jejaring'}) SET j.locked = 1
WITH j WHERE j.revision = $seen SET j.revision = $seen + 1"""
_TALLIES = "MATCH (e:Entity) WHERE e.id IN $ids RETURN e.id AS id, labels(e) AS labels, e.tally AS tally ORDER BY id"
MENTIONS = """MATCH (a:Article)-[m:MENTIONS]->(e:Entity) WHERE a.id IN $ids
RETURN a.id AS article, e.id AS id, labels(e) AS labels, m.name AS name, m.canonical AS canonical, m.forms AS forms,
       m.form_counts AS form_counts, m.attrs AS attrs ORDER BY article, id"""
_CLAIM_ROW = """MATCH (c)-[:SUBJECT]->(h:Entity) MATCH (c)-[:OBJECT]->(t:Entity)
RETURN c.id AS id, c.edge AS edge, c.edge_type AS type, h.id AS head, t.id AS tail, c.modality AS modality,
       c.confidence AS confidence, c.attrs AS attrs, a.id AS article, a.story AS story, a.published AS published,
       a.copyright_year AS year ORDER BY id"""
_CLAIMS_OF_ARTICLES = f"MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE a.id IN $ids {_CLAIM_ROW}"
_CLAIMS_OF_EDGES = f"MATCH (c:Claim) WHERE c.edge IN $ids MATCH (c)-[:STATED_IN]->(a:Article) {_CLAIM_ROW}"
_STORIES = "MATCH (a:Article) WHERE a.id IN $ids RETURN DISTINCT a.story AS story ORDER BY story"
_POINTERS = {
    "SUBJECT": ("Entity", "head"),
    "OBJECT": ("Entity", "tail"),
    "ATTRIBUTED_TO": ("Entity", "speaker"),
    "STATED_IN": ("Article", "article"),
}


@dataclass
class _Before:
    """What the graph holds of the articles that go, and of all that they and the new ones touch."""

    revision: int
    stories: list[str]
    claims: list[ClaimRow]
    tallies: dict[str, Tally]
    others: list[ClaimRow] = field(default_factory=list)


def change(store: Store, gone: Sequence[str], articles: Sequence[ArticleGraph]) -> list[Statement]:
    """The statements that take out the articles `gone`, as far as they are there, and bring in `articles`.

    They hold for the graph as it is read here: if another writer comes between, the first of them fails.
    """
    for article in articles:
        _check(article)
    before = _read(store, gone, articles)
    after = [claim_sum_row(article, claim) for article in articles for claim in article.claims]
    return [
        Statement(_GUARD, {"seen": before.revision}, changes=2),
        *_remove(before, gone, {claim.edge for claim in (*before.others, *after)}),
        *_entities(before.tallies),
        *_articles(articles),
        *_claims(articles),
        *_edges([*before.others, *after]),
        *batches(
            """UNWIND $rows AS row MATCH (s:Story {id: row})
            WHERE NOT EXISTS { MATCH (s)<-[:IN_STORY]-(:Article) } DELETE s""",
            before.stories,
        ),
    ]


def _check(article: ArticleGraph) -> None:
    """Labels and types go into the statements' text, so the ontology must know them; ends are mentioned things."""
    labels = {mention.id: ontology.check_label(mention.label) for mention in article.entities}
    for claim in article.claims:
        ontology.check_edge(claim.type, labels.get(claim.head, "?"), labels.get(claim.tail, "?"))


def _read(store: Store, gone: Sequence[str], articles: Sequence[ArticleGraph]) -> _Before:
    marker = store.read("MATCH (j:Jejaring {id: 'jejaring'}) RETURN j.revision AS revision")
    if not marker:  # somebody emptied the database meanwhile
        raise NoGraphError(url=store.url)
    mentions = [mention_of(row) for row in ask(store, MENTIONS, gone)]
    new = [mention for article in articles for mention in article.entities]
    tallies = {
        row["id"]: Tally.load(next(label for label in row["labels"] if label != "Entity"), row["tally"])
        for row in ask(store, _TALLIES, [mention.id for mention in (*mentions, *new)])
    }
    for mention in mentions:
        tallies[mention.id].add(mention, -1)
    for mention in new:
        tallies.setdefault(mention.id, Tally(mention.label)).add(mention)
    claims = _claim_rows(ask(store, _CLAIMS_OF_ARTICLES, gone))
    touched = {claim.edge for claim in claims} | {claim.edge for article in articles for claim in article.claims}
    others = [row for row in _claim_rows(ask(store, _CLAIMS_OF_EDGES, touched)) if row.article not in set(gone)]
    stories = [row["story"] for row in ask(store, _STORIES, gone)]
    return _Before(marker[0]["revision"], stories, claims, tallies, others)


def _claim_rows(rows: Iterable[Row]) -> list[ClaimRow]:
    found = []
    for row in rows:
        published, year = row.pop("published"), row.pop("year")
        date = published[:10] if published else year and str(year)
        found.append(ClaimRow(**{**row, "attrs": json.loads(row["attrs"]), "date": date}))
    return found


def _remove(before: _Before, gone: Sequence[str], kept: set[str]) -> list[Statement]:
    """Claims and articles that go, edges that no claim is left for, entities that no article names any more."""
    lost: dict[str, dict[str, Row]] = {}
    for claim in before.claims:
        if claim.edge not in kept:
            head, tail = claim.ends
            lost.setdefault(claim.type, {})[claim.edge] = {"id": claim.edge, "head": head, "tail": tail}
    cypher = """UNWIND $rows AS row MATCH (h:Entity {{id: row.head}})-[r:{} {{id: row.id}}]->(t:Entity {{id: row.tail}})
    DELETE r"""
    return [
        *batches("UNWIND $rows AS row MATCH (c:Claim {id: row}) DETACH DELETE c", [c.id for c in before.claims]),
        *batches("UNWIND $rows AS row MATCH (a:Article {id: row}) DETACH DELETE a", sorted(gone)),
        *(s for kind in sorted(lost) for s in batches(cypher.format(kind), _sorted(lost[kind].values()))),
        *batches(
            "UNWIND $rows AS row MATCH (e:Entity {id: row}) DETACH DELETE e",
            sorted(key for key, tally in before.tallies.items() if not tally.articles),
        ),
    ]


def _entities(tallies: dict[str, Tally]) -> list[Statement]:
    by_label: dict[str, list[Row]] = {}
    for identity, tally in sorted(tallies.items()):
        if tally.articles:
            by_label.setdefault(tally.label, []).append(entity_row(identity, tally))
    cypher = "UNWIND $rows AS row MERGE (n:Entity {{id: row.id}}) SET n:{}, n = row.props"
    return [s for label in sorted(by_label) for s in batches(cypher.format(label), by_label[label])]


def _articles(articles: Sequence[ArticleGraph]) -> list[Statement]:
    rows = _sorted(article_row(article) for article in articles)
    mentions = [mention_row(article.document.id, mention) for article in articles for mention in article.entities]
    mentions.sort(key=lambda row: (row["article"], row["entity"]))
    stories = sorted({article.story for article in articles})
    return [
        *batches("UNWIND $rows AS row MERGE (s:Story {id: row})", stories),
        *batches(
            """UNWIND $rows AS row MATCH (s:Story {id: row.story}) MERGE (a:Article {id: row.id}) SET a = row
            MERGE (a)-[:IN_STORY]->(s)""",
            rows,
        ),
        *batches(
            """UNWIND $rows AS row MATCH (a:Article {id: row.article}) MATCH (e:Entity {id: row.entity})
            MERGE (a)-[m:MENTIONS]->(e) SET m = row.props""",
            mentions,
        ),
    ]


def _claims(articles: Sequence[ArticleGraph]) -> list[Statement]:
    rows = _sorted(claim_row(article, claim) for article in articles for claim in article.claims)
    pointers = [
        s
        for kind, (label, key) in _POINTERS.items()
        for s in batches(
            f"""UNWIND $rows AS row MATCH (c:Claim {{id: row.id}}) MATCH (n:{label} {{id: row.to}})
            MERGE (c)-[:{kind}]->(n)""",
            [{"id": row["id"], "to": row[key]} for row in rows if row[key]],
        )
    ]
    return [*batches("UNWIND $rows AS row MERGE (c:Claim {id: row.id}) SET c = row.props", rows), *pointers]


def _edges(claims: Iterable[ClaimRow]) -> list[Statement]:
    groups: dict[str, list[ClaimRow]] = {}
    for claim in claims:
        groups.setdefault(claim.edge, []).append(claim)
    by_type: dict[str, list[Row]] = {}
    for rows in groups.values():
        total = edge(rows)
        by_type.setdefault(total.type, []).append(edge_row(total))
    cypher = """UNWIND $rows AS row MATCH (h:Entity {{id: row.head}}) MATCH (t:Entity {{id: row.tail}})
    MERGE (h)-[r:{} {{id: row.id}}]->(t) SET r = row.props"""
    return [s for kind in sorted(by_type) for s in batches(cypher.format(kind), _sorted(by_type[kind]))]


def _sorted(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row["id"])
