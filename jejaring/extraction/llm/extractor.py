"""The extractor that asks a language model: what it answers is kept only where the text bears it out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jejaring.extraction.finish import finish
from jejaring.extraction.llm.answer import Answer, parse
from jejaring.extraction.llm.asking import Asker
from jejaring.extraction.llm.cache import AnswerCache, Reply
from jejaring.extraction.llm.claims import read
from jejaring.extraction.llm.endpoint import Endpoint
from jejaring.extraction.llm.errors import LlmExtraError, LlmLongArticleError, LlmReservedError
from jejaring.extraction.llm.problems import UnusableError
from jejaring.extraction.llm.prompt import digest, messages, versions
from jejaring.models import Document, Extraction
from jejaring.settings import LlmSettings

if TYPE_CHECKING:
    from jejaring.extraction.llm.client import Client

VERSION = "1"  # of what is made of an answer: raise it when the same answer may give other claims
LONGEST = 60_000  # characters of an article that are sent; a long speech has 50,000
# A rights notice that keeps machines out.
_RESERVED = re.compile(
    r"\b(?:AI|kecerdasan (?:buatan|artifisial)|artificial intelligence|machine learning|pembelajaran mesin|"
    r"large language models?|LLM|text and data mining|TDM|crawl\w*|scraping|pengindeksan otomatis)\b",
    re.IGNORECASE,
)


@dataclass
class Tally:
    """Articles asked about now and answered from the cache, tokens used now, and what was dropped, by reason."""

    asked: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dropped: Counter[str] = field(default_factory=Counter)


class LlmExtractor:
    """Reads documents by asking the model of `settings`, once for each.

    Answers are kept on disk, so the same document gives the same extraction and is paid for once. Raises LlmError where
    no article can be read so, and a DocumentError where this one can't.
    """

    def __init__(self, settings: LlmSettings) -> None:
        self.settings = settings
        self.endpoint = Endpoint.of(settings)
        self.cache = AnswerCache(settings.cache)
        self.asker = Asker(_client(self.endpoint, settings.seconds))
        self.tally = Tally()

    @property
    def name(self) -> str:
        """Its name, the model's, and the versions of the checks, the prompt and the schema: "llm/MODEL/1.PPPP.SSSS"."""
        found = versions()
        return f"llm/{self.endpoint.model}/{VERSION}.{found['prompt']}.{found['schema']}"

    def extract(self, document: Document) -> Extraction:
        """What the model reads in `document` and its text bears out."""
        self.check(document)
        draft, dropped = read(document, self._answer(document))
        self.tally.dropped += dropped
        return finish(draft, self.name)

    def check(self, document: Document) -> None:
        """Raises LlmReservedError or LlmLongArticleError where `document` is not sent."""
        if not self.settings.reserved and _RESERVED.search(document.rights or ""):
            raise LlmReservedError(source=document.source)
        if (length := len(document.text)) > LONGEST:
            raise LlmLongArticleError(source=document.source, length=length, most=LONGEST)

    def key(self, document: Document) -> str:
        """Where the answer for `document` is kept: a hash of all that is sent, the model and the schema included."""
        sent = [message["content"] for message in messages(document)]
        return digest(self.endpoint.model, versions()["schema"], *sent)

    def known(self, document: Document) -> Answer | None:
        """The answer kept for `document`, None where there is none to be used."""
        reply = self.cache.get(self.key(document))
        return _parsed(reply) if reply else None

    def _answer(self, document: Document) -> Answer:
        kept = self.known(document)
        if kept:
            self.tally.kept += 1
            return kept
        self.cache.prepare()
        reply = self.asker.ask(document.source, messages(document), lambda found: parse(found.content))
        self.cache.put(self.key(document), reply)
        self.tally.asked += 1
        self.tally.tokens_in += reply.tokens_in
        self.tally.tokens_out += reply.tokens_out
        return parse(reply.content)


def _parsed(reply: Reply) -> Answer | None:
    try:
        return parse(reply.content)
    except UnusableError:
        return None


def _client(endpoint: Endpoint, seconds: float) -> Client:
    """A client, if its package is there: it is an extra."""
    try:
        from jejaring.extraction.llm.client import Client, Limits  # noqa: PLC0415 - an extra, and slow to import
    except ModuleNotFoundError as missing:
        raise LlmExtraError(package=missing.name) from None
    return Client(endpoint, Limits(seconds=seconds))
