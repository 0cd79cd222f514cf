"""One entity with its edges, and the sentences that say so."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pydantic import Field

from jejaring.errors import NoSuchEntityError
from jejaring.graph.store import Store
from jejaring.models.record import Record
from jejaring.queries.rows import EDGE, LABEL, STRENGTH, EdgeRow, Node, Sentence, edge_row, nodes, sentences

_ENTITY = f"""
MATCH (e:Entity {{id: $id}})
RETURN e.id AS id, {LABEL.format("e")} AS label, e.name AS name, e.aliases AS aliases, e.articles AS articles,
       e.kind AS kind, e.date AS date, e.size AS size
ORDER BY id
"""
_EDGES = f"""
MATCH (e:Entity {{id: $id}})-[r]-(:Entity)
WITH r ORDER BY {STRENGTH.format("r")}, r.sources DESC, r.confidence DESC, type(r), r.id
RETURN {EDGE} AS edge
ORDER BY {STRENGTH.format("r")}, r.sources DESC, r.confidence DESC, type(r), r.id
LIMIT $limit
"""
_COUNTS = """
MATCH (e:Entity {id: $id})-[r]-(:Entity)
RETURN type(r) AS type, r.modality AS modality, count(r) AS edges
ORDER BY type, modality
"""


class ProfileEdge(Record):
    """An edge of the profiled entity, both its ends, and its best sentences."""

    edge: EdgeRow
    head: Node
    tail: Node
    sentences: tuple[Sentence, ...] = ()


class Profile(Record):
    """An entity: its names and attributes, how many edges it has by modality and by type, and the strongest of them."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    articles: int = 0
    attrs: dict[str, Any] = Field({})
    modalities: dict[str, int] = Field({})
    types: dict[str, int] = Field({})
    edges: tuple[ProfileEdge, ...] = ()

    @property
    def total(self) -> int:
        """How many edges it has, shown or not."""
        return sum(self.modalities.values())


def show(store: Store, entity_id: str, limit: int = 50, evidence: int = 1) -> Profile:
    """The profile of an entity with at most `limit` edges and `evidence` sentences each; NoSuchEntityError."""
    found = store.read(_ENTITY, {"id": entity_id})
    if not found:
        raise NoSuchEntityError(id=entity_id)
    row = found[0]
    counts = store.read(_COUNTS, {"id": entity_id})
    return Profile(
        id=row["id"],
        label=row["label"],
        name=row["name"],
        aliases=tuple(row["aliases"] or ()),
        articles=row["articles"] or 0,
        attrs={name: row[name] for name in ("kind", "date", "size") if row[name] is not None},
        modalities=_sums(counts, "modality"),
        types=_sums(counts, "type"),
        edges=_edges(store, entity_id, limit, evidence),
    )


def _sums(counts: list[dict[str, Any]], column: str) -> dict[str, int]:
    total: Counter[str] = Counter()
    for row in counts:
        total[row[column]] += row["edges"]
    return dict(sorted(total.items()))


def _edges(store: Store, entity_id: str, limit: int, evidence: int) -> tuple[ProfileEdge, ...]:
    rows = [edge_row(row["edge"]) for row in store.read(_EDGES, {"id": entity_id, "limit": limit})]
    ends = nodes(store, (end for row in rows for end in (row.head, row.tail)))
    said = sentences(store, (row.id for row in rows), evidence)
    return tuple(
        ProfileEdge(edge=row, head=ends[row.head], tail=ends[row.tail], sentences=said.get(row.id, ())) for row in rows
    )
