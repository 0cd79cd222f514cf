import pytest

from jejaring.errors import NameNotFoundError, NoSuchEdgeError, OntologyError
from jejaring.queries import resolve, show, why, why_between


def test_an_edge_rests_on_its_claims(network):
    (found,) = why_between(network, "Kemenlu", "visited", "Bali")
    assert (found.head.name, found.edge.type, found.tail.name) == (
        "Kementerian Luar Negeri Republik Indonesia",
        "VISITED",
        "Bali",
    )
    (claim,) = found.claims
    assert (claim.modality, claim.speaker, claim.outlet) == ("planned", "Tubagus Edwin Suchranudin", "Warta Timur")
    assert (claim.extractor, claim.rule, claim.confidence) == ("gold/1", "gold", 0.9)
    assert claim.reasons == ("gap:near +0.20", "head-as:pronoun -0.10")


def test_the_id_of_a_claim_gives_that_claim_alone(network):
    edges = show(network, resolve(network, "Kemenlu").id).edges
    for edge in edges:
        whole = why(network, edge.edge.id)
        assert len(whole.claims) == edge.edge.claims
        for claim in whole.claims:
            alone = why(network, claim.claim)
            assert alone.claims == (claim,)
            assert alone.edge == whole.edge == edge.edge


def test_a_symmetric_edge_may_be_asked_for_either_way_round(network):
    one = why_between(network, "Ipuk Fiestiandani", "MET", "Tubagus Edwin Suchranudin")
    assert one == why_between(network, "Tubagus Edwin Suchranudin", "MET", "Ipuk Fiestiandani")


def test_an_edge_the_wrong_way_round_is_not_there(network):
    with pytest.raises(NoSuchEdgeError):
        why_between(network, "Bali", "VISITED", "Kemenlu")


def test_what_is_not_there_is_named(network):
    for what in ("edge-none", "claim-none", "Kemenlu", ""):
        with pytest.raises(NoSuchEdgeError):
            why(network, what)
    with pytest.raises(OntologyError):
        why_between(network, "Kemenlu", "LIKES", "Bali")
    with pytest.raises(NameNotFoundError):
        why_between(network, "Kemenlu", "VISITED", "Atlantis Raya")
