"""The real articles of the shared folder: the seed article and the first 500 of the pool, over both stores."""

import json
import os
import random
from itertools import islice
from pathlib import Path

import pytest

from jejaring import api
from jejaring.graph.articles import counts
from jejaring.models import Status

pytestmark = pytest.mark.shared

CHAIN = [
    ("Kementerian Luar Negeri Republik Indonesia", "ORGANIZED", "Lokakarya alumni Jagoan Banyuwangi"),
    ("30 alumni Jagoan Banyuwangi", "PARTICIPATED_IN", "Lokakarya alumni Jagoan Banyuwangi"),
    ("30 alumni Jagoan Banyuwangi", "ALUMNI_OF", "Jagoan Banyuwangi"),
]
BOILERPLATE = ("gandrung", "kemiren", "novi", "triono", "rakyat news", "kemenpar", "album asia", "antara")


def shared():
    return Path(os.environ["JEJARING_SHARED"])


@pytest.fixture(params=["embedded", "neo4j"])
def seeded(request):
    store = request.getfixturevalue(f"{request.param}_store")
    report = api.load(store, [str(shared() / "articles" / "antara-banyuwangi.txt")])
    assert report.count(Status.OK) == 1
    return store


def traced(store, *names):
    return api.trace(store, [api.resolve(store, name).id for name in names])


def test_the_seed_traces_kemenlu_to_jagoan_banyuwangi(seeded):
    paths = traced(seeded, "Kemenlu", "Jagoan Banyuwangi").paths
    chains = [[(h.head.name, h.edge.type, h.tail.name) for h in path.hops] for path in paths]
    assert CHAIN in chains
    for hop in paths[chains.index(CHAIN)].hops:
        assert "alumni Jagoan Banyuwangi" in hop.sentence.text
        assert hop.sentence.outlet == "ANTARA"
        assert hop.sentence.when() == "© 2025 (copyright year)"


@pytest.mark.parametrize(
    "names",
    [
        ("Kemenlu", "Banyuwangi", "alumni Jagoan Banyuwangi"),
        ("Ipuk", "Asta Cita"),
        ("Edwin", "Banyuwangi"),
        ("Sesdilu", "energi terbarukan"),
    ],
    ids=" - ".join,
)
def test_the_seed_joins(seeded, names):
    assert traced(seeded, *names).connected


def test_no_boilerplate_of_the_seed_becomes_an_entity(seeded):
    names = [row["name"].casefold() for row in seeded.read("MATCH (e:Entity) RETURN e.name AS name")]
    assert names
    assert not [name for name in names if any(word in name for word in BOILERPLATE)]


@pytest.fixture(scope="module")
def pool500(tmp_path_factory):
    path = tmp_path_factory.mktemp("pool") / "pool500.jsonl"
    with (shared() / "articles" / "pool.jsonl").open(encoding="utf-8") as lines:
        path.write_text("".join(islice(lines, 500)), encoding="utf-8")
    return str(path)


@pytest.mark.timeout(1500)  # a thousand articles are read
def test_500_pool_articles_load_into_both_stores_alike(pool500, embedded_store, neo4j_store):
    profiles = []
    for store in (embedded_store, neo4j_store):
        first = api.load(store, [pool500])
        again = api.load(store, [pool500])
        assert first.count(Status.FAILED) == again.count(Status.FAILED) == 0
        assert first.count(Status.OK) + first.count(Status.SKIPPED) == 500
        assert first.writes > 10_000
        assert again.writes == 0
        ids = [row["id"] for row in store.read("MATCH (e:Entity) RETURN e.id AS id ORDER BY id")]
        sample = random.Random(20).sample(ids, 20)
        profiles.append(json.dumps([api.show(store, i).model_dump(mode="json") for i in sample], ensure_ascii=False))
    assert counts(embedded_store) == counts(neo4j_store)
    assert profiles[0] == profiles[1]
