"""The step learned: what the model's probabilities add, and where its claims stand in the text."""

from math import log

import numpy as np
import pytest

from jejaring.extraction.draft import Draft
from jejaring.extraction.extractor import STEPS
from jejaring.extraction.learned import LEAST, LONGEST, RULE, learned
from jejaring.extraction.model.pairs import RELATIONS, Pairs, pairs
from jejaring.models import Document

TEXT = "Bupati Rahmat Sudirjo mengunjungi Kabupaten Garut. Ia lalu pulang."


def flat(probability: float, *relations: str) -> Pairs:
    """A scorer that finds each of `relations` equally likely everywhere, and nothing else."""
    weights = {name: np.zeros_like(array) for name, array in pairs().weights.items()}
    weights["out.bias"][:] = -20
    weights["out.bias"][[RELATIONS.index(r) for r in relations]] = log(probability / (1 - probability))
    return Pairs(weights)


def drafted(text: str = TEXT) -> Draft:
    draft = Draft.of(Document(id="a", name="a", source="a", text=text, language="id", content_hash="a"))
    for step in STEPS[: [s.__name__ for s in STEPS].index("learned")]:
        step(draft)
    return draft


def facts(draft: Draft) -> set[tuple[str, str, str]]:
    return {(draft.things[p.head].name, p.type, draft.things[p.tail].name) for p in draft.proposals}


VISIT = ("Rahmat Sudirjo", "VISITED", "Kabupaten Garut")


def test_a_likely_relation_is_proposed_with_its_sentence():
    draft = drafted()
    draft.proposals.clear()
    learned(draft, flat(LEAST + 0.1, "VISITED"))
    assert VISIT in facts(draft)
    found = next(p for p in draft.proposals if p.type == "VISITED")
    assert found.rule == RULE
    assert found.likely == pytest.approx(LEAST + 0.1, abs=0.001)
    assert draft.text[found.start : found.end] == "Bupati Rahmat Sudirjo mengunjungi Kabupaten Garut."


def test_an_unlikely_relation_is_not_proposed():
    draft = drafted()
    draft.proposals.clear()
    learned(draft, flat(LEAST - 0.1, "VISITED"))
    assert VISIT not in facts(draft)


def test_what_a_rule_says_already_is_not_said_twice():
    draft = drafted()
    assert VISIT in facts(draft)
    learned(draft, flat(0.9, "VISITED"))
    assert [p.type for p in draft.proposals].count("VISITED") == 1
    assert next(p for p in draft.proposals if p.type == "VISITED").likely == 0.9


def test_a_rule_keeps_what_it_says_and_the_model_how_likely_it_is():
    draft = drafted()
    learned(draft, flat(0.01, "VISITED"))
    assert VISIT in facts(draft)
    assert next(p for p in draft.proposals if p.type == "VISITED").likely <= 0.01


def test_evidence_stays_in_its_bounds():
    far = " Cuaca hari itu cerah dan jalanan ramai sekali oleh warga yang berlalu-lalang." * 12
    draft = drafted(f"Rahmat Sudirjo tiba pada pagi hari.{far} Kabupaten Garut terletak di selatan.")
    learned(draft, flat(0.9, "VISITED"))
    for proposal in draft.proposals:
        assert 0 < proposal.end - proposal.start <= LONGEST


@pytest.mark.parametrize("text", ["Halo.", "12345 !!! ??", "a " * 3000])
def test_texts_without_names(text):
    draft = drafted(text)
    learned(draft)
    assert all(p.type != "VISITED" for p in draft.proposals)
