"""Find HELD_AT: the place behind an event phrase ("lokakarya di X", "yang digelar di X"), and where a visit goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses
from jejaring.extraction.relations._happenings import visits

_HELD = re.compile(
    r"\b(?:(?:akan|bakal|telah|sudah|kembali)\s+)*(?:di(?:gelar|adakan|selenggarakan|laksanakan|langsungkan|pusatkan|helat|"
    r"lakukan|buka|mulai|tempatkan)|berlangsung|bertempat|terjadi|berpusat|held|takes?|took|taking|was|is|be|will|place)\b"
)
_PREPOSITION = re.compile(r"(?:^|\s)(?P<at>di|bertempat di|(?<=hybrid )dari|at|in)\s+(?=[\w“\"'])")
_TO = re.compile(r"(?:^|\s)(?P<at>ke|di|to|in|at)\s+(?=\w)")
_STOP = re.compile(
    r"[;:“”\"]|[.!?]\s|\b(?:bahwa|karena|sementara|sedangkan|kata|ujar|ungkap|tutur|untuk|agar|guna|"
    r"yang\s+(?!(?:akan|juga|turut)\s)(?!di|ber|ter))"
)
_OPENED = re.compile(r"(?:peresmian|meresmikan|pembukaan|membuka|inauguration of)\s+(?:the\s+)?", re.I)
_ALONE = re.compile(
    r"\b(?:[Dd]igelar|[Dd]iselenggarakan|[Dd]iadakan|[Dd]ilaksanakan|[Bb]erlangsung|[Bb]ertempat|[Dd]ipusatkan)\s+"
    r"(?:\w+\s+){0,2}di\s+"
)
_HOSTS = re.compile(
    r"\b(?:(?:akan|bakal|telah|resmi|kembali)\s+)*menjadi tuan rumah\b|\b(?:will |to )?(?:hosts?|hosted)\b"
)
# Behind a comma the sentence goes on to something else, unless a relative clause or the place itself follows.
_COMMA = re.compile(r",\s+(?!yang\b|tepatnya\b|bertempat\b|di\b|pada\b|[A-Z\d])")
REACH = 140


def held_at(draft: Draft) -> Iterator[Proposal]:
    """Proposals of HELD_AT: one place an event phrase, the nearest; in text order."""
    seen: set[str] = set()
    for event, told in visits(draft):
        seen.add(event.id)
        for p in told[:1]:
            yield Proposal(event.id, "HELD_AT", p.tail, p.start, p.end, p.cue, "visit", p.confidence)
    for span in [s for s in clauses.events(draft) if s.entity not in seen]:
        yield from _inside(draft, span)
        yield from _behind(draft, span)
    yield from _detached(draft)
    yield from _hosted(draft)


def _inside(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "pertemuan di Bali": the place is part of the phrase."""
    for place in draft.within(event.start, event.end, "Place"):
        before = draft.text[event.start : place.start]
        if re.search(r"\b(?:di|ke|in|at)\s+(?:\w+\s+)?$", before) or _OPENED.fullmatch(before):
            start, end = clauses.bounds(draft, event.start)
            cue = (event.start, event.end)
            yield Proposal(event.entity, "HELD_AT", place.entity, start, end, cue, "phrase", 0.75)
            return


def _behind(draft: Draft, event: Span) -> Iterator[Proposal]:
    _, end = clauses.bounds(draft, event.start)
    begin = clauses.chain_end(draft, event)
    end = min([end, *(s.start for s in draft.starting(begin, end) if draft.label(s) == "Event")])
    visit = draft.things[event.entity].attrs.get("kind") == "visit"
    for match in (_TO if visit else _PREPOSITION).finditer(draft.text, begin, min(end, begin + REACH)):
        if not _leads(draft, draft.text[begin : match.start()].lstrip("\"”’')")):
            return
        where = clauses.places(draft, match.end(), 40)
        held = _HELD.search(draft.text, begin, match.end())
        confidence = 0.85 if held else 0.8 - (match.start() - begin) / 1000
        for place in where:
            yield _held(draft, event, place, held, confidence)
        if where:
            return


def _match_of(draft: Draft, event: Span) -> Span:
    """The match told in the sentence of a tournament: the place there is the match's."""
    start, _ = clauses.bounds(draft, event.start)
    if draft.things[event.entity].attrs.get("kind") != "competition":
        return event
    told = [s for s in draft.within(start, event.end, "Event") if " vs " in draft.things[s.entity].name]
    return told[-1] if told else event


def _held(draft: Draft, event: Span, place: Span, held: re.Match[str] | None, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, event.start)
    event = _match_of(draft, event)
    cue = held.span() if held else (event.start, event.end)
    rule = "held" if held else "event-at"
    return Proposal(event.entity, "HELD_AT", place.entity, start, end, cue, rule, round(confidence, 3))


def _detached(draft: Draft) -> Iterator[Proposal]:
    """ "Digelar di X ...", of the event told before."""
    for verb in _ALONE.finditer(draft.text):
        start, end = clauses.bounds(draft, verb.start())
        before = [s for s in clauses.events(draft) if s.start < verb.start() and verb.start() - s.end < 250]
        near = [s for s in before if s.start >= start] or before
        if re.search(r"[a-z]\s+$", draft.text[start : verb.start()]) and near[-1:] != before[-1:]:
            continue
        for place in clauses.places(draft, verb.end(), 30) if near and near[-1].start < start else ():
            yield Proposal(near[-1].entity, "HELD_AT", place.entity, start, end, verb.span(), "held-alone", 0.6)


def _hosted(draft: Draft) -> Iterator[Proposal]:
    """ "X menjadi tuan rumah EVENT": a place that hosts is where it is held."""
    for cue in _HOSTS.finditer(draft.text):
        events = clauses.following(draft, cue.end(), ("Event",), reach=30)
        start, _ = clauses.bounds(draft, cue.start())
        near = draft.within(start, cue.start(), "Place")[-1:] if events else []
        for place in [s for s in near if not draft.text[s.end : cue.start()].strip()]:
            yield _held(draft, events[0], place, cue, 0.7)


def _leads(draft: Draft, gap: str) -> bool:
    """Whether what stands between an event and a preposition keeps to the event."""
    bare = _HELD.sub(" ", re.sub(r"\b(?:yang|pada)\b", " ", gap))
    return not _STOP.search(gap) and not _COMMA.search(gap) and not clauses.has_verb(bare)
