"""The events behind claims that tell one: a meeting for each MET, a visit for each visit told by its own word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.events import ensure_event
from jejaring.extraction.relations.met import met
from jejaring.extraction.relations.visited import visited

_BARE = re.compile(
    r"(?:pertemuan|rapat|forum|acara|kegiatan|ajang|diskusi|dialog|audiensi|kunjungan|penandatanganan|seminar|lokakarya|"
    r"festival|upacara|penghargaan|pelatihan|peluncuran|peresmian|meeting|event|visit|signing|ceremony|forum)(?:nya)?(?:\s(?:ini|itu|tersebut))?"
)
# What is commemorated is the occasion of an event, not the event.
_OCCASION = re.compile(
    r"\b(?:memperingati|merayakan|menyambut|menyongsong|rangka|jelang|menjelang|commemorat\w+)\s+(?:\w+\s+){0,2}$"
)
_GENERIC = re.compile(r"forum|acara|kegiatan|ajang|event")
_COMPLEMENT = re.compile(r"\s+(?:dengan|bersama|antara|untuk|ke|para|with|between|of|to|on|for|[A-Z\d])|\s*[\"“'‘(]")
_NOUNS = (
    (re.compile(r"audiensi", re.I), "Audiensi"),
    (re.compile(r"dengar pendapat|\bRDPU?\b"), "Rapat dengar pendapat"),
    (re.compile(r"rapat kerja", re.I), "Rapat kerja"),
    (re.compile(r"rapat", re.I), "Rapat"),
    (re.compile(r"perunding|berunding", re.I), "Perundingan"),
    (re.compile(r"diskusi", re.I), "Diskusi"),
    (re.compile(r"dialog", re.I), "Dialog"),
    (re.compile(r"silaturahmi", re.I), "Silaturahmi"),
)
_WELCOME = re.compile(r"sambut|welcom|greet")
_VISIT_RULES = frozenset(["visit-verb", "visit-noun", "visit-passive"])
_VISIT_WORDS = re.compile(r"kunjung|lawatan|kunker|tinjau|visit|trip|blusukan|sidak|tandang|sambang", re.I)


def settle(draft: Draft) -> None:
    """Point bare nouns ("Pertemuan dihadiri ...", "Forum digelar ...") at the event of that kind told before.

    The step events gives each its own event where a party stands near; a noun alone tells no second happening.
    """
    told: list[Span] = []
    for span in [s for s in draft.spans if draft.label(s) == "Event"]:
        text = draft.text[span.start : span.end].lower()
        kind = draft.things[span.entity].attrs.get("kind")
        bare = _BARE.fullmatch(text) and not _COMPLEMENT.match(draft.text, span.end)
        same = [t for t in told if _GENERIC.match(text) or draft.things[t.entity].attrs.get("kind") == kind]
        if bare and same:
            span.entity = same[-1].entity
        elif not _OCCASION.search(draft.text[max(0, span.start - 40) : span.start]):
            told.append(span)


def meetings(draft: Draft) -> Iterator[tuple[Thing, list[Proposal]]]:
    """Each meeting with the MET proposals that tell it, its cue in the first of them."""
    found = sorted((p for p in met(draft) if not _WELCOME.search(draft.text, *p.cue)), key=lambda p: p.cue)
    for cue, group in groupby(found, key=lambda p: p.cue):
        told = list(group)
        ends = dict.fromkeys(e for p in told for e in (p.head, p.tail))
        names = [draft.things[e].name for e in ends]
        noun = next((n for p, n in _NOUNS if p.search(draft.text, *cue)), "Pertemuan")
        first, rest = names[0], names[1]
        event = _told_at(draft, ("meeting", "visit"), cue)
        yield event or ensure_event(draft, "meeting", f"{noun} {first} dan {rest}", *cue), told


def _told_at(draft: Draft, kinds: tuple[str, ...], cue: tuple[int, int]) -> Thing | None:
    """The event of these kinds whose mention overlaps a cue."""
    spans = [s for s in draft.spans if s.start < cue[1] and cue[0] < s.end and draft.label(s) == "Event"]
    return next((draft.things[s.entity] for s in spans if draft.things[s.entity].attrs.get("kind") in kinds), None)


def visits(draft: Draft) -> Iterator[tuple[Thing, list[Proposal]]]:
    """Each visit with the VISITED proposals that tell it; arriving or speaking somewhere is no event."""
    found = [p for p in visited(draft) if p.rule in _VISIT_RULES or _VISIT_WORDS.search(draft.text, *p.cue)]
    main: dict[str, Thing] = {}
    for cue, group in groupby(sorted(found, key=lambda p: p.cue), key=lambda p: p.cue):
        told = list(group)
        who, where = draft.things[told[0].head], draft.things[told[0].tail]
        event = main.get(where.id) or _told_at(draft, ("visit",), cue)
        event = event or ensure_event(draft, "visit", f"Kunjungan {who.name} ke {where.name}", *cue)
        main.setdefault(where.id, event)
        yield event, told
