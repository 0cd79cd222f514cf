"""Small made-up articles for graph tests, and a picture of a whole graph to compare."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from jejaring import ontology
from jejaring.graph.store import Store
from jejaring.models import ArticleGraph, Document, EntityMention, Evidence, GraphClaim, Modality

LABELS = ("Person", "Institution", "Place", "Event", "Group", "Person")
TYPES = ("MET", "HOLDS_POSITION", "LOCATED_IN", "VISITED", "HELD_AT", "PARTICIPATED_IN", "ORGANIZED", "MEMBER_OF")
ATTRS = {
    "HOLDS_POSITION": {"title": "Ketua", "former": True},
    "PARTICIPATED_IN": {"role": "pembicara", "count": 30},
}


def make_mention(number: int, chance: random.Random) -> EntityMention:
    """One thing of a small world: its label hangs on its number, what is said of it on chance."""
    label = LABELS[number % len(LABELS)]
    attrs: dict[str, Any] = {"kind": chance.choice(["visit", "meeting"])} if label == "Event" else {}
    attrs |= {"size": chance.randrange(9)} if label == "Group" else {}
    name = f"Nama {number}" + " Panjang" * chance.randrange(3)
    forms = {name: chance.randrange(4), f"N{number}": 1 + chance.randrange(3)}
    canonical = f"Lembaga {number}" if number % 5 == 0 and chance.random() < 0.5 else None
    return EntityMention(id=f"e{number}", label=label, name=name, canonical=canonical, forms=forms, attrs=attrs)


def make_claim(number: int, version: int, ends: list[EntityMention], chance: random.Random) -> GraphClaim | None:
    """A claim between two things that the ontology allows one for."""
    head, tail = ends
    kind = next((t for t in TYPES if ontology.allows(t, head.label, tail.label)), None)
    if kind is None:
        return None
    edge_ends = sorted([head.id, tail.id]) if ontology.EDGES[kind].symmetric else [head.id, tail.id]
    return GraphClaim(
        id=f"c{number}-{version}-{kind}-{head.id}-{tail.id}",
        edge="-".join([kind, *edge_ends]),
        type=kind,
        head=head.id,
        tail=tail.id,
        modality=chance.choice(list(Modality)),
        evidence=Evidence(start=0, end=9, text=f"Kalimat {number}."),
        attributed_to=head.id if chance.random() < 0.3 else None,
        confidence=chance.randrange(11) / 10,
        extractor="uji/1",
        rule="uji",
        attrs={key: value for key, value in ATTRS.get(kind, {}).items() if chance.random() < 0.7 or key == "title"},
    )


def make_article(number: int, version: int = 1) -> ArticleGraph:
    """Article `number`, the same each time; another `version` is the same article read anew."""
    chance = random.Random(f"{number}/{version}")
    document = Document(
        id=f"a{number}",
        name=f"artikel-{number}",
        source=f"artikel-{number}.txt",
        text="Teks.",
        title=f"Judul {number}",
        outlet=chance.choice(["Kabar Uji", None]),
        published=chance.choice([f"2025-02-{number % 28 + 1:02d}", "2025-03-01T08:00:00+07:00", None]),
        copyright_year=2025,
        authors=("Ani",),
        content_hash=f"h{number}-{version}",
    )
    entities = sorted((make_mention(n, chance) for n in chance.sample(range(12), 5)), key=lambda entity: entity.id)
    claims = [make_claim(number, version, chance.sample(entities, 2), chance) for _ in range(6)]
    unique = {claim.id: claim for claim in claims if claim}
    return ArticleGraph(
        document=document,
        story=f"story-{number // 2}",
        fingerprint=f"f{number}-{version}",
        entities=tuple(entities),
        claims=tuple(unique.values()),
    )


def picture(store: Store) -> str:
    """Every node and every edge of the graph, but our marker, in one order."""
    nodes = store.read("MATCH (n) WHERE NOT n:Jejaring RETURN n ORDER BY n.id")
    edges = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a, type(r), b, r.id")
    return json.dumps([nodes, edges], indent=1, sort_keys=True)


@pytest.fixture(name="make_article")
def make_article_fixture() -> Callable[..., ArticleGraph]:
    """`make_article(number, version)`."""
    return make_article


@pytest.fixture(name="picture")
def picture_fixture() -> Callable[[Store], str]:
    """`picture(store)`."""
    return picture
