from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from jejaring.models import Modality
from jejaring.queries.rows import EdgeRow, Node
from jejaring.trace.neighbourhood import Neighbourhood
from jejaring.trace.paths import cheapest, cost_of, hub_cost

ENDS = "abcdef"
EDGES = st.builds(
    lambda ends, modality, confidence, sources: (ends, modality, confidence, sources),
    st.sampled_from(sorted(permutations(ENDS, 2))),
    st.sampled_from(Modality),
    st.sampled_from([0.5, 0.9]),
    st.integers(1, 3),
)


def edge(number, head, tail, modality=Modality.ASSERTED, confidence=1.0, sources=1):
    return EdgeRow(
        id=f"r{number:02}",
        type="SUPPORTS",
        head=head,
        tail=tail,
        modality=modality,
        confidence=confidence,
        sources=sources,
    )


def around(edges, degrees=None):
    degrees = degrees or {}
    nodes = {end: Node(id=end, label="Person", name=end, degree=degrees.get(end, 1)) for end in ENDS}
    return Neighbourhood(edges={e.id: e for e in edges}, nodes=nodes)


def every_path(edges, degrees, max_hops):
    """All simple paths with their costs, by brute force."""
    cost = {}
    for e in edges:
        for ends in ((e.head, e.tail), (e.tail, e.head)):
            cost[ends] = min(cost_of(e), cost.get(ends, 99))
    for inner in (p for n in range(max_hops) for p in permutations("bcde", n)):
        path = ["a", *inner, "f"]
        steps = list(pairwise(path))
        if all(step in cost for step in steps):
            hubs = sum(hub_cost(Node(id=n, label="Person", name=n, degree=degrees.get(n, 1))) for n in inner)
            yield round(sum(cost[s] for s in steps) + hubs, 6)


@given(st.lists(EDGES, max_size=14), st.dictionaries(st.sampled_from(ENDS), st.integers(1, 500)), st.integers(1, 4))
def test_gives_the_cheapest_paths_in_order(drawn, degrees, max_hops):
    edges = [edge(number, *ends, *rest) for number, (ends, *rest) in enumerate(drawn)]
    found = cheapest(around(edges, degrees), "a", "f", max_hops, 4)
    wanted = sorted(every_path(edges, degrees, max_hops))[:4]
    assert [cost for cost, _ in found] == wanted
    assert all(len(set(path)) == len(path) <= max_hops + 1 for _, path in found)


def test_a_way_through_a_hub_ranks_lower():
    edges = [edge(1, "a", "b"), edge(2, "b", "f"), edge(3, "a", "c"), edge(4, "c", "f")]
    assert [path for _, path in cheapest(around(edges, {"b": 500}), "a", "f", 2, 5)] == [list("acf"), list("abf")]


def test_one_more_hop_costs_more_than_doubt_but_less_than_denial():
    sure = edge(1, "a", "b", sources=9)
    doubtful = edge(2, "a", "b", confidence=0.1)
    denied = edge(3, "a", "b", modality=Modality.DENIED, sources=9)
    disputed = sure.model_copy(update={"asserted": 1, "denied": 1})
    assert cost_of(sure) < max(cost_of(doubtful), cost_of(disputed)) < 2 * cost_of(sure) < cost_of(denied)
