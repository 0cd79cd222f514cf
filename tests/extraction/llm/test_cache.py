"""Answers are kept: the same input gives the same graph, and nothing is paid twice."""

import pytest

from jejaring.extraction.llm import cost, estimate
from jejaring.extraction.llm.cache import AnswerCache, Reply
from jejaring.extraction.llm.errors import LlmCacheError

from .conftest import ENTITIES, good, status


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_article_is_asked_about_once(extractor, article, server):
    server.answers(good(), status(500))
    one = extractor().extract(article)
    again = extractor()
    assert again.extract(article) == one
    assert len(server.seen) == 1
    assert (again.tally.asked, again.tally.kept, again.tally.tokens_in) == (0, 1, 0)


@pytest.mark.parametrize(
    "change", [{"text": "Bupati lain."}, {"published": "2024-01-01"}, {"title": "Judul"}, {"language": "en"}]
)
def test_what_changes_the_question_is_asked_anew(extractor, article, server, change):
    asker = extractor()
    assert asker.key(article.model_copy(update=change)) != asker.key(article)


def test_source_and_name_change_nothing_and_the_model_does(extractor, article):
    key = extractor().key(article)
    assert extractor().key(article.model_copy(update={"source": "b.txt", "name": "b"})) == key
    assert extractor(model="other").key(article) != key
    assert extractor(model="other").name != extractor().name


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b'{"key": "x", "content": "{}"}', b"[" * 100_000, b"\xff\xfe"]
)
def test_a_damaged_answer_is_asked_for_anew(extractor, article, server, tmp_path, damage):
    whole = extractor().extract(article)
    (kept,) = files(tmp_path / "cache")
    kept.write_bytes(damage)
    assert extractor().extract(article) == whole
    assert len(server.seen) == 2


def test_an_answer_of_another_article_is_not_taken(extractor, article, server, tmp_path):
    asker = extractor()
    asker.extract(article)
    other = article.model_copy(update={"text": article.text + " Lagi."})
    (kept,) = files(tmp_path / "cache")
    target = asker.cache._path(asker.key(other))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(kept.read_bytes())
    assert asker.known(other) is None


def test_what_is_no_answer_is_not_kept(extractor, article, server, tmp_path):
    server.answers(status(200, {"choices": [{"message": {"content": "no"}}]}))
    with pytest.raises(Exception, match="not JSON"):
        extractor().extract(article)
    assert not files(tmp_path / "cache")


def test_a_folder_that_can_not_be_written_is_told_before_anything_is_paid(extractor, article, server, tmp_path):
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(LlmCacheError, match="cache"):
        extractor().extract(article)
    assert not server.seen


def test_a_stop_while_writing_leaves_nothing_half(tmp_path, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    cache = AnswerCache(str(tmp_path))
    monkeypatch.setattr("os.replace", stop)
    with pytest.raises(KeyboardInterrupt):
        cache.put("ab" * 32, Reply("{}"))
    assert not files(tmp_path)


def test_odd_content_survives(tmp_path):
    cache = AnswerCache(str(tmp_path))
    cache.put("ab" * 32, Reply("\ud800 “x”", 3, 4))
    assert cache.get("ab" * 32) == Reply("\ud800 “x”", 3, 4)


def test_the_estimate_counts_each_text_once_and_the_answered_not(extractor, article, server):
    asker = extractor(price_in=1.0, price_out=2.0)
    reserved = article.model_copy(update={"rights": "tanpa izin untuk AI", "text": article.text + " a"})
    found = estimate([article, article, reserved], asker)
    assert (found.send, found.kept, found.left_out) == (1, 0, 1)
    assert found.tokens_in > len(article.text) / 4
    assert found.cost == pytest.approx((found.tokens_in + 2 * found.tokens_out) / 1e6)
    assert not server.seen
    asker.extract(article)
    found = estimate([article], asker)
    assert (found.send, found.kept, found.tokens_in, found.cost) == (0, 1, 0, 0)


def test_without_prices_there_is_no_cost(extractor, article):
    assert estimate([article], extractor(price_in=1.0)).cost is None
    assert cost(extractor(price_in=0.0, price_out=0.0), 5, 5) == 0


def test_what_was_dropped_is_counted_anew_from_the_cache(extractor, article, server):
    wrong = {"entities": [*ENTITIES, {**ENTITIES[0], "id": "e9", "name": "Tidak Ada"}], "claims": []}
    server.answers(good(wrong))
    for asker in (extractor(), extractor()):
        asker.extract(article)
        assert asker.tally.dropped == {"name": 1}
