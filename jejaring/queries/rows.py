"""Entities, edges and sentences as they come out of a store, as records; every layer above asks with these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import Field

from jejaring import ontology
from jejaring.graph.store import Store
from jejaring.models.claim import Modality
from jejaring.models.record import Record

MODALITIES: tuple[str, ...] = tuple(Modality)
ATTRIBUTES: tuple[str, ...] = tuple(sorted({name for edge in ontology.EDGES.values() for name in edge.attrs}))
# 0 for asserted up to 3 for denied, of {0}.modality, to sort by.
STRENGTH = "CASE {0}.modality WHEN 'asserted' THEN 0 WHEN 'planned' THEN 1 WHEN 'hoped' THEN 2 ELSE 3 END"
_FIELDS = ("id", *MODALITIES, "modality", "articles", "sources", "first", "last", "confidence", *ATTRIBUTES)
# An edge `r` as a map, its ends by id.
EDGE = (
    "{type: type(r), head: startNode(r).id, tail: endNode(r).id, "
    + ", ".join(f"{name}: r.{name}" for name in _FIELDS)
    + "}"
)
LABEL = "[l IN labels({0}) WHERE l <> 'Entity'][0]"

_NODES = f"""
UNWIND $ids AS id
MATCH (e:Entity {{id: id}})
RETURN e.id AS id, {LABEL.format("e")} AS label, e.name AS name, COUNT {{ (e)--(:Entity) }} AS degree
ORDER BY id
"""
_SENTENCES = f"""
UNWIND $edges AS edge
MATCH (c:Claim {{edge: edge}})-[:STATED_IN]->(x:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
WITH edge, c, x, s
ORDER BY edge, {STRENGTH.format("c")}, c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'),
         x.id, c.evidence_start, c.id
WITH edge, count(c) AS claims, collect({{claim: c.id, text: c.evidence, modality: c.modality,
     confidence: c.confidence, rule: c.rule, speaker: s.name, article: x.id, title: x.title, outlet: x.outlet,
     url: x.url, published: x.published, copyright_year: x.copyright_year, rights: x.rights}})[..$limit] AS sentences
RETURN edge, claims, sentences
ORDER BY edge
"""


class Node(Record):
    """An entity in passing: `degree` is how many edges it has in all."""

    id: str
    label: str
    name: str
    degree: int = 0


class Sentence(Record):
    """One claim's sentence and where it stands; an article without a date may have a copyright year, or neither."""

    claim: str
    text: str
    modality: Modality
    confidence: float
    rule: str | None = None
    speaker: str | None = None
    article: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    copyright_year: int | None = None
    rights: str | None = None

    def when(self, lang: str = "en") -> str:
        """The article's day, else its copyright year and that it is one, else that it is undated."""
        return when(self.published, self.copyright_year, lang)


class EdgeRow(Record):
    """An edge between two entities in its true direction; the four counts are claims by modality."""

    id: str
    type: str
    head: str
    tail: str
    asserted: int = 0
    planned: int = 0
    hoped: int = 0
    denied: int = 0
    modality: Modality
    articles: int = 0
    sources: int = 0
    first: str | None = None
    last: str | None = None
    confidence: float = 0.0
    attrs: dict[str, Any] = Field({})

    @property
    def claims(self) -> int:
        """How many claims it rests on, whatever they say of it."""
        return self.asserted + self.planned + self.hoped + self.denied

    @property
    def symmetric(self) -> bool:
        """Whether head and tail may change places (met, partnered with): its direction then says nothing."""
        return ontology.EDGES[self.type].symmetric


def when(published: str | None, copyright_year: int | None, lang: str = "en") -> str:
    """A date as people read it: "2025-02-12", "© 2025 (copyright year)" or "undated"."""
    if published:
        return published[:10]
    if copyright_year:
        return f"© {copyright_year} ({'tahun hak cipta' if lang == 'id' else 'copyright year'})"
    return "tanpa tanggal" if lang == "id" else "undated"


def edge_row(row: dict[str, Any]) -> EdgeRow:
    """The record of an edge read as the map EDGE."""
    attrs = {name: row[name] for name in ATTRIBUTES if row.get(name) is not None}
    known = {name: value for name, value in row.items() if name not in ATTRIBUTES and value is not None}
    return EdgeRow.model_validate({**known, "attrs": attrs})


def nodes(store: Store, ids: Iterable[str]) -> dict[str, Node]:
    """The entities with these ids; an id that the store does not hold is left out."""
    return {row["id"]: Node.model_validate(row) for row in store.read(_NODES, {"ids": sorted(set(ids))})}


def sentences(store: Store, edges: Iterable[str], limit: int = 1) -> dict[str, tuple[Sentence, ...]]:
    """The best sentences of each edge: asserted first, then the most confident, then the earliest."""
    rows: Sequence[dict[str, Any]] = store.read(_SENTENCES, {"edges": sorted(set(edges)), "limit": limit})
    return {row["edge"]: tuple(Sentence.model_validate(s) for s in row["sentences"]) for row in rows}
