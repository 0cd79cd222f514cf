"""The events behind claims that tell one: a meeting for each MET, a visit for each visit told by its own word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from jejaring.extraction.draft import Draft, Proposal, Thing
from jejaring.extraction.events import ensure_event
from jejaring.extraction.relations.met import met
from jejaring.extraction.relations.visited import visited

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
_WELCOME = re.compile(r"sambut|welcom|greet|bicara|komunikasi|koordinasi|keterangan")  # no event of its own
_VISIT_RULES = frozenset(["visit-verb", "visit-noun", "visit-passive"])
_VISIT_WORDS = re.compile(r"kunjung|lawatan|kunker|tinjau|visit|trip|blusukan|sidak|tandang|sambang", re.I)


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
