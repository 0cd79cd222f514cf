"""MUC, B3 and entity CEAF of clusters of mentions, and their mean, the CoNLL score."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence, Set

Clusters = Sequence[Set[Hashable]]
# What a side found, of how much: the numerator and denominator of a recall.
Part = tuple[float, float]


def f1(recall: Part, precision: Part) -> float:
    """The harmonic mean in per cent, 0 where nothing is right."""
    r = recall[0] / recall[1] if recall[1] else 0.0
    p = precision[0] / precision[1] if precision[1] else 0.0
    return 200 * p * r / (p + r) if p + r else 0.0


def _owner(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}


def muc(key: Clusters, response: Clusters) -> Part:
    """Links of `key` that `response` keeps (Vilain and others, 1995); turn the sides for precision."""
    owner, kept, links = _owner(response), 0, 0
    for cluster in key:
        parts = {owner[m] for m in cluster if m in owner}
        alone = sum(m not in owner for m in cluster)
        kept += len(cluster) - len(parts) - alone
        links += len(cluster) - 1
    return kept, links


def b_cubed(key: Clusters, response: Clusters) -> Part:
    """The share of its cluster that `response` has with each mention (Bagga and Baldwin, 1998), summed."""
    owner = _owner(response)
    shares = [len(c & response[owner[m]]) / len(c) for c in key for m in c if m in owner]
    return sum(shares), sum(map(len, key))


def ceaf(key: Clusters, response: Clusters) -> Part:
    """The best one-to-one alignment of clusters by their phi4 similarity (Luo, 2005), of the number of `key`'s."""
    from networkx import Graph, max_weight_matching  # noqa: PLC0415

    graph = Graph()
    owner = _owner(response)
    for i, cluster in enumerate(key):
        for j in sorted({owner[m] for m in cluster if m in owner}):
            shared = len(cluster & response[j])
            graph.add_edge(("k", i), ("r", j), weight=2 * shared / (len(cluster) + len(response[j])))
    return sum(graph.edges[pair]["weight"] for pair in max_weight_matching(graph)), len(key)


MEASURES: dict[str, Callable[[Clusters, Clusters], Part]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf}


def conll(documents: Iterable[tuple[Clusters, Clusters]]) -> dict[str, float]:
    """F1 by each measure over all documents together (key, response), and their mean as "CoNLL"."""
    pairs = list(documents)
    out = {}
    for name, measure in MEASURES.items():
        recall = [measure(key, response) for key, response in pairs]
        precision = [measure(response, key) for key, response in pairs]
        out[name] = f1(_sum(recall), _sum(precision))
    return {**out, "CoNLL": sum(out.values()) / len(out)}


def _sum(parts: list[Part]) -> Part:
    return sum(p[0] for p in parts), sum(p[1] for p in parts)
