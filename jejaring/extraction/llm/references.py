"""What stands for a thing in a sentence that does not name it: "ia", "kementerian itu", "the minister"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jejaring.extraction.coreference import coreference
from jejaring.extraction.coreference.people import OFFICES
from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.events import events
from jejaring.extraction.groups import groups
from jejaring.extraction.llm.places import Place, whole
from jejaring.extraction.names import names
from jejaring.models import Document

REACH = 4  # sentences that a reference looks back
_FIRST = re.compile(r"(?:saya|aku|kami|kita|i|we|me|us|our|my)", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:ia|dia|beliau|mereka|keduanya|ketiganya|pihaknya|dirinya|\w{3,20}nya|he|she|it|they|him|her|them|his|its|their)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:[\w-]+\s+){1,6}(?:ini|itu|tersebut)|(?:the|this|that|these|those|para|kedua|both)(?:\s+[\w-]+){1,6}",
    re.IGNORECASE,
)


class References:
    """The references of one document: those the built-in coreference links, and which of a model's can be believed."""

    def __init__(self, document: Document) -> None:
        self.draft = Draft.of(document)
        for step in (names, coreference, groups, events):
            step(self.draft)

    def same(self, label: str, spans: Iterable[Span]) -> set[str]:
        """The built-in reader's things of this label that have a mention where one of `spans` is."""
        edges = {(s.start, None) for s in spans} | {(None, s.end) for s in spans}
        return {
            s.entity
            for s in self.draft.spans
            if self.draft.label(s) == label and ((s.start, None) in edges or (None, s.end) in edges)
        }

    def size(self, label: str, spans: Iterable[Span]) -> int | None:
        """The number that the text gives of a group."""
        sizes = [self.draft.things[thing].attrs.get("size") for thing in sorted(self.same(label, spans))]
        return next((size for size in sizes if isinstance(size, int)), None)

    def linked(self, same: set[str], start: int, end: int) -> Span | None:
        """The first mention in `text[start:end]` that the built-in coreference links to one of the things `same`."""
        return next((s for s in self.draft.within(start, end) if s.entity in same), None)

    def believed(self, words: str, same: set[str], named: list[Span], quote: Place) -> Span | None:
        """The place of `words` in a quotation, where a model says that they stand for the thing mentioned at `named`.

        They must be a pronoun, an office alone, or a noun that points back; the thing must be named shortly before (for
        "we" and "I" also shortly after), and the built-in coreference must not link them to another.
        """
        kind = _kind(words)
        for start, end in whole(self.draft.text, words, *quote) if kind else ():
            rivals = {s.entity for s in self.draft.spans if (s.start, s.end) == (start, end)}
            if (not rivals or rivals & same) and self._named_near(start, named, bool(_FIRST.fullmatch(words))):
                return Span(start, end, "", kind)
        return None

    def _named_near(self, at: int, named: list[Span], either_way: bool) -> bool:
        own = self.sentence(at)
        gaps = [own - self.sentence(s.start) for s in named if either_way or s.end <= at]
        return any(-1 <= gap <= REACH for gap in gaps)

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset, or of the last before it."""
        return sum(1 for s in self.draft.sentences if s.start <= at) - 1


def _kind(words: str) -> str:
    """ "pronoun" or "nominal" for words that refer, "" for others."""
    text = " ".join(words.split())
    if _PRONOUN.fullmatch(text) or _FIRST.fullmatch(text):
        return "pronoun"
    return "nominal" if _POINTING.fullmatch(text) or text.lower() in OFFICES else ""
