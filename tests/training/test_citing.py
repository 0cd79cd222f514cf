"""Annotations without texts: what they cite is read from files, and packing loses nothing."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from annotations import pack, unpacked
from citing import Texts, glued


@pytest.fixture
def shared(tmp_path):
    (tmp_path / "articles").mkdir()
    article = {
        "id": "a1",
        "title": "T",
        "published": "2025-01-02",
        "language": "id",
        "text": "Nur lulusan Kolese Tirta.",
    }
    (tmp_path / "articles" / "pool.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    (tmp_path / "tree.conllu").write_text("# text = Nur menari.\n1\tNur\t_\n# text = Ia pulang.\n", encoding="utf-8")
    (tmp_path / "tags.txt").write_text('Nur B-PER\n( O\n30 O\n) O\nbilang O\n" O\nya O\n" O\n. O\n', encoding="utf-8")
    (tmp_path / "plain.txt").write_text("Satu baris.\nDua.\nTiga.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ({"file": "articles/pool.jsonl"}, "Nur lulusan Kolese Tirta."),
        ({"file": "articles/pool.jsonl", "chars": [4, 11]}, "lulusan"),
        ({"file": "tree.conllu", "lines": [[1, 3]]}, "Nur menari. Ia pulang."),
        ({"file": "tags.txt", "lines": [[1, 9]]}, 'Nur (30) bilang "ya".'),
        ({"file": "plain.txt", "lines": [[1, 1], [3, 3]]}, "Satu baris.\nTiga."),
    ],
)
def test_what_is_cited(shared, of, text):
    assert Texts(shared).article({"id": "a1", "language": "id", "of": of})["text"] == text


def test_possessives_stay_at_their_words():
    assert glued(["Tirta", "'s", "kapal", ",", "itu"]) == "Tirta's kapal, itu"


def test_packing_loses_nothing(shared, tmp_path):
    gold = {
        **Texts(shared).article({"id": "a1"}),
        "of": {"file": "articles/pool.jsonl"},
        "entities": [
            {"id": "e1", "type": "Person", "name": "Nur", "aliases": [], "attrs": {}},
            {"id": "e2", "type": "Institution", "name": "Kolese Tirta", "aliases": ["Tirta"], "attrs": {}},
        ],
        "claims": [
            {"head": "e1", "type": "ALUMNI_OF", "tail": "e2", "evidence": "Nur lulusan Kolese Tirta.", "attrs": {}}
        ],
    }
    packed = pack(gold)
    assert "Nur" not in json.dumps(packed)
    (tmp_path / "packed.jsonl").write_text(json.dumps(packed), encoding="utf-8")
    (again,) = unpacked(tmp_path / "packed.jsonl", shared)
    assert again == {key: value for key, value in gold.items() if key != "of"}
