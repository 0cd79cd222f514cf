import json

import pytest

from .conftest import EXAMPLES


@pytest.fixture
def gold(jejaring):
    """What the extractor reads in the sample articles, as if somebody had annotated it so."""
    assert jejaring("extract", EXAMPLES, "-o", "gold.jsonl").code == 0
    return "gold.jsonl"


def test_what_the_extractor_wrote_is_all_right(jejaring, gold):
    found = json.loads(jejaring("evaluate", gold, "--predicted", gold, "--json").out)
    assert found["figures"]["claims"]["f1"] == found["figures"]["entities"]["f1"] == 100
    assert found["kinds"] == {}


@pytest.mark.parametrize("lang", ["en", "id"])
def test_tables_fit_the_terminal(jejaring, gold, lang):
    run = jejaring("evaluate", gold, "--lang", lang)
    assert run.code == 0
    assert "HOLDS_POSITION" in run.out
    assert "AUROC" in run.out
    assert max(map(len, run.out.splitlines())) <= 80


def test_errors_are_listed(jejaring, gold, tmp_path):
    rows = [json.loads(line) for line in (tmp_path / gold).read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["claims"] = []
    (tmp_path / "less.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    run = jejaring("evaluate", gold, "--predicted", "less.jsonl", "--errors")
    assert "claim missed, both ends found: " in " ".join(run.out.split())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not an annotated article"),
        ("[]", "not an annotated article (list)"),
        ('{"id": "a", "text": "b", "entities": [{}], "claims": []}', "entities.id"),
        ('{"id": "a", "text": "b", "claims": []}', "(entities)"),
        ("", "empty"),
    ],
)
def test_what_is_not_gold_is_named(jejaring, tmp_path, line, told):
    (tmp_path / "bad.jsonl").write_text(line, encoding="utf-8")
    run = jejaring("evaluate", "bad.jsonl")
    assert run.code == 1
    assert told in " ".join(run.err.split())
