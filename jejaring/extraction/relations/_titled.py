"""What a title names as the topic: the law "tentang X", the event that has "tema 'X'"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._clauses import bounds
from jejaring.extraction.topics import Phrase

_LAW = re.compile(
    r"(?:ran)?(?:uu\b|undang-undang|ruu\b|pp\b|perp(?:res|u|ol)\b|inpres|permen\w*|(?:ra)?perda\b|pergub|perwali|perbup"
    r"|peraturan|keputusan|ketetapan|tap mpr|surat edaran|s?e?ojk|pojk|nota kesepahaman|instruksi|law|act|regulation)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s(?:tentang|mengenai|terkait|on|concerning)\s", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s+(?:Nomor|No\.?)\s[\w./-]+)?(?:\s+(?:Tahun\s)?\d{4})?\s+(?:tentang|mengenai)\s"
    r"((?:[\w/-]+ ){0,8}?[\w/-]+)(?=[,.;:()\"”]|$| (?:yang|pada|telah|sudah|akan|ini|itu|tersebut|oleh|sebagai|dengan|"
    r"untuk|menjadi|adalah)\b)",
    re.IGNORECASE,
)
_THEME = re.compile(
    r"\b(?:(?:ber)?tema(?:nya)?|topik|theme)\b(?: (?:utama|besar|kali ini|tahun ini|adalah|yakni|yaitu|of))*,?:? ?"
    r"[\"“‘'](?P<title>[^\"“”‘’]{4,140}?)[,.]?[\"”’'](?!\w)",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"(?:perubahan|pencabutan)\b", re.IGNORECASE)  # what an amendment is about the other law tells
_BEYOND = re.compile(r"\s(?:\(|jo\b|juncto\b|(?:tahun )?\d{4}\b)", re.IGNORECASE)  # what is no more of the title
_HELD = ("Event", "Program")


def laws(draft: Draft) -> Iterator[tuple[str, Phrase, tuple[int, int]]]:
    """Each law with what it is about, as its title or the words behind it tell, and where they stand."""
    for span in [s for s in draft.spans if draft.label(s) == "Program" and s.kind == "name"]:
        if _LAW.match(draft.text, span.start, span.end):
            inside = _ABOUT.search(draft.text, span.start, span.end)
            behind = None if inside else _BEHIND.match(draft.text, span.end)
            start = inside.end() if inside else behind.start(1) if behind else 0
            end = span.end if inside else behind.end(1) if behind else 0
            if end > start and not _AMENDS.match(draft.text, start):
                yield span.entity, _whole(draft, start, end), (span.start, end)


def themes(draft: Draft) -> Iterator[tuple[str, Phrase, tuple[int, int]]]:
    """Each event or programme with the quoted theme that its sentence gives it, and where the theme stands."""
    for match in _THEME.finditer(draft.text):
        owner = _owner(draft, match.start(), match.end())
        if owner:
            yield owner.entity, _whole(draft, *match.span("title")), match.span()


def _whole(draft: Draft, start: int, end: int) -> Phrase:
    """A title is one topic, however long; a bracket behind it gives its short form alone."""
    beyond = _BEYOND.search(draft.text, start, end)
    end = beyond.start() if beyond and beyond.start() > start else end
    return Phrase(start, end, start, end)


def _owner(draft: Draft, at: int, end: int) -> Span | None:
    """The event or programme named last before a theme in its sentence, else the first behind it."""
    start, stop = bounds(draft, at)
    before, behind = draft.within(start, at, *_HELD), draft.within(end, stop, *_HELD)
    return before[-1] if before else behind[0] if behind else None
