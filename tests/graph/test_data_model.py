"""docs/data-model.md and the stored graph are what the code says."""

from pathlib import Path

from jejaring import ontology
from jejaring.graph.articles import put
from jejaring.graph.data_model import data_model
from jejaring.graph.properties import BOOK_EDGES, EDGE, MENTIONS, NODES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_up_to_date():
    made = data_model()
    assert (DOCS / "data-model.md").read_text(encoding="utf-8") == made, (
        "run python -m jejaring.graph.data_model > docs/data-model.md"
    )


def test_nodes_carry_what_the_page_says(store, make_article):
    put(store, [make_article(n) for n in range(8)])
    for (node,) in (row.values() for row in store.read("MATCH (n) WHERE NOT n:Jejaring RETURN n ORDER BY n.id")):
        kind = "Entity" if "Entity" in node["labels"] else node["labels"][0]
        assert set(node["properties"]) <= {p.name for p in NODES[kind]}


def test_edges_carry_what_the_page_says(store, make_article):
    put(store, [make_article(n) for n in range(8)])
    for (edge,) in (row.values() for row in store.read("MATCH ()-[r]->() RETURN r ORDER BY r.id")):
        kind, properties = edge["type"], set(edge["properties"])
        if kind in ontology.EDGES:
            assert {p.name for p in EDGE} - {"first", "last"} <= properties
            assert properties <= {p.name for p in EDGE} | set(ontology.EDGES[kind].attrs)
        else:
            assert kind in BOOK_EDGES
            assert properties <= {p.name for p in MENTIONS}
