import importlib.util
import os
from pathlib import Path

import pytest

from jejaring.evaluation.calibration import calibration
from jejaring.evaluation.evaluate import evaluate, predict
from jejaring.evaluation.figures import intervals
from jejaring.evaluation.gold import read_gold
from jejaring.evaluation.judge import Sureness, judge


def entity(number, kind, name, *aliases, **attrs):
    return {"id": f"e{number}", "type": kind, "name": name, "aliases": list(aliases), "attrs": attrs}


def claim(head, kind, tail, evidence="Budi bertemu Sari di Ende.", **more):
    given = {"head": f"e{head}", "type": kind, "tail": f"e{tail}", "evidence": evidence, "modality": "asserted"}
    return {**given, "attributed_to": None, "confidence": 0.8, **more}


def article(entities, claims, number=1):
    text = "Budi bertemu Sari di Ende."
    return {"id": f"a{number}", "language": "id", "text": text, "entities": entities, "claims": claims}


BUDI, SARI, ENDE = entity(1, "Person", "Budi"), entity(2, "Person", "Sari"), entity(3, "Place", "Ende")
GOLD = article([BUDI, SARI, ENDE], [claim(1, "MET", 2), claim(1, "VISITED", 3)])


def faults(found):
    return sorted(fault.kind for fault in judge(GOLD, found).faults)


def test_a_perfect_reading_has_no_faults():
    assert faults(GOLD) == []
    assert evaluate([GOLD], [GOLD]).figures["claims"]["f1"] == 100


def test_who_met_whom_may_be_read_either_way_round():
    assert faults(article([BUDI, SARI, ENDE], [claim(2, "MET", 1), claim(1, "VISITED", 3)])) == []


def test_errors_are_told_apart():
    sari = entity(2, "Group", "Sari")
    found = article([BUDI, sari, ENDE], [claim(1, "MET", 2), claim(1, "LOCATED_IN", 3)])
    assert faults(found) == ["missed-end", "missed-label", "missed-type", "wrong-end", "wrong-label", "wrong-type"]


def test_a_claim_the_wrong_way_round_is_told_apart():
    found = article([BUDI, SARI, ENDE], [claim(1, "MET", 2), claim(3, "VISITED", 1)])
    assert faults(found) == ["missed-turned", "wrong-turned"]


def test_intervals_are_the_same_each_time_and_hold_the_figure():
    empty = article([BUDI], [])
    judged = [judge(GOLD | {"id": f"a{i}"}, GOLD if i % 3 else empty) for i in range(12)]
    swung = intervals(judged)
    assert swung == intervals(judged)
    low, high = swung["claims.f1"]
    assert low < 80 < high < 100


def test_calibration_of_what_means_what_it_says():
    said = [Sureness(0.75, i % 4 > 0, "MET") for i in range(80)] + [
        Sureness(0.25, i % 4 == 0, "MET") for i in range(80)
    ]
    found = calibration(said)
    assert found["ece"] == 0
    assert found["auroc"] == 0.75
    assert [b["claims"] for b in found["bins"]] == [80, 80]


def test_calibration_of_what_is_far_too_sure():
    found = calibration([Sureness(0.9, bool(i % 2), "MET") for i in range(100)])
    assert found["ece"] == found["ece_mass"] == 0.4
    assert found["auroc"] == 0.5
    assert calibration([])["ece"] is None


@pytest.mark.shared
def test_the_judge_gives_what_the_shared_one_gives():
    folder = Path(os.environ["JEJARING_SHARED"]) / "gold"
    spec = importlib.util.spec_from_file_location("shared_score", folder / "score.py")
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    golds = read_gold(folder / "dev.jsonl")
    found = [predict(gold) for gold in golds]
    wanted = shared.score(golds, {a["id"]: a for a in found})
    ours = evaluate(golds, found)
    assert ours.articles == wanted.pop("articles")
    assert list(ours.missing) == wanted.pop("missing")
    assert ours.figures == wanted
    assert ours.calibration["ece"] <= 0.08
    assert ours.calibration["auroc"] >= 0.75
