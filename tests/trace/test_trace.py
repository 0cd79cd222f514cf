import pytest
from pydantic import ValidationError

from jejaring.errors import NoSuchEntityError, OntologyError, TraceEndsError
from jejaring.queries import resolve
from jejaring.trace import TraceOptions, explain, trace


def traced(store, *names, **options):
    return trace(store, [resolve(store, name).id for name in names], TraceOptions(**options))


def drawn(path):
    text = path.nodes[0].name
    for node, hop in zip(path.nodes[1:], path.hops, strict=True):
        text += f" -{hop.edge.type}-> {node.name}" if hop.forward else f" <-{hop.edge.type}- {node.name}"
    return text


def test_the_main_job(network):
    best = traced(network, "Kemenlu", "Jagoan Banyuwangi").paths[0]
    assert drawn(best) == (
        "Kementerian Luar Negeri Republik Indonesia -ORGANIZED-> Lokakarya alumni Jagoan Banyuwangi"
        " <-PARTICIPATED_IN- 30 alumni Jagoan Banyuwangi -ALUMNI_OF-> Jagoan Banyuwangi"
    )
    assert [hop.sentence.text for hop in best.hops][1] == "Pesertanya 30 alumni Jagoan Banyuwangi."
    assert {(hop.sentence.outlet, hop.sentence.when(), hop.edge.modality) for hop in best.hops} == {
        ("Warta Timur", "2025-02-12", "asserted")
    }
    assert "rests on one single article" in explain(best)


def test_joins_three(network):
    found = traced(network, "Kemenlu", "Banyuwangi", "alumni Jagoan Banyuwangi")
    assert found.connected
    assert len(found.joined) == 2
    ends = {node.name for path in found.joined for node in (path.nodes[0], path.nodes[-1])}
    assert {end.name for end in found.ends} <= ends


def test_says_which_of_three_could_not_be_joined(network):
    found = traced(network, "Kemenlu", "Bali", "Pulau Merah")
    names = {end.id: end.name for end in found.ends}
    assert [[names[end] for end in group] for group in found.groups] == [
        ["Kementerian Luar Negeri Republik Indonesia", "Bali"],
        ["Pulau Merah"],
    ]
    assert not found.connected


def test_ranks_what_is_told_as_fact_before_what_is_denied(network):
    paths = traced(network, "Ipuk", "Asta Cita").paths
    assert [hop.edge.modality for hop in paths[0].hops] == ["asserted"] * 4
    assert "denied" in {hop.edge.modality for hop in paths[1].hops}
    assert len(paths[1].hops) < len(paths[0].hops)
    assert [path.cost for path in paths] == sorted(path.cost for path in paths)
    assert any(reason.startswith("denied: Bank Jatim supports Asta Cita") for reason in explain(paths[1]))
    assert any(reason.startswith("dibantah: Bank Jatim mendukung Asta Cita") for reason in explain(paths[1], "id"))


def test_a_planned_edge_says_so(network):
    path = traced(network, "Kemenlu", "Bali").paths[0]
    assert path.hops[0].edge.modality == "planned"
    assert path.hops[0].sentence.speaker == "Tubagus Edwin Suchranudin"
    assert "only planned" in explain(path)[1]
    assert "rests on one single sentence" in explain(path)


def test_looks_only_where_it_is_told_to(network):
    assert traced(network, "Kemenlu", "Bali", modalities=("asserted",)).paths == ()
    assert traced(network, "Kemenlu", "Jagoan Banyuwangi", max_hops=2).paths == ()
    assert traced(network, "Kemenlu", "Bali", min_confidence=0.95).paths == ()
    only = traced(network, "Kemenlu", "Jagoan Banyuwangi", types=("PARTNERED_WITH", "RUNS")).paths
    assert {hop.edge.type for path in only for hop in path.hops} == {"PARTNERED_WITH", "RUNS"}
    assert len(traced(network, "Kemenlu", "Jagoan Banyuwangi", limit=2).paths) == 2


def test_without_a_path_it_tells_what_is_shared_and_what_is_near(network):
    pair = traced(network, "Jagoan Banyuwangi", "Pulau Merah").pairs[0]
    assert pair.paths == ()
    assert [article.outlet for article in pair.shared] == ["Harian Selat"]
    assert [near.end.name for near in pair.near] == ["Jagoan Banyuwangi", "Pulau Merah"]
    assert pair.near[1].hops[0].sentence.when() == "undated"


def test_other_edges_between_the_same_two_are_kept_beside_the_best(network):
    (path,) = traced(network, "Klub Selancar Samudra", "Bank Jatim", max_hops=1).paths
    assert [hop.edge.type for hop in path.hops] == ["VISITED"]
    assert [(link.type, link.head, link.modality) for link in path.hops[0].also] == [
        ("OPPOSES", "Klub Selancar Samudra", "planned")
    ]


def test_what_is_asserted_here_and_denied_there_is_said_to_be_disputed(network):
    path = traced(network, "Universitas Airlangga", "Bank Jatim").paths[0]
    edge = path.hops[0].edge
    assert (edge.modality, edge.asserted, edge.denied, edge.sources) == ("asserted", 1, 1, 2)
    assert path.hops[0].sentence.modality == "asserted"
    assert any(reason.startswith("asserted, but also denied: ") for reason in explain(path))
    assert any(reason.startswith("dinyatakan, tetapi juga dibantah: ") for reason in explain(path, "id"))


def test_names_the_hubs_it_did_not_follow_to_the_end(network):
    found = traced(network, "Kemenlu", "Jagoan Banyuwangi", neighbours=1)
    assert "Kementerian Luar Negeri Republik Indonesia" in [node.name for node in found.cut]
    assert traced(network, "Kemenlu", "Jagoan Banyuwangi").cut == ()


@pytest.mark.parametrize(
    "names",
    [("Kemenlu", "Jagoan Banyuwangi"), ("Kemenlu", "Pulau Merah"), ("Ipuk", "Asta Cita", "Bali", "Bank Jatim")],
)
def test_both_stores_trace_the_same(networks, names):
    embedded, server = (traced(store, *names) for store in networks)
    assert embedded == server
    assert embedded == traced(networks[0], *names)


@pytest.mark.parametrize("names", [(), ("Kemenlu",), ("Kemenlu", "kemenlu")])
def test_needs_two_different_ends(network, names):
    with pytest.raises(TraceEndsError):
        traced(network, *names)


def test_refuses_what_it_does_not_know(network):
    with pytest.raises(NoSuchEntityError, match="nobody"):
        trace(network, [resolve(network, "Kemenlu").id, "nobody"])
    with pytest.raises(OntologyError):
        TraceOptions(types=("LIKES",))
    with pytest.raises(ValidationError):
        TraceOptions(max_hops=0)
