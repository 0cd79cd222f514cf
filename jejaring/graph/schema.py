"""Constraints, indexes and the marker that tells a graph of ours from others, in Cypher that both stores run."""

from __future__ import annotations

from jejaring import ontology
from jejaring.errors import ForeignGraphError, NewerGraphError, NoGraphError
from jejaring.graph.properties import NODES
from jejaring.graph.store import Statement, Store

SCHEMA = 1  # raise it when a graph of the old shape can't be read any more
_INDEXES = (("Entity", "name"), ("Claim", "edge"), ("Article", "name"), ("Article", "outlet"), ("Article", "published"))


def statements() -> list[Statement]:
    """What declares the constraints and indexes; running it again changes nothing."""
    unique = [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE" for label in NODES
    ]
    per_label = [(label, "name") for label in ontology.LABELS]
    indexes = [
        f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, name in (*_INDEXES, *per_label)
    ]
    return [Statement(cypher) for cypher in (*unique, *indexes)]


def claim_graph(store: Store, *, create: bool) -> bool:
    """Check that the graph is ours, or make an empty one ours; True where it was made just now.

    Raises ForeignGraphError, NewerGraphError, or NoGraphError where it is empty and `create` is False.
    """
    found = store.read("MATCH (j:Jejaring {id: 'jejaring'}) RETURN j.schema AS version")
    if found:
        if found[0]["version"] > SCHEMA:
            raise NewerGraphError(url=store.url, found=found[0]["version"], known=SCHEMA)
        return False
    if store.read("MATCH (n) RETURN 1 AS one LIMIT 1"):
        raise ForeignGraphError(url=store.url)
    if not create:
        raise NoGraphError(url=store.url)
    for statement in statements():
        store.write([statement])  # Neo4j wants every schema change in a transaction without data
    store.write(_declare())
    marker = "MERGE (j:Jejaring {id: 'jejaring'}) ON CREATE SET j.schema = $schema, j.revision = 0"
    store.write([Statement(marker, {"schema": SCHEMA})])
    return True


def _declare() -> list[Statement]:
    """A node with every property, made and taken away: kglite refuses `{rule: 'x'}` before it has seen a rule."""
    return [
        Statement(
            f"MERGE (n:{label} {{id: ''}}) SET n = $properties WITH n DETACH DELETE n",
            {"properties": {p.name: p.empty for p in properties}},
        )
        for label, properties in NODES.items()
    ]
