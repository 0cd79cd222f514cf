"""What a server may answer, an article, and what a good model says of it."""

import json
import time

import pytest

from jejaring.extraction.llm import LlmExtractor
from jejaring.extraction.llm.client import Client, Limits
from jejaring.loaders import from_row
from jejaring.settings import LlmSettings

TEXT = (
    "Bupati Kediri Wardani Kusuma menerima kunjungan Yayasan Lentera Nusantara di Pendopo Kediri, Senin (3/2/2025).\n"
    "Ia menyebut yayasan itu akan mendanai Program Sekolah Rakyat Kediri.\n"
    "“Kami menolak Proyek Waduk Brantas,” kata Ketua Yayasan Lentera Nusantara Bima Prasetyo.\n"
    "Sebelumnya, Yayasan Lentera\u00a0Nusantara (YLN) menggelar Festival Layang-Layang Kediri."
)


def entity(number, label, name, *forms, kind=None, date=None):
    found = {"id": number, "label": label, "name": name, "forms": list(forms)}
    return {**found, "event_kind": kind, "event_date": date}


def claim(evidence, head, kind, tail, **more):
    found = {"evidence": evidence, "head": head, "head_words": "", "type": kind, "tail": tail, "tail_words": ""}
    return {**found, "modality": "asserted", "speaker": None, "office_or_role": None, **more}


ENTITIES = [
    entity("e1", "Person", "Wardani Kusuma"),
    entity("e2", "Institution", "Yayasan Lentera Nusantara", "YLN"),
    entity("e3", "Institution", "Pemerintah Kabupaten Kediri"),
    entity("e4", "Program", "Program Sekolah Rakyat Kediri"),
    entity("e5", "Program", "Proyek Waduk Brantas"),
    entity("e6", "Person", "Bima Prasetyo"),
    entity("e7", "Event", "Festival Layang-Layang Kediri", kind="festival"),
    entity("e8", "Place", "Pendopo Kediri"),
]
FIRST, SECOND, THIRD, FOURTH = TEXT.split("\n")
MET = claim(FIRST, "e1", "MET", "e2")
CLAIMS = [
    MET,
    claim("Bupati Kediri Wardani Kusuma", "e1", "HOLDS_POSITION", "e3", office_or_role="Bupati Kediri"),
    claim(SECOND, "e2", "FUNDED", "e4", head_words="yayasan itu", modality="planned", speaker="e1"),
    claim(THIRD, "e2", "OPPOSES", "e5", speaker="e6"),
    claim(FOURTH, "e2", "ORGANIZED", "e7"),
]
ANSWER = {"entities": ENTITIES, "claims": CLAIMS}


def completion(content, **more):
    """The body of a chat completion whose message is `content` (an object becomes JSON)."""
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return {"choices": [choice], "usage": {"prompt_tokens": 1000, "completion_tokens": 200}, **more}


def good(answer=ANSWER):
    return lambda handler: handler.send(200, completion(answer))


def status(number, body="", **headers):
    return lambda handler: handler.send(number, body, **headers)


def slow(seconds, start=b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"):
    """A start at once, then a blank at a time: a limit on each read alone would wait for ever."""

    def answer(handler):
        handler.wfile.write(start)
        for _ in range(int(seconds / 0.05)):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    return answer


@pytest.fixture
def server(llm_server):
    return llm_server.answers(good())


@pytest.fixture
def article():
    return from_row({"id": "a1", "text": TEXT, "published": "2025-02-04"}, "a1")


@pytest.fixture
def extractor(server, tmp_path):
    """An extractor that asks the test's server and does not wait long; options are limits or settings."""

    def make(**options):
        limits = {name: options.pop(name) for name in ("tries", "most_bytes", "seconds") if name in options}
        given = {"url": server.url, "model": "tiny", "key": "sk-secret", "cache": str(tmp_path / "cache"), **options}
        found = LlmExtractor(LlmSettings(**given))
        found.asker.client = Client(
            found.endpoint, Limits(**{"seconds": 5, "first_wait": 0.01, "longest_wait": 3, **limits})
        )
        return found

    return make
