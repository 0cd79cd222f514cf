"""Trace how entities connect: every two of them, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import networkx as nx

from jejaring.errors import NoSuchEntityError, TraceEndsError
from jejaring.graph.store import Store
from jejaring.queries.rows import EdgeRow, Node, Sentence, nodes, sentences
from jejaring.trace.neighbourhood import Neighbourhood, between, near
from jejaring.trace.paths import best_edges, cheapest
from jejaring.trace.records import Hop, Link, Near, Pair, Path, SharedArticle, Trace, TraceOptions

LEAST, MOST = 2, 8  # ends of one trace
_SHARED = """
MATCH (a:Entity {id: $one})<-[:MENTIONS]-(x:Article)-[:MENTIONS]->(b:Entity {id: $other})
RETURN x.id AS id, x.title AS title, x.outlet AS outlet, x.url AS url, x.published AS published,
       x.copyright_year AS copyright_year
ORDER BY coalesce(published, toString(copyright_year), '9999'), id
LIMIT 5
"""
_MOST_CUT = 10


def trace(store: Store, ids: Sequence[str], options: TraceOptions | None = None) -> Trace:
    """How the entities with these ids connect; raises TraceEndsError, NoSuchEntityError.

    Two ends give one pair with its ranked paths; more give every pair, and the cheapest set of paths that joins all.
    """
    options = options or TraceOptions()
    ends = _ends(store, ids)
    cut: set[str] = set()
    pairs = tuple(_pair(store, one, other, options, cut) for one, other in combinations(ends, 2))
    joined, groups = _join(ends, pairs)
    return Trace(ends=ends, options=options, pairs=pairs, joined=joined, groups=groups, cut=_cut(store, cut))


def _ends(store: Store, ids: Sequence[str]) -> tuple[Node, ...]:
    wanted = list(dict.fromkeys(ids))
    if not LEAST <= len(wanted) <= MOST:
        raise TraceEndsError(least=LEAST, most=MOST, given=len(wanted))
    found = nodes(store, wanted)
    for missing in (end for end in wanted if end not in found):
        raise NoSuchEntityError(id=missing)
    return tuple(found[end] for end in wanted)


def _pair(store: Store, one: Node, other: Node, options: TraceOptions, cut: set[str]) -> Pair:
    around = between(store, one.id, other.id, options)
    cut |= around.cut
    found = cheapest(around, one.id, other.id, options.max_hops, options.limit)
    if not found:
        return _apart(store, one, other, options)
    said = _said(store, around, (ids for _, ids in found))
    return Pair(one=one, other=other, paths=tuple(_path(around, ids, cost, said) for cost, ids in found))


def _apart(store: Store, one: Node, other: Node, options: TraceOptions) -> Pair:
    """What can be said of two ends that no path joins: where both are named, and what is near each."""
    shared = store.read(_SHARED, {"one": one.id, "other": other.id})
    return Pair(
        one=one,
        other=other,
        shared=tuple(SharedArticle.model_validate(row) for row in shared),
        near=tuple(_near(store, end, options) for end in (one, other)),
    )


def _near(store: Store, end: Node, options: TraceOptions) -> Near:
    edges = near(store, end.id, options)
    known = nodes(store, {e for edge in edges for e in (edge.head, edge.tail)})
    said = sentences(store, (edge.id for edge in edges))
    return Near(end=end, hops=tuple(_hop([edge], edge.head == end.id, known, said) for edge in edges))


def _between(around: Neighbourhood, one: str, other: str) -> list[EdgeRow]:
    return best_edges(edge for edge in around.edges.values() if {edge.head, edge.tail} == {one, other})


def _said(store: Store, around: Neighbourhood, paths: Iterable[list[str]]) -> dict[str, tuple[Sentence, ...]]:
    """The best sentence of the cheapest edge of every hop of these paths."""
    steps = {step for ids in paths for step in pairwise(ids)}
    return sentences(store, {_between(around, *step)[0].id for step in steps})


def _path(around: Neighbourhood, ids: list[str], cost: float, said: dict[str, tuple[Sentence, ...]]) -> Path:
    hops = []
    for one, other in pairwise(ids):
        edges = _between(around, one, other)
        hops.append(_hop(edges, edges[0].head == one, around.nodes, said))
    nodes_on_it = tuple(around.nodes[node] for node in ids)
    return Path(nodes=nodes_on_it, hops=tuple(hops), cost=round(cost, 3), score=round(1 / cost, 2))


def _hop(edges: list[EdgeRow], forward: bool, known: dict[str, Node], said: dict[str, tuple[Sentence, ...]]) -> Hop:
    best, *others = edges
    return Hop(
        edge=best,
        head=known[best.head],
        tail=known[best.tail],
        forward=forward,
        sentence=next(iter(said.get(best.id, ())), None),
        also=tuple(
            Link(type=e.type, head=known[e.head].name, tail=known[e.tail].name, modality=e.modality, attrs=e.attrs)
            for e in others
        ),
    )


def _join(ends: Sequence[Node], pairs: Sequence[Pair]) -> tuple[tuple[Path, ...], tuple[tuple[str, ...], ...]]:
    """The paths of a minimum spanning forest over the ends, cheapest first, and the ends that it holds together."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(end.id for end in ends)
    for pair in pairs:
        if pair.paths:
            graph.add_edge(pair.one.id, pair.other.id, cost=pair.paths[0].cost, path=pair.paths[0])
    forest = nx.minimum_spanning_tree(graph, weight="cost")
    chosen: list[Path] = [data["path"] for _, _, data in forest.edges(data=True)]
    chosen.sort(key=lambda path: (path.cost, path.nodes[0].id, path.nodes[-1].id))
    order = [end.id for end in ends]
    groups = [tuple(sorted(group, key=order.index)) for group in nx.connected_components(graph)]
    return tuple(chosen), tuple(sorted(groups, key=lambda g: order.index(g[0])))


def _cut(store: Store, cut: set[str]) -> tuple[Node, ...]:
    found = nodes(store, cut).values() if cut else ()
    return tuple(sorted(found, key=lambda n: (-n.degree, n.id))[:_MOST_CUT])
