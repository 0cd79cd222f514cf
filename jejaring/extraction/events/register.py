"""The events of a draft: found again under another phrase, or new; each happening once."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Thing
from jejaring.extraction.events.dating import compatible
from jejaring.text.sentences import Sentence

_TOKEN = re.compile(r"\w+")
_LIGHT = frozenset(["dan", "di", "ke", "dengan", "untuk", "bersama", "antara", "the", "of", "and", "in", "to", "with"])


_SYNONYMS = (
    (re.compile(r"\b(?:mou|memorandum of understanding(?: \(mou\))?|kesepahaman bersama)\b"), "nota kesepahaman"),
    (re.compile(r"\bpenandatangan\b"), "penandatanganan"),
)
# Nouns of one kind that may tell the same happening: the parties or the place tell such events apart.
_HEADS = frozenset({
    "pertemuan", "pembicaraan", "diskusi", "dialog", "perundingan", "audiensi", "bilateral", "meeting", "talks",
    "kunjungan", "peninjauan", "lawatan", "kunker", "kerja", "kenegaraan", "resmi", "visit",
})  # fmt: skip


def tokens(name: str) -> frozenset[str]:
    """The words of a name that tell events apart."""
    low = name.lower()
    for pattern, word in _SYNONYMS:
        low = pattern.sub(word, low)
    words = frozenset(_TOKEN.findall(low)) - _LIGHT
    return words - _HEADS if len(words - _HEADS) > 1 else words


def event_sentences(draft: Draft, event: str) -> list[Sentence]:
    """The sentences that hold a mention of the event with this id, in text order."""
    found = (draft.sentence_at(s.start) for s in draft.spans if s.entity == event)
    return list(dict.fromkeys(s for s in found if s))


def events_of(draft: Draft, kind: str | None = None) -> list[Thing]:
    """The events found so far, of one kind where it is given, in order of finding."""
    return [t for t in draft.things.values() if t.label == "Event" and kind in (None, t.attrs.get("kind"))]


def similar(one: str, other: str) -> float:
    """Share of the shorter name's telling words that the other has too."""
    a, b = tokens(one), tokens(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _same(event: Thing, name: str, date: str | None) -> bool:
    if not compatible(event.attrs.get("date"), date):
        return False
    names = [event.name, *event.forms]
    return any(n.lower() == name.lower() for n in names) or (
        len(tokens(name)) > 1 and any(similar(n, name) >= 0.75 for n in names if len(tokens(n)) > 1)
    )


def ensure_event(draft: Draft, kind: str, name: str, start: int, end: int) -> Thing:
    """The event of `kind` that `text[start:end]` tells: one with a mention there or of this name, else new.

    Relation rules call it for what they find themselves: the meeting behind a MET, the visit behind a VISITED.
    """
    for span in draft.within(start, end, "Event"):
        if draft.things[span.entity].attrs.get("kind") == kind:
            return draft.things[span.entity]
    return record(draft, kind, name, (start, end), None)


def record(draft: Draft, kind: str, name: str, span: tuple[int, int], date: str | None, form: str = "nominal") -> Thing:
    """The event of this kind, name and date, with a mention at `span`; an event told before gets a better date."""
    event = next((e for e in events_of(draft, kind) if _same(e, name, date)), None)
    if event is None:
        event = draft.add("Event", name, kind=kind, date=date)
    elif len(date or "") > len(event.attrs.get("date") or ""):
        event.attrs["date"] = date
    refer(draft, event, span, form)
    return event


def _improve(draft: Draft, event: Thing, name: str, date: str | None) -> None:
    """Take the fuller of two dates, and of two descriptions (a proper name stays)."""
    if len(date or "") > len(event.attrs["date"] or ""):
        event.attrs["date"] = date
    described = all(s.kind == "nominal" for s in draft.spans if s.entity == event.id)
    if described and tokens(name) > tokens(event.name):
        event.name = name


def refer(draft: Draft, event: Thing, span: tuple[int, int], form: str = "nominal") -> None:
    """Add a mention of `event` at `span`, once."""
    if not any((s.start, s.end, s.entity) == (*span, event.id) for s in draft.spans):
        draft.mention(event, *span, form)
