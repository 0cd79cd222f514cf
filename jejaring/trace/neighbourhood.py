"""The part of the graph in which two entities may connect, collected from both ends, hop by hop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from jejaring.graph.store import Store
from jejaring.queries.rows import EDGE, STRENGTH, EdgeRow, Node, edge_row, nodes
from jejaring.trace.records import TraceOptions

# Entity to entity only: that an article mentions two things joins nothing. The strongest edges of each entity come
# first, the last tie is broken by id, so that the cut is the same in every run and store.
_NEIGHBOURS = f"""
UNWIND $ids AS id
MATCH (a:Entity {{id: id}})-[r]-(:Entity)
WHERE r.modality IN $modalities AND r.confidence >= $confidence AND ($types IS NULL OR type(r) IN $types)
WITH a, r ORDER BY a.id, {STRENGTH.format("r")}, r.sources DESC, r.confidence DESC, r.id
WITH a.id AS id, count(r) AS degree, collect({EDGE})[..$neighbours] AS edges
RETURN id, degree, edges
ORDER BY id
"""


@dataclass
class Neighbourhood:
    """Edges by id, and the entities among them; `cut` are those whose edges were not all followed."""

    edges: dict[str, EdgeRow] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    cut: set[str] = field(default_factory=set)

    def graph(self) -> nx.MultiGraph[str]:
        """The edges as an undirected networkx graph, keyed by their ids."""
        graph: nx.MultiGraph[str] = nx.MultiGraph()
        for key in sorted(self.edges):
            graph.add_edge(self.edges[key].head, self.edges[key].tail, key=key)
        return graph


def between(store: Store, one: str, other: str, options: TraceOptions) -> Neighbourhood:
    """Everything on a way of at most `options.max_hops` edges between two entities, as far as the limits go.

    Both ends are expanded by half of the hops each: what lies in the middle need not be expanded, so a hub there costs
    nothing.
    """
    around = Neighbourhood()
    seen = {end: {end} for end in (one, other)}
    frontiers = {end: {end} for end in (one, other)}
    for hop in range(options.max_hops):
        end = (one, other)[hop % 2]
        met = _expand(store, frontiers[end], options, around)
        frontiers[end] = met - seen[end] - {one, other}
        seen[end] |= met
    _prune(around, one, other, options.max_hops)
    around.nodes = nodes(store, {one, other}.union(*((e.head, e.tail) for e in around.edges.values())))
    return around


def near(store: Store, entity: str, options: TraceOptions, limit: int = 3) -> list[EdgeRow]:
    """The strongest edges of an entity."""
    found = _read(store, [entity], options)
    return [edge_row(edge) for edge in found[0]["edges"][:limit]] if found else []


def _read(store: Store, ids: Iterable[str], options: TraceOptions) -> list[dict[str, Any]]:
    params = {
        "ids": sorted(ids),
        "modalities": [str(modality) for modality in options.modalities],
        "confidence": options.min_confidence,
        "types": list(options.types) or None,
        "neighbours": options.neighbours,
    }
    return store.read(_NEIGHBOURS, params)


def _expand(store: Store, frontier: set[str], options: TraceOptions, around: Neighbourhood) -> set[str]:
    """Follow the edges of `frontier` (the first `options.frontier` ids of it); the entities at their other ends."""
    met: set[str] = set()
    kept = sorted(frontier)[: options.frontier]
    around.cut |= frontier - set(kept)
    for row in _read(store, kept, options):
        if row["degree"] > options.neighbours:
            around.cut.add(row["id"])
        for edge in map(edge_row, row["edges"]):
            around.edges[edge.id] = edge
            met |= {edge.head, edge.tail}
    return met


def _prune(around: Neighbourhood, one: str, other: str, max_hops: int) -> None:
    """Keep only edges that lie on a way short enough."""
    graph = around.graph()
    steps = [_steps(graph, end, max_hops) for end in (one, other)]
    far = max_hops + 1

    def is_useful(edge: EdgeRow) -> bool:
        ends = ((edge.head, edge.tail), (edge.tail, edge.head))
        return any(steps[0].get(a, far) + 1 + steps[1].get(b, far) <= max_hops for a, b in ends)

    around.edges = {key: edge for key, edge in around.edges.items() if is_useful(edge)}


def _steps(graph: nx.MultiGraph[str], end: str, max_hops: int) -> dict[str, int]:
    if end not in graph:
        return {}
    return dict(nx.single_source_shortest_path_length(graph, end, cutoff=max_hops))
