"""The same value comes out of both stores."""

import pytest

from jejaring.graph.store import Statement

EXPRESSIONS = {
    "1 + 1": 2,
    "1.5": 1.5,
    "'teks' + 'ku'": "teksku",
    "null": None,
    "true": True,
    "[1, [2, null]]": [1, [2, None]],
    "{a: {b: 1}}": {"a": {"b": 1}},
    "date('2025-02-12')": "2025-02-12",
    "datetime('2025-02-12T03:04:05Z')": "2025-02-12T03:04:05+00:00",
    "localdatetime('2025-02-12T03:04:05')": "2025-02-12T03:04:05",
    "duration('P1M2DT3S')": "P1M2DT3S",
    "duration('PT0S')": "PT0S",
    "[date('2025-02-12')]": ["2025-02-12"],
}


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_values_are_plain(store, expression):
    assert store.read(f"RETURN {expression} AS value") == [{"value": EXPRESSIONS[expression]}]


@pytest.fixture
def pair(store):
    store.write(
        [
            Statement("CREATE (:Entity:Person {id: 'a', name: 'Ana'})"),
            Statement("CREATE (:Entity:Place {id: 'b', name: 'Blitar', aliases: ['Kota Blitar']})"),
            Statement("CREATE (:Article {id: 'c', name: 'judul-1', title: 'Judul'})"),
            Statement(
                "MATCH (a:Entity {id: 'a'}) MATCH (b:Entity {id: 'b'}) MERGE (a)-[:VISITED {id: 'e', asserted: 1}]->(b)"
            ),
        ]
    )
    return store


def test_nodes_have_labels_and_stored_properties_only(pair):
    rows = pair.read("MATCH (n) WHERE NOT n:Jejaring RETURN n ORDER BY n.id")
    assert [row["n"] for row in rows] == [
        {"labels": ["Entity", "Person"], "properties": {"id": "a", "name": "Ana"}},
        {"labels": ["Entity", "Place"], "properties": {"aliases": ["Kota Blitar"], "id": "b", "name": "Blitar"}},
        {"labels": ["Article"], "properties": {"id": "c", "name": "judul-1", "title": "Judul"}},
    ]


def test_edges_have_type_and_properties(pair):
    edge = {"type": "VISITED", "properties": {"asserted": 1, "id": "e"}}
    assert pair.read("MATCH ()-[r:VISITED]->() RETURN r, [r] AS list") == [{"r": edge, "list": [edge]}]


def test_paths_name_the_ends_of_their_edges(pair):
    (row,) = pair.read("MATCH p = (:Place)<-[:VISITED]-(:Person) RETURN p")
    assert [node["properties"]["id"] for node in row["p"]["nodes"]] == ["b", "a"]
    assert [(e["type"], e["start"], e["end"]) for e in row["p"]["relationships"]] == [("VISITED", "a", "b")]
