"""The ontology as data: labels and edge types from nodes.yaml and edges.yaml; everything else derives from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from jejaring.errors import OntologyError


@dataclass(frozen=True)
class NodeType:
    """A node label: its names for people (`id`, `en`), whether it acts, and how pictures draw it."""

    label: str
    id: str
    en: str
    actor: bool
    colour: str
    shape: str


@dataclass(frozen=True)
class EdgeType:
    """An edge type: its names for people, the (from, to) label pairs it allows, symmetry, key and attributes."""

    type: str
    id: str
    en: str
    pairs: frozenset[tuple[str, str]]
    symmetric: bool
    key: str | None
    attrs: tuple[str, ...]

    @property
    def heads(self) -> frozenset[str]:
        """The labels that the edge may start from."""
        return frozenset(head for head, _ in self.pairs)

    @property
    def tails(self) -> frozenset[str]:
        """The labels that the edge may end at."""
        return frozenset(tail for _, tail in self.pairs)


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files(__package__) / name).read_text(encoding="utf-8"))
    return data


def _labels(names: list[str], lists: dict[str, list[str]]) -> list[str]:
    return [label for name in names for label in lists.get(name, [name])]


def _edge(kind: str, row: dict[str, Any], lists: dict[str, list[str]]) -> EdgeType:
    pairs = [tuple(pair) for pair in row.get("pairs", [])] or [
        (head, tail) for head in _labels(row["from"], lists) for tail in _labels(row["to"], lists)
    ]
    return EdgeType(
        type=kind,
        id=row["id"],
        en=row["en"],
        pairs=frozenset(pairs),
        symmetric=row.get("symmetric", False),
        key=row.get("key"),
        attrs=tuple(row.get("attrs", ())),
    )


def _load_edges() -> dict[str, EdgeType]:
    data = _read("edges.yaml")
    return {kind: _edge(kind, row, data["lists"]) for kind, row in data["edges"].items()}


NODES: Mapping[str, NodeType] = MappingProxyType({k: NodeType(k, **row) for k, row in _read("nodes.yaml").items()})
EDGES: Mapping[str, EdgeType] = MappingProxyType(_load_edges())
LABELS: tuple[str, ...] = tuple(NODES)
ACTORS: frozenset[str] = frozenset(label for label, node in NODES.items() if node.actor)


def allows(edge: str, head: str, tail: str) -> bool:
    """Whether the ontology allows an edge of type `edge` from a node labelled `head` to one labelled `tail`."""
    return edge in EDGES and (head, tail) in EDGES[edge].pairs


def check_label(label: str) -> str:
    """`label`, if the ontology has it; raises OntologyError."""
    if label not in NODES:
        raise OntologyError(what=f"the node label {label!r}")
    return label


def check_edge(edge: str, head: str, tail: str) -> None:
    """Raises OntologyError where `allows` would say no."""
    if not allows(edge, head, tail):
        raise OntologyError(what=f"{edge} from {head} to {tail}")
