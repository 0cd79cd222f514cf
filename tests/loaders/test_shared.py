"""The real input: the seed article as scraped, the pool, and gold evidence, which no rule may cut."""

import json
import os
import time
from pathlib import Path

import pytest

from jejaring.errors import EmptyArticleError
from jejaring.loaders import Unread, from_row, read
from jejaring.models import Document

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def shared() -> Path:
    return Path(os.environ["JEJARING_SHARED"])


@pytest.fixture(scope="module")
def seed(shared: Path) -> Document:
    (document,) = read([str(shared / "articles" / "antara-banyuwangi.txt")])
    assert isinstance(document, Document)
    return document


def test_what_the_seed_article_tells_of_itself(seed: Document) -> None:
    assert seed.title.startswith("Kemenlu koneksikan")
    assert (seed.outlet, seed.dateline, seed.language) == ("ANTARA", "Banyuwangi", "id")
    assert (seed.authors, seed.editor) == (("Novi Husdinariyanto",), "Triono Subagyo")
    assert (seed.published, seed.copyright_year) == (None, 2025)
    assert seed.rights
    assert seed.rights.startswith("Dilarang keras")


@pytest.mark.parametrize(
    "name", ["Gandrung", "Kemiren", "Kemenpar", "Husdinariyanto", "Triono", "ANTARA", "Rakyat", "Read", " ago", "Baca"]
)
def test_nothing_of_the_page_is_left_in_the_seed_article(seed: Document, name: str) -> None:
    assert name in seed.text
    assert name not in seed.masked


def test_the_pool_loads(shared: Path) -> None:
    began = time.perf_counter()
    found = list(read([str(shared / "articles" / "pool.jsonl")]))
    seconds = time.perf_counter() - began
    unread = [d for d in found if isinstance(d, Unread)]
    assert len(found) == 4826
    assert all(isinstance(u.error, EmptyArticleError) for u in unread)
    assert len(unread) == 6  # their text is nothing but an advertisement's line, or a dateline
    assert seconds / len(found) < 0.005


@pytest.mark.parametrize("name", ["seed", "train"])
def test_no_gold_evidence_is_cut(shared: Path, name: str) -> None:
    lines = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    cut = [c["evidence"] for row in rows for c in row["claims"] if _covered(from_row(row, "gold"), c["evidence"])]
    assert cut == []


def _covered(document: Document, evidence: str) -> bool:
    start = document.text.index(evidence)
    kept = document.masked[start : start + len(evidence)]
    return len("".join(kept.split())) < len("".join(evidence.split())) / 2
