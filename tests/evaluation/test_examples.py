"""The sample articles against what was read in them by hand: most claims are found, and nothing that is not said."""

from pathlib import Path

import pytest
import yaml

from jejaring import api

ROOT = Path(__file__).resolve().parents[2]
GOLD = yaml.safe_load((ROOT / "tests" / "gold" / "examples.yaml").read_text(encoding="utf-8"))
FLOOR = 0.8


@pytest.fixture(scope="module")
def told():
    """Of each article: the forms its entities go by, and its claims as (heads, type, tails, modality)."""
    found = {}
    for document in api.read([str(ROOT / "examples" / "articles")]):
        extraction = api.extract(document)
        forms = {e.id: {e.name, *e.aliases} for e in extraction.entities}
        claims = [(forms[c.head], c.type, forms[c.tail], c.modality.value) for c in extraction.claims]
        found[document.name] = (set().union(*forms.values()), claims)
    return found


def is_told(line, claims):
    fact, _, modality = (part.strip() for part in line.partition("|"))
    edge = next(word for word in fact.split() if word.isupper() and ("_" in word or word in EDGES))
    head, tail = (end.strip() for end in fact.split(f" {edge} ", 1))
    ends = [(head, tail), (tail, head)] if edge in ("MET", "PARTNERED_WITH") else [(head, tail)]
    return any(
        e == edge and m == (modality or "asserted") and any(h in heads and t in tails for h, t in ends)
        for heads, e, tails, m in claims
    )


EDGES = {"VISITED", "MET", "RUNS", "ORGANIZED", "SUPPORTS", "OPPOSES", "FUNDED"}


def test_most_of_what_is_said_is_found(told):
    lines = [(name, line) for name, gold in GOLD.items() for line in gold["claims"]]
    missed = [f"{name}: {line}" for name, line in lines if not is_told(line, told[name][1])]
    assert 1 - len(missed) / len(lines) >= FLOOR, missed


@pytest.mark.parametrize("name", GOLD)
def test_nothing_is_found_that_is_not_said(told, name):
    forms, claims = told[name]
    for line in GOLD[name]["never"]:
        assert not (is_told(line, claims) if any(e in line.split() for e in EDGES | {"FOCUSES_ON"}) else line in forms)
