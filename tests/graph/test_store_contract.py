"""What both stores promise: every test here runs on the embedded one and on a real Neo4j."""

from __future__ import annotations

import json
import random
import threading

import pytest

from jejaring.errors import CypherError, NoGraphError, ReadOnlyGraphError, SlowQueryError, StaleGraphError
from jejaring.graph.articles import counts, forget, known, put
from jejaring.graph.connect import connect
from jejaring.graph.push import push, stored
from jejaring.graph.store import Statement


def test_put_then_known(store, make_article):
    assert put(store, [make_article(1), make_article(2)]) > 2
    assert known(store, ["a1", "a2", "a3"]) == {"a1": "f1-1", "a2": "f2-1"}


def test_an_unchanged_article_is_not_written(store, make_article):
    put(store, [make_article(1)])
    revision = store.read("MATCH (j:Jejaring) RETURN j.revision AS n")
    assert put(store, [make_article(1)]) == 0
    assert store.read("MATCH (j:Jejaring) RETURN j.revision AS n") == revision


def test_a_changed_article_replaces_its_old_version(store, make_article, picture):
    put(store, [make_article(1, 2)])
    expected = picture(store)
    forget(store, ["a1"])
    put(store, [make_article(1, 1)])
    assert put(store, [make_article(1, 2)]) > 1
    assert picture(store) == expected


def test_forgetting_everything_leaves_nothing(store, make_article):
    put(store, [make_article(n) for n in range(4)])
    assert forget(store, ["a0", "a1", "a2", "a3", "nobody"]) == 4
    assert counts(store) == {}
    assert forget(store, ["a0"]) == 0


def test_of_two_versions_in_one_batch_the_last_counts(store, make_article):
    assert put(store, [make_article(1, 1), make_article(1, 2)]) > 1
    assert known(store, ["a1"]) == {"a1": "f1-2"}


def test_any_order_of_puts_and_forgets_gives_the_same_graph(store, make_article, picture, request):
    rounds = 30 if "embedded" in request.node.callspec.id else 5
    for seed in range(rounds):
        chance = random.Random(seed)
        held: dict[int, int] = {}
        for _ in range(8):
            chosen = chance.sample(range(8), chance.randrange(1, 4))
            if chance.random() < 0.3:
                forget(store, [f"a{n}" for n in chosen])
                held = {n: version for n, version in held.items() if n not in chosen}
            else:
                version = chance.randrange(1, 4)
                put(store, [make_article(n, version) for n in chosen])
                held |= dict.fromkeys(chosen, version)
        found = picture(store)
        forget(store, [f"a{n}" for n in range(8)])
        put(store, [make_article(n, version) for n, version in held.items()])
        assert found == picture(store), f"seed {seed}"
        forget(store, [f"a{n}" for n in range(8)])


def test_both_stores_hold_the_same_graph(embedded_store, neo4j_store, make_article, picture):
    articles = [make_article(n) for n in range(12)]
    put(embedded_store, articles)
    put(neo4j_store, articles)
    assert picture(embedded_store) == picture(neo4j_store)


@pytest.mark.parametrize("way", ["up", "down"])
def test_push_copies_a_graph_and_merges(embedded_store, neo4j_store, make_article, picture, way):
    source, target = (embedded_store, neo4j_store) if way == "up" else (neo4j_store, embedded_store)
    put(source, [make_article(n) for n in range(6)])
    assert push(source, target) == counts(source)
    assert picture(target) == picture(source)
    assert push(source, target) == counts(source)
    forget(source, ["a0"])
    assert push(source, target)["Article"] == 6


def test_stored_gives_back_what_was_put(store, make_article):
    article = make_article(3)
    put(store, [article])
    (found,) = stored(store, ["a3", "nobody"])
    blank = article.model_copy(update={"document": article.document.model_copy(update={"text": ""})})
    assert found.claims == tuple(sorted(article.claims, key=lambda claim: claim.id))
    assert (found.document, found.entities, found.story) == (blank.document, blank.entities, blank.story)


def test_every_edge_leads_to_its_claims(store, make_article):
    put(store, [make_article(n) for n in range(6)])
    edges = store.read("""MATCH (h:Entity)-[r]->(t:Entity) OPTIONAL MATCH (c:Claim) WHERE c.edge = r.id
        RETURN r.id AS id, r.asserted + r.planned + r.hoped + r.denied AS total, count(c) AS claims ORDER BY id""")
    assert edges
    assert all(edge["total"] == edge["claims"] > 0 for edge in edges)


def test_a_graph_emptied_under_a_writer_is_told(embedded_store, make_article):
    embedded_store.write([Statement("MATCH (n) DETACH DELETE n")])
    with pytest.raises(NoGraphError):
        put(embedded_store, [make_article(1)])


def test_a_failing_transaction_changes_nothing(store, make_article, picture):
    put(store, [make_article(1)])
    before = picture(store)
    with pytest.raises(CypherError):
        store.write([Statement("MATCH (n:Entity) DETACH DELETE n"), Statement("THIS IS NOT CYPHER")])
    assert picture(store) == before


def test_an_interrupted_put_changes_nothing(store, make_article, picture):
    put(store, [make_article(1)])
    before = picture(store)

    class Halfway:
        """The store, where Ctrl-C comes after the first statements of a transaction went through."""

        def __init__(self, inner):
            self.read, self.url, self.inner = inner.read, inner.url, inner

        def write(self, statements):
            return self.inner.write(_interrupted(statements))

    def _interrupted(statements):
        yield from statements[: len(statements) // 2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        put(Halfway(store), [make_article(1, 2), make_article(2)])
    assert picture(store) == before
    assert put(store, [make_article(1, 2), make_article(2)]) > 2


def test_a_guarded_statement_that_finds_nothing_undoes_all(store):
    with pytest.raises(StaleGraphError):
        store.write([Statement("CREATE (:Story {id: 's'})"), Statement("MATCH (n:Claim) SET n.x = 1", changes=1)])
    assert counts(store) == {}


def test_writers_that_meet_add_up(neo4j_server, neo4j_store, make_article, picture):
    def load(numbers):
        store = connect(neo4j_server.url, neo4j_server.user, neo4j_server.password)
        for n in numbers:
            put(store, [make_article(n)])
        store.close()

    threads = [threading.Thread(target=load, args=(range(at, 10, 2),)) for at in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = picture(neo4j_store)
    forget(neo4j_store, [f"a{n}" for n in range(10)])
    put(neo4j_store, [make_article(n) for n in range(10)])
    assert json.loads(found)[0]
    assert found == picture(neo4j_store)


WRITES = [
    "CREATE (n:X {id: $id})",
    "MATCH (n) SET n.x = 1 RETURN n",
    "MATCH (n) REMOVE n.x",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:X {id: 1})",
    "FOREACH (x IN [1] | CREATE (:X {id: x}))",
    "CREATE INDEX FOR (n:X) ON (n.y)",
    "DROP CONSTRAINT entity_id",
    "MATCH (n) RETURN n UNION CREATE (n:X) RETURN n",
    "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line",
]
READS = [
    "MATCH (n) RETURN n",
    "MATCH (n {id: $id}) RETURN n",
    "// CREATE (n)\nMATCH (n) WHERE n.name = 'CREATE' RETURN n",
    "RETURN 'DETACH DELETE' AS words",
    "SHOW INDEXES",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_writes_are_told(store, cypher):
    assert not store.reads_only(cypher)


@pytest.mark.parametrize("cypher", READS)
def test_reads_are_told(store, cypher):
    assert store.reads_only(cypher)


def test_read_refuses_to_write(store):
    with pytest.raises(ReadOnlyGraphError):
        store.read("CREATE (n:X {id: 1})")
    assert counts(store) == {}


@pytest.mark.parametrize(
    "cypher", ["MATCH (n) RETURN n.", "bukan cypher", "RETURN $missing AS x", "MATCH (n) RETURN m"]
)
def test_bad_cypher_says_so(store, cypher):
    with pytest.raises(CypherError):
        store.read(cypher)


def test_a_slow_query_is_stopped(store, tmp_path, neo4j_server):
    store._seconds, store._milliseconds = 0.2, 200
    with pytest.raises(SlowQueryError):
        store.read(
            "UNWIND range(1, 10000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a % 7 = b RETURN count(*) AS n"
        )
    assert store.read("RETURN 1 AS one") == [{"one": 1}]
