"""Events that verbs tell: "A bertemu B", "menandatangani nota kesepahaman", "melantik pejabat"."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft
from jejaring.extraction.events.dating import date_of
from jejaring.extraction.events.heads import VERBS
from jejaring.extraction.events.naming import capital, parties, place_after
from jejaring.extraction.events.register import record
from jejaring.text.dates import DateMention

_OBJECT = re.compile(
    r"(?:\s(?!(?:di|pada|yang|dengan|oleh|untuk|saat|bersama|ini|itu|tersebut|dalam|langsung|secara)\b)"
    r"[\w&/’'()-]+){1,7}"
)


def told_by_verbs(draft: Draft, dates: list[DateMention]) -> None:
    """Record the events that verbs tell; a visit only where the text also says when, else it is but a movement."""
    for sentence in draft.sentences:
        for pattern, noun, kind in VERBS:
            for match in pattern.finditer(draft.text, sentence.start, sentence.end):
                name = _name(draft, noun, kind, *match.span())
                date = date_of(draft, dates, *match.span())
                if name and (date or kind != "visit"):
                    record(draft, kind, name, match.span(), date)


_ENGLISH = {
    "Pertemuan": "Meeting", "Audiensi": "Audience", "Kunjungan": "Visit", "Peninjauan": "Inspection",
    "Penandatanganan": "Signing", "Pelantikan": "Inauguration", "Pengukuhan": "Inauguration",
    "Peresmian": "Inauguration", "Penyerahan": "Handover", "Penyaluran": "Distribution",
}  # fmt: skip


def _name(draft: Draft, noun: str, kind: str, start: int, end: int) -> str | None:
    """The name of the event that a verb tells, None where too little is said to name it."""
    english = draft.document.language == "en"
    who = parties(draft, start, end, verb=True)
    noun, joint = (f"{_ENGLISH[noun]} of", " and ") if english else (noun, " dan ")
    if kind == "meeting":
        return f"{noun} {joint.join(who)}" if who else None
    place = place_after(draft, start) or _object(draft, end) if kind == "visit" else None
    if place and who:
        return f"{noun} {who[0]} {'to' if english else 'ke'} {place}"
    match = _OBJECT.match(draft.text, end) if noun not in ("Kunjungan", "Visit of") else None
    return capital(f"{noun} {match.group().strip()}") if match else None


def _object(draft: Draft, end: int) -> str | None:
    sentence = draft.sentence_at(end - 1)
    spans = draft.within(end, sentence.end, "Place", "Institution") if sentence else []
    near = [s for s in spans if re.fullmatch(r"\s(?:\w+\s){0,4}", draft.text[end : s.start])]
    return draft.things[near[0].entity].name if near else None
