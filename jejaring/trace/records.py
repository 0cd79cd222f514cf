"""What a trace is made of."""

from __future__ import annotations

from typing import Any

from pydantic import Field, field_validator

from jejaring.errors import OntologyError
from jejaring.models import Modality
from jejaring.models.record import Record
from jejaring.ontology import EDGES
from jejaring.queries.rows import EdgeRow, Node, Sentence, when


class TraceOptions(Record):
    """How far and how wide to look.

    `types` keeps only edges of these types, `modalities` only edges whose strongest claim is one of these;
    `neighbours` is how many edges of one entity, and `frontier` how many entities, are followed in one hop.
    """

    max_hops: int = Field(4, ge=1, le=8)
    limit: int = Field(5, ge=1, le=100)
    types: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = tuple(Modality)
    min_confidence: float = Field(0.0, ge=0, le=1)
    neighbours: int = Field(200, ge=1)
    frontier: int = Field(2000, ge=1)

    @field_validator("types")
    @classmethod
    def _known_types(cls, types: tuple[str, ...]) -> tuple[str, ...]:
        for kind in types:
            if kind not in EDGES:
                raise OntologyError(what=f"the edge type {kind!r}")
        return types


class Link(Record):
    """Another edge between the two ends of a hop, in its true direction."""

    type: str
    head: str
    tail: str
    modality: Modality
    attrs: dict[str, Any] = Field({})


class Hop(Record):
    """One edge of a path in its true direction (`forward`: the path goes from its head to its tail).

    `sentence` is its best one (asserted first, then the most confident, then the earliest), `also` what else joins the
    same two ends.
    """

    edge: EdgeRow
    head: Node
    tail: Node
    forward: bool
    sentence: Sentence | None
    also: tuple[Link, ...] = ()


class Path(Record):
    """One way to get from `nodes[0]` to `nodes[-1]`; the lower the `cost`, the better (see trace/paths.py).

    `score` is 1 / cost: 0.83 for one asserted, certain edge of a single source, 0.25 for three or four of them.
    """

    nodes: tuple[Node, ...]
    hops: tuple[Hop, ...]
    cost: float
    score: float


class SharedArticle(Record):
    """An article that names both ends. That is no connection: it may name them for unrelated reasons."""

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    copyright_year: int | None = None

    def when(self, lang: str = "en") -> str:
        """The article's day, else its copyright year and that it is one, else that it is undated."""
        return when(self.published, self.copyright_year, lang)


class Near(Record):
    """What an end that could not be joined does connect to."""

    end: Node
    hops: tuple[Hop, ...] = ()


class Pair(Record):
    """Two ends: the ranked paths between them; where there is none, what they share and what is near each."""

    one: Node
    other: Node
    paths: tuple[Path, ...] = ()
    shared: tuple[SharedArticle, ...] = ()
    near: tuple[Near, ...] = ()


class Trace(Record):
    """How `ends` connect.

    `pairs` holds every two of them in the order given; `joined` is the cheapest set of paths that joins all that can be
    joined; `groups` are the ends that hang together, one group where all do. `cut` names the entities with more edges
    than were followed, so that a weaker way through them may have been missed.
    """

    ends: tuple[Node, ...]
    options: TraceOptions
    pairs: tuple[Pair, ...]
    joined: tuple[Path, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    cut: tuple[Node, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The ranked paths of a trace between two; of a trace between more, those that join them."""
        return self.pairs[0].paths if len(self.pairs) == 1 else self.joined

    @property
    def connected(self) -> bool:
        """Whether all ends hang together."""
        return len(self.groups) == 1
