import pytest

from jejaring.errors import (
    JejaringError,
    MissingParameterError,
    ParameterValueError,
    UnknownParameterError,
    UnknownQueryError,
    WriteRefusedError,
)
from jejaring.queries import queries, query, run, run_cypher

# What to ask each query, and how many rows the network of tests/gold/network.yaml has for it.
ASKED = [
    ("alumni", {"programme": "Jagoan Banyuwangi"}, 1),
    ("article-says", {"article": "bantahan"}, 4),
    ("article-says", {"article": "https://kabar.example/kunjungan", "limit": "3"}, 3),
    ("articles-of", {"entity": "Kemenlu"}, 2),
    ("claims", {"one": "Kemenlu", "other": "Edwin"}, 1),
    ("claims", {"one": "Bank Jatim", "other": "Pemerintah Kabupaten Banyuwangi", "type": "funded"}, 1),
    ("entity-profile", {"entity": "Kemenlu"}, 1),
    ("events", {}, 1),
    ("events", {"from": "2025-02", "to": "2025-02-12", "kind": "workshop"}, 1),
    ("events", {"from": "2025-02-13"}, 0),
    ("events", {"to": "2024"}, 0),
    ("focus-areas", {"entity": "Sesdilu"}, 2),
    ("funding", {}, 1),
    ("funding", {"entity": "Bank Jatim"}, 1),
    ("most-connected", {"label": "place", "limit": "2"}, 2),
    ("neighbours", {"entity": "Kemenlu"}, 6),
    ("neighbours", {"entity": "Kemenlu", "type": "HOLDS_POSITION", "modality": "asserted"}, 2),
    ("not-asserted", {}, 4),
    ("not-asserted", {"entity": "Asta Cita", "type": "SUPPORTS"}, 1),
    ("offices", {}, 3),
    ("offices", {"entity": "Kemenlu"}, 2),
    ("participants", {"event": "Lokakarya alumni Jagoan Banyuwangi"}, 2),
    ("partners", {"entity": "Universitas Airlangga"}, 3),
    ("partners", {"entity": "Universitas Airlangga", "modality": "hoped"}, 1),
    ("partners-of-partners", {"entity": "Kemenlu"}, 2),
    ("stances", {"entity": "Asta Cita"}, 1),
    ("visitors", {"place": "Banyuwangi"}, 1),
    ("who-focuses-on", {"topic": "energi terbarukan"}, 1),
    ("who-met-whom", {}, 1),
    ("who-met-whom", {"entity": "ipuk"}, 1),
]


def test_every_query_is_asked():
    assert {name for name, _, _ in ASKED} == {q.name for q in queries()}


@pytest.mark.parametrize(("name", "params", "count"), ASKED, ids=lambda value: value if isinstance(value, str) else "")
def test_gives_the_same_rows_on_both_stores(networks, name, params, count):
    embedded, server = (run(store, name, params) for store in networks)
    assert embedded == server
    assert embedded.columns == query(name).returns
    assert len(embedded.rows) == count
    if "modality" in embedded.columns:
        at = embedded.columns.index("modality")
        assert {row[at] for row in embedded.rows} <= {"asserted", "planned", "hoped", "denied"}
    if "sentence" in embedded.columns:
        assert all(row[embedded.columns.index("sentence")] for row in embedded.rows)


@pytest.mark.parametrize("query", queries(), ids=lambda q: q.name)
def test_no_query_writes(network, query):
    assert network.reads_only(query.cypher)


def test_an_undated_article_shows_its_copyright_year(network):
    rows = run(network, "visitors", {"place": "Banyuwangi"})
    assert dict(zip(rows.columns, rows.rows[0], strict=True))["published"] == "© 2025"


@pytest.mark.parametrize(
    ("name", "params", "error", "told"),
    [
        ("vistors", {}, UnknownQueryError, "visitors"),
        ("visitors", {}, MissingParameterError, "place"),
        ("visitors", {"place": "Bali", "plaec": "x"}, UnknownParameterError, "place"),
        ("visitors", {"place": "Bali", "limit": "many"}, ParameterValueError, "1, 2, 3"),
        ("visitors", {"place": "Bali", "limit": "0"}, ParameterValueError, "1, 2, 3"),
        ("visitors", {"place": "Bali", "modality": "sure"}, ParameterValueError, "hoped"),
        ("events", {"from": "yesterday"}, ParameterValueError, "2025-02-12"),
        ("neighbours", {"entity": "Bali", "type": "LIKES"}, ParameterValueError, "VISITED"),
    ],
)
def test_says_what_is_wrong_with_a_question(network, name, params, error, told):
    with pytest.raises(error, match=told) as caught:
        run(network, name, params)
    assert caught.value.message("id") != caught.value.message("en")


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "MATCH (e:Entity) SET e.name = 'x' RETURN e.name",
        "CREATE (:Entity {id: 'x'})",
        "MATCH (e:Entity) REMOVE e.name",
        "MERGE (e:Entity {id: 'x'}) RETURN e.id",
    ],
)
def test_refuses_to_write_before_running(network, text):
    before = run_cypher(network, "MATCH (n) RETURN count(n) AS n")
    with pytest.raises(WriteRefusedError):
        run_cypher(network, text)
    assert run_cypher(network, "MATCH (n) RETURN count(n) AS n") == before


def test_runs_reading_cypher_of_the_users_own(network):
    rows = run_cypher(network, "MATCH (e:Topic) RETURN e.name AS topic ORDER BY topic DESC LIMIT $n", {"n": 1})
    assert (rows.columns, rows.rows) == (("topic",), (("industri kreatif",),))
    assert run_cypher(network, "MATCH (e:Topic {id: 'none'}) RETURN e.name AS topic").rows == ()


def test_what_is_no_cypher_is_an_error_of_ours(network):
    with pytest.raises(JejaringError):
        run_cypher(network, "MATCH (e RETURN")
