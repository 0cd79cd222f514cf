"""Asking a real server: what is retried, what ends it, what users are told, and that nothing goes elsewhere."""

import asyncio
import logging
import socket
import sys
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from jejaring.extraction.llm import LlmExtractor
from jejaring.extraction.llm.endpoint import Endpoint
from jejaring.extraction.llm.errors import (
    LlmAnswerError,
    LlmBadKeyError,
    LlmBadUrlError,
    LlmBusyError,
    LlmExtraError,
    LlmKeyError,
    LlmLongArticleError,
    LlmModelError,
    LlmOpenKeyError,
    LlmQuotaError,
    LlmRedirectError,
    LlmReservedError,
    LlmSettingError,
    LlmUnreachableError,
    LlmUrlError,
)
from jejaring.settings import LlmSettings

from .conftest import ANSWER, CLAIMS, completion, good, slow, status

BUSY = status(429, {"error": {"message": "slow down"}}, Retry_After="0")


@pytest.mark.parametrize(
    "first",
    [[BUSY], [status(500)], [status(503), status(502), BUSY], [status(529, "overloaded")], [status(408)]],
    ids=["429", "500", "503 502 429", "529", "408"],
)
def test_a_passing_trouble_is_waited_out(extractor, article, server, first):
    server.answers(*first, good())
    assert len(extractor().extract(article).claims) == len(CLAIMS)
    assert len(server.seen) == len(first) + 1


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_honoured(extractor, article, server, form):
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    server.answers(status(429, Retry_After="1" if form == "seconds" else until), good())
    start = time.monotonic()
    extractor().extract(article)
    assert 0.9 < time.monotonic() - start < 4


def test_a_server_that_asks_for_too_long_a_wait_ends_it(extractor, article, server):
    server.answers(status(429, Retry_After="86400"))
    with pytest.raises(LlmBusyError, match="86400"):
        extractor().extract(article)
    assert len(server.seen) == 1


def test_waits_grow_and_end(extractor, article, server):
    server.answers(status(429, Retry_After="odd"))
    start = time.monotonic()
    with pytest.raises(LlmBusyError):
        extractor(tries=4).extract(article)
    assert len(server.seen) == 4
    assert time.monotonic() - start > 0.01 + 0.02 + 0.04


def test_a_server_that_fails_on_one_article_fails_that_article(extractor, article, server):
    server.answers(status(500, "out of memory"))
    with pytest.raises(LlmAnswerError, match="HTTP 500: out of memory"):
        extractor(tries=2).extract(article)


def test_a_server_that_fails_on_all_ends_it(extractor, article, server):
    server.answers(status(500))
    asker = extractor(tries=1)
    for number in range(4):
        with pytest.raises(LlmAnswerError):
            asker.extract(article.model_copy(update={"text": f"{article.text} {number}"}))
    with pytest.raises(LlmBusyError):
        asker.extract(article)


@pytest.mark.parametrize(
    "start", [b"HTTP/1.1 200 ", b"HTTP/1.1 200 OK\r\nX-Odd: ", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"]
)
def test_the_whole_request_has_a_limit_of_time(extractor, article, server, start):
    server.answers(slow(20, start))
    start = time.monotonic()
    with pytest.raises(LlmAnswerError, match=r"more than 0\.5 s"):
        extractor(seconds=0.5, tries=2).extract(article)
    assert time.monotonic() - start < 3


def test_slow_then_good(extractor, article, server):
    server.answers(slow(20), good())
    assert extractor(seconds=0.5).extract(article).claims


def test_a_connection_that_breaks_is_tried_again(extractor, article, server):
    def cut_off(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "500")
        handler.end_headers()
        handler.wfile.write(b'{"choices"')
        handler.close_connection = True

    server.answers(cut_off, good())
    assert extractor().extract(article).claims
    assert len(server.seen) == 2


def test_a_response_has_a_limit_of_size(extractor, article, server):
    server.answers(lambda handler: handler.send(200, b" " * 300_000))
    with pytest.raises(LlmAnswerError, match="100000"):
        extractor(most_bytes=100_000).extract(article)
    assert len(server.seen) == 1


def test_a_packed_response_is_not_unpacked(extractor, article, server):
    server.answers(lambda handler: handler.send(200, b"\x1f\x8b" + b"\x00" * 50, Content_Encoding="gzip"))
    with pytest.raises(LlmUrlError):
        extractor().extract(article)
    assert server.seen[0]["headers"]["Accept-Encoding"] == "identity"


REFUSALS = [
    ("response_format json_schema is not supported", "json_object"),
    ("Invalid schema for response_format 'article'", "json_object"),
]


@pytest.mark.parametrize(("words", "then"), REFUSALS)
@pytest.mark.parametrize("code", [400, 422])
def test_a_server_without_schemas_is_asked_for_an_object(extractor, article, server, words, then, code):
    server.answers(status(code, {"error": {"message": words}}), good())
    asker = extractor()
    assert asker.extract(article).claims
    formats = [seen["body"]["response_format"]["type"] for seen in server.seen]
    assert formats == ["json_schema", then]
    asker.extract(article.model_copy(update={"text": article.text + " Lagi."}))
    assert len(server.seen) == 3  # what it refused is not asked for again
    assert server.seen[2]["body"]["response_format"]["type"] == then


def test_a_server_that_refuses_one_thing_after_the_other_is_asked_plainly(extractor, article, server):
    refused = ["response_format", "json_object", "temperature", "seed", "max_completion_tokens"]
    server.answers(*(status(400, {"error": {"message": f"unsupported: {word}"}}) for word in refused), good())
    assert extractor().extract(article).claims
    assert set(server.seen[-1]["body"]) == {"model", "messages", "stream"}


def test_a_server_that_refuses_everything_is_not_asked_for_ever(extractor, article, server):
    server.answers(status(400, {"error": {"message": "response_format temperature seed max_tokens"}}))
    with pytest.raises(LlmAnswerError, match="HTTP 400"):
        extractor().extract(article)
    assert len(server.seen) == 6


OLLAMA = {"error": {"message": 'model "tiny" not found, try pulling it first'}}
OPENAI = {"error": {"message": "The model `tiny` does not exist", "code": "model_not_found"}}
QUOTA = {"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (status(401, {"error": {"message": "Incorrect API key: sk-secret"}}), LlmKeyError, "401"),
        (status(403), LlmKeyError, "403"),
        (status(404, OLLAMA), LlmModelError, "tiny"),
        (status(404, OPENAI), LlmModelError, "tiny"),
        (status(400, OPENAI), LlmModelError, "tiny"),
        (status(404, "<html>Not Found</html>"), LlmUrlError, "404"),
        (status(405), LlmUrlError, "405"),
        (status(429, QUOTA), LlmQuotaError, "quota"),
        (status(402), LlmQuotaError, "402"),
        (status(200, "<html>Welcome</html>"), LlmUrlError, "no chat completion"),
        (status(200, {"choices": []}), LlmUrlError, "no chat completion"),
        (status(200, '{"choices": [' * 20_000), LlmUrlError, "no chat completion"),
    ],
)
def test_what_stops_everything_is_told_once(extractor, article, server, answer, error, words):
    server.answers(answer)
    with pytest.raises(error, match=words) as told:
        extractor().extract(article)
    assert len(server.seen) == 1
    for lang in ("en", "id"):
        assert "sk-secret" not in told.value.message(lang) + told.value.hint(lang)


NULL = {"choices": [{"message": {"content": None, "refusal": "no"}}]}


@pytest.mark.parametrize("body", [NULL, completion("  "), {"choices": [None]}, {"choices": {}}, [], {"error": "odd"}])
def test_an_empty_answer_fails_only_its_article(extractor, article, server, body):
    server.answers(good(), status(200, body))
    asker = extractor()
    asker.extract(article)
    with pytest.raises(LlmAnswerError):
        asker.extract(article.model_copy(update={"text": article.text + " Lagi."}))


def test_an_answer_cut_off_at_its_longest_is_not_half_used(extractor, article, server):
    body = completion(ANSWER)
    body["choices"][0]["finish_reason"] = "length"
    server.answers(status(200, body))
    with pytest.raises(LlmAnswerError, match="cut off"):
        extractor().extract(article)


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_redirects_are_not_followed(extractor, article, server, code):
    elsewhere = f"{server.url.replace('127.0.0.1', 'localhost')}/elsewhere?sk-secret"
    server.answers(status(code, Location=elsewhere))
    with pytest.raises(LlmRedirectError, match="redirects are not followed") as told:
        extractor().extract(article)
    assert [seen["path"] for seen in server.seen] == ["/v1/chat/completions"]
    assert "sk-secret" not in str(told.value)


def test_it_asks_from_a_notebook_too(extractor, article):
    async def cell():
        return extractor().extract(article)

    assert asyncio.run(cell()).claims


def test_no_network(extractor, article):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    start = time.monotonic()
    with pytest.raises(LlmUnreachableError, match=r"127\.0\.0\.1"):
        extractor(url=url).extract(article)
    assert time.monotonic() - start < 3
    with pytest.raises(LlmUnreachableError, match=r"no-such-host\.invalid"):
        extractor(url="http://no-such-host.invalid/v1", key="").extract(article)


def test_the_environment_sends_nothing_by_another_way(extractor, article, server, monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1")
    assert extractor(key="").extract(article).claims
    assert "Authorization" not in server.seen[0]["headers"]


def test_the_key_is_in_its_header_and_nowhere_else(extractor, article, server, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    asker = extractor()
    asker.extract(article)
    sent = server.seen[0]
    assert sent["headers"]["Authorization"] == "Bearer sk-secret"
    assert sent["path"] == "/v1/chat/completions"
    texts = [caplog.text, repr(asker.settings), repr(asker.endpoint), asker.name, str(sent["body"])]
    texts += [p.read_text() for p in tmp_path.rglob("*") if p.is_file()]
    assert not any("sk-secret" in text for text in texts)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"url": ""}, LlmSettingError),
        ({"model": " "}, LlmSettingError),
        ({"url": "localhost:11434/v1"}, LlmBadUrlError),
        ({"url": "ftp://localhost/v1"}, LlmBadUrlError),
        ({"url": "file:///etc/passwd"}, LlmBadUrlError),
        ({"url": "http://user:sk-secret@localhost/v1"}, LlmBadUrlError),
        ({"url": "http://localhost/v1?key=sk-secret"}, LlmBadUrlError),
        ({"url": "http://[::1/v1"}, LlmBadUrlError),
        ({"url": "http://localhost:99999/v1"}, LlmBadUrlError),
        ({"url": "https:///v1"}, LlmBadUrlError),
        ({"key": "sk-secret\r\nX-Other: 1"}, LlmBadKeyError),
        ({"key": "sk-sécret"}, LlmBadKeyError),
        ({"url": "http://api.example.com/v1"}, LlmOpenKeyError),
        ({"url": "http://8.8.8.8/v1"}, LlmOpenKeyError),
    ],
)
def test_bad_settings_are_refused_before_anything_is_sent(given, error):
    settings = {"url": "http://localhost:1/v1", "model": "tiny", "key": "sk-secret", **given}
    with pytest.raises(error) as told:
        LlmExtractor(LlmSettings(**settings))
    assert "sk-s" not in told.value.message("en") + told.value.hint("en") + told.value.message("id")


@pytest.mark.parametrize(
    ("url", "post"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1/chat/completions"),
        ("http://192.168.1.5:8000/v1", "http://192.168.1.5:8000/v1/chat/completions"),
        ("http://vllm:8000/v1", "http://vllm:8000/v1/chat/completions"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1/chat/completions"),
    ],
)
def test_urls_with_or_without_their_path(url, post):
    assert Endpoint.of(LlmSettings(url=url, model="m", key="k")).url == post


def test_without_the_extra_users_are_told_how_to_get_it(monkeypatch):
    monkeypatch.delitem(sys.modules, "jejaring.extraction.llm.client")
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(LlmExtraError, match="httpx2") as told:
        LlmExtractor(LlmSettings(url="http://localhost/v1", model="m"))
    assert "jejaring[llm]" in told.value.hint("en")


def test_what_a_notice_reserves_is_not_sent(extractor, article, server):
    notice = "Dilarang mengambil konten untuk AI tanpa izin tertulis."
    reserved = article.model_copy(update={"rights": notice})
    with pytest.raises(LlmReservedError):
        extractor().extract(reserved)
    assert not server.seen
    assert extractor(reserved=True).extract(reserved).claims
    plain = article.model_copy(update={"rights": "Copyright 2025 Harian Contoh. Hak cipta dilindungi."})
    assert extractor().extract(plain).claims


def test_a_book_is_not_sent(extractor, article, server):
    with pytest.raises(LlmLongArticleError):
        extractor().extract(article.model_copy(update={"text": "kata " * 20_000}))
    assert not server.seen
