from pathlib import Path

import pytest

from jejaring import api
from jejaring.extraction.confidence import BASE, LEAST_SURE, MOST_SURE, MOST_TOLD, weigh, weights
from jejaring.extraction.draft import Draft
from jejaring.extraction.extractor import STEPS
from jejaring.extraction.finish import one_a_fact
from jejaring.models import Document

TABLE = {BASE: 0.0, "gap:far": -2.0, "gap:next": 1.0}
ROOT = Path(__file__).resolve().parents[2]


def test_weights_move_confidence_and_are_told_heaviest_first():
    assert weigh([], TABLE).confidence == 0.5
    assert weigh(["gap:far"], TABLE).confidence < 0.5 < weigh(["gap:next"], TABLE).confidence
    assert weigh(["gap:next", "gap:far"], TABLE).reasons == ("gap:far -2.00", "gap:next +1.00")


def test_what_the_table_does_not_know_says_nothing():
    assert weigh(["rule:new"], TABLE) == weigh([], TABLE)


def test_nothing_is_quite_sure():
    assert weigh(["a"], {BASE: 50.0}).confidence == MOST_SURE
    assert weigh(["a"], {BASE: -50.0}).confidence == LEAST_SURE


@pytest.fixture(scope="module")
def examples():
    return list(api.read([str(ROOT / "examples" / "articles")]))


def test_every_claim_keeps_why_it_is_so_sure(examples):
    claims = [claim for document in examples for claim in api.extract(document).claims]
    assert claims
    for claim in claims:
        assert 1 <= len(claim.reasons) <= MOST_TOLD
        assert all(reason.rpartition(" ")[0] in weights() for reason in claim.reasons)


def test_calibration_makes_and_drops_no_claim(examples):
    for document in examples:
        draft = Draft.of(document)
        for step in STEPS:
            step(draft)
        kept = [(p.type, p.rule, p.start) for p in one_a_fact(draft.proposals)]
        assert [(c.type, c.rule, c.evidence.start) for c in api.extract(document).claims] == kept


def test_a_name_is_surer_than_a_pronoun():
    def sureness(second):
        text = f"Wali Kota Budi Santoso tiba pada Senin. {second} bertemu Sari Dewi."
        document = Document(id="a", name="a", source="a", text=text, language="id", content_hash="a")
        return next(c.confidence for c in api.extract(document).claims if c.type == "MET")

    assert sureness("Budi Santoso") > sureness("Ia")
