"""The best simple paths through a neighbourhood, cheapest first.

The cost of a path is the sum over its edges of

    1 + MODALITY[modality] + 0.3 * (1 - confidence) + 0.2 / sources + 0.5 * denied / claims (if asserted)

plus, for each entity inside the path, HUB * log2(degree / 8) where it has more than 8 edges: a way through something
that everything connects to (a country, a big city) says little. `sources` counts independent sources of claims of the
edge, `denied` those of its claims that deny what others assert, `degree` all edges of the entity. So a hop more costs
more than any doubt about an asserted edge, but a denied edge costs more than two asserted ones. Between two entities
the cheapest edge stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import islice
from math import log2
from types import MappingProxyType

import networkx as nx

from jejaring.models import Modality
from jejaring.queries.rows import EdgeRow, Node
from jejaring.trace.neighbourhood import Neighbourhood

MODALITY = MappingProxyType({Modality.ASSERTED: 0.0, Modality.PLANNED: 0.5, Modality.HOPED: 0.8, Modality.DENIED: 1.5})
DOUBT = 0.3
SINGLE = 0.2
DISPUTE = 0.5
HUB = 0.1
MANY = 8  # edges from which an entity counts as a hub
_MOST_STEPS = 100_000  # partial paths looked at: what is found by then is kept


def cost_of(edge: EdgeRow) -> float:
    """What one edge costs (see the module's docstring): 1 at least."""
    doubt = DOUBT * (1 - edge.confidence) + SINGLE / max(1, edge.sources)
    dispute = DISPUTE * edge.denied / edge.claims if edge.modality == Modality.ASSERTED and edge.denied else 0.0
    return 1 + MODALITY[edge.modality] + doubt + dispute


def hub_cost(node: Node) -> float:
    """What going through an entity costs: 0 up to MANY edges, then more for every doubling."""
    return HUB * log2(node.degree / MANY) if node.degree > MANY else 0.0


def best_edges(edges: Iterable[EdgeRow]) -> list[EdgeRow]:
    """Edges of one pair of entities, cheapest first."""
    return sorted(edges, key=lambda e: (cost_of(e), e.type, e.id))


def cheapest(around: Neighbourhood, one: str, other: str, max_hops: int, limit: int) -> list[tuple[float, list[str]]]:
    """The `limit` cheapest simple paths of at most `max_hops` edges, as (cost, ids of entities)."""
    graph = _simple(around)
    if one not in graph or other not in graph:
        return []
    return list(islice(_best_first(graph, one, other, max_hops), limit))


def _simple(around: Neighbourhood) -> nx.Graph[str]:
    """One edge a pair, at the cost of the cheapest; entering an entity costs what it costs as a hub."""
    graph: nx.Graph[str] = nx.Graph()
    for edge in best_edges(around.edges.values()):
        if not graph.has_edge(edge.head, edge.tail):
            graph.add_edge(edge.head, edge.tail, cost=cost_of(edge))
    for node in graph:
        graph.nodes[node]["hub"] = hub_cost(around.nodes[node])
    return graph


def _best_first(graph: nx.Graph[str], one: str, other: str, max_hops: int) -> Iterator[tuple[float, list[str]]]:
    """Simple paths in order of cost: partial paths wait in a heap at what they cost plus the least that is to come."""
    to_come = nx.single_source_dijkstra_path_length(graph, other, weight="cost")
    hops_to_come = nx.single_source_shortest_path_length(graph, other)
    heap: list[tuple[float, list[str], float]] = [(to_come.get(one, 0.0), [one], 0.0)]
    for _ in range(_MOST_STEPS):
        if not heap:
            return
        _, path, spent = heappop(heap)
        if path[-1] == other:
            yield round(spent, 6), path
            continue
        for node in graph[path[-1]]:
            if node not in path and len(path) + hops_to_come.get(node, max_hops) <= max_hops:
                cost = spent + graph[path[-1]][node]["cost"] + (0.0 if node == other else graph.nodes[node]["hub"])
                heappush(heap, (round(cost + to_come[node], 9), [*path, node], cost))
