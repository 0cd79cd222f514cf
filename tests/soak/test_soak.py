"""The long runs of benchmarks/soak.py, in a size for every day."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import soak_fuzz
from soak_stores import Place, Soak, kills, sequences


@pytest.fixture
def soak():
    run = Soak(seed=7)
    yield run
    assert run.faults == []


@pytest.fixture(params=["embedded", "neo4j"])
def place(request, tmp_path):
    if request.param == "embedded":
        return Place("embedded", str(tmp_path / "graph.kgl"))
    server = request.getfixturevalue("neo4j_server")
    return Place("neo4j", server.url, server.user, server.password)


def test_killed_loads_lose_nothing(soak, place, tmp_path):
    kills(soak, place, tmp_path, rounds=2, articles=15)
    place.empty()


def test_any_sequence_of_changes_adds_up(soak, place, tmp_path):
    sequences(soak, place, tmp_path, rounds=2, steps=4)
    place.empty()


def test_damaged_files_are_read_or_refused(soak, tmp_path):
    soak_fuzz.loaders(soak, tmp_path, 400)


def test_odd_texts_are_read_alike_every_time(soak):
    soak_fuzz.extraction(soak, 15)


class Dirty(Place):
    """A graph that is never emptied, so that it comes to hold what no article of a sequence says."""

    def empty(self):
        pass


def test_a_wrong_graph_is_a_fault(tmp_path):
    run = Soak(seed=7)
    sequences(run, Dirty("embedded", str(tmp_path / "graph.kgl")), tmp_path, rounds=3, steps=2)
    assert run.faults


def test_too_much_memory_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(soak_fuzz, "MEGABYTES", 1)
    run = Soak(seed=7)
    soak_fuzz.loaders(run, tmp_path, 3)
    assert len(run.faults) == 1


def _spin():
    while True:
        pass


def test_what_takes_too_long_is_stopped():
    with pytest.raises(TimeoutError), soak_fuzz.limited(0.05):
        _spin()
