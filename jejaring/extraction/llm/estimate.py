"""What reading articles with a model will cost, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable

from jejaring.errors import DocumentError
from jejaring.extraction.llm.extractor import LlmExtractor
from jejaring.extraction.llm.prompt import sent_length
from jejaring.models import Document
from jejaring.models.record import Record

CHARACTERS = 3.0  # a token: models need one for 3 to 4 characters of Indonesian
# Characters of an answer for one of an article: annotated articles written as answers (benchmarks/llm_checks.py).
ANSWER = 3.7


class Estimate(Record):
    """How many articles will be sent, are answered already, or are not sent (reserved or too long); tokens; the price.

    `cost` is in the currency of the prices, None where no prices are known; thinking models use more tokens.
    """

    send: int
    kept: int
    left_out: int
    tokens_in: int
    tokens_out: int
    cost: float | None


def estimate(documents: Iterable[Document], extractor: LlmExtractor) -> Estimate:
    """What reading `documents` will cost at most; each text counts once, those answered before cost nothing."""
    seen: set[str] = set()
    kept = left_out = sent = written = 0
    for document in documents:
        key = extractor.key(document)
        if key in seen:
            continue
        seen.add(key)
        if _left_out(document, extractor):
            left_out += 1
        elif extractor.known(document):
            kept += 1
        else:
            sent += sent_length(document)
            written += len(document.masked)
    tokens = round(sent / CHARACTERS), round(written * ANSWER / CHARACTERS)
    send = len(seen) - kept - left_out
    return Estimate(
        send=send,
        kept=kept,
        left_out=left_out,
        tokens_in=tokens[0],
        tokens_out=tokens[1],
        cost=cost(extractor, *tokens),
    )


def cost(extractor: LlmExtractor, tokens_in: int, tokens_out: int) -> float | None:
    """The price of tokens, None where the settings have none."""
    prices = extractor.settings.price_in, extractor.settings.price_out
    if prices[0] is None or prices[1] is None:
        return None
    return (tokens_in * prices[0] + tokens_out * prices[1]) / 1_000_000


def _left_out(document: Document, extractor: LlmExtractor) -> bool:
    try:
        extractor.check(document)
    except DocumentError:
        return True
    return False
