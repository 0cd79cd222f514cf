import importlib.util
import os
from pathlib import Path

import pytest

from jejaring import ontology
from jejaring.errors import OntologyError


def test_symmetric_edges_allow_both_ways():
    for edge in ontology.EDGES.values():
        if edge.symmetric:
            assert {(tail, head) for head, tail in edge.pairs} == edge.pairs


@pytest.mark.parametrize(
    ("edge", "head", "tail", "allowed"),
    [
        ("VISITED", "Person", "Place", True),
        ("VISITED", "Place", "Person", False),
        ("PART_OF", "Event", "Program", True),
        ("PART_OF", "Institution", "Event", False),
        ("OWNS", "Person", "Place", False),
    ],
)
def test_allowed_ends(edge, head, tail, allowed):
    assert ontology.allows(edge, head, tail) is allowed


def test_a_forbidden_edge_is_named():
    with pytest.raises(OntologyError, match="MET from Topic to Person"):
        ontology.check_edge("MET", "Topic", "Person")


def test_every_type_reads_in_both_languages():
    for kind in [*ontology.NODES.values(), *ontology.EDGES.values()]:
        assert kind.id
        assert kind.en


@pytest.mark.shared
def test_it_is_the_contract_of_the_annotations():
    path = Path(os.environ["JEJARING_SHARED"]) / "gold" / "check.py"
    spec = importlib.util.spec_from_file_location("check", path)
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    assert set(ontology.LABELS) == check.TYPES
    assert set(ontology.EDGES) == set(check.EDGES)
    for name, (heads, tails) in check.EDGES.items():
        assert ontology.EDGES[name].heads == heads
        assert ontology.EDGES[name].tails == tails
