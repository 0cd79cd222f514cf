"""What the graph holds: what one article brings to it, and what entities and edges add up to."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from jejaring.models.claim import Evidence, Modality
from jejaring.models.document import Document
from jejaring.models.record import Record


class EntityMention(Record):
    """What one article says of one entity: its stable id, its fullest name there, and how often each form stands."""

    id: str
    label: str
    name: str
    canonical: str | None = Field(None, description="the name the lexicon knows it by, if it does")
    forms: dict[str, int] = Field(
        default_factory=dict, description="each form that stands in the text, name included, and its count"
    )
    attrs: dict[str, Any] = Field(default_factory=dict)


class GraphClaim(Record):
    """A claim whose ends are entities of the graph; `edge` is the id of the edge it supports."""

    id: str
    edge: str
    type: str
    head: str
    tail: str
    modality: Modality
    evidence: Evidence
    attributed_to: str | None = None
    confidence: float
    extractor: str
    rule: str
    attrs: dict[str, Any] = Field(default_factory=dict)
    reasons: tuple[str, ...] = ()


class ArticleGraph(Record):
    """One article as the graph keeps it; `fingerprint` changes when its text, metadata or reading changes.

    `story` is the same for copies of one text, so that they count as one source.
    """

    document: Document
    story: str
    fingerprint: str
    entities: tuple[EntityMention, ...] = ()
    claims: tuple[GraphClaim, ...] = ()


class Entity(Record):
    """One real-world thing over all articles: a sum of its EntityMentions, whatever their order."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    alias_counts: tuple[int, ...] = ()
    search: str
    articles: int
    attrs: dict[str, Any] = Field(default_factory=dict)


class Edge(Record):
    """What all claims for one (head, type, tail, key) add up to.

    The four counts are numbers of claims by modality; `modality` is the strongest of them (asserted, planned, hoped,
    denied); `sources` counts stories, so that copies count once; `first` and `last` are the articles' dates (ISO, or a
    bare year), None where no article is dated; `confidence` is the best claim's.
    """

    id: str
    type: str
    head: str
    tail: str
    asserted: int = 0
    planned: int = 0
    hoped: int = 0
    denied: int = 0
    modality: Modality
    articles: int
    sources: int
    first: str | None = None
    last: str | None = None
    confidence: float
    attrs: dict[str, Any] = Field(default_factory=dict)
