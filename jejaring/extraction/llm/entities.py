"""From the entities of an answer to things of a draft, each with every place where its names stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.events.dating import anchor
from jejaring.extraction.llm.answer import AnswerEntity
from jejaring.extraction.llm.names import NAMED, is_form, name_in, seat, spellings
from jejaring.extraction.llm.places import Place, whole
from jejaring.text.dates import resolve
from jejaring.text.normalise import fold

MOST_MENTIONS = 300  # of one form; an answer that names a common word gets no more
MOST_SHARED = 3  # things that one place names: a place that acts, its government, its team


def add_entities(draft: Draft, text: str, answered: Iterable[AnswerEntity], dropped: Counter[str]) -> dict[str, Thing]:
    """Add what the text bears out to `draft`, with its mentions; the things by the ids of the answer.

    A government or ministry that only an office names ("Bupati Banyuwangi") comes without a mention.
    """
    dates = frozenset(d.iso for d in resolve(draft.text, anchor(draft)) if d.iso)
    things: dict[str, Thing] = {}
    known: dict[tuple[str, str], Thing] = {}
    forms: dict[str, list[str]] = {}
    for entity in answered:
        name = name_in(text, entity) or _seat_in(text, entity)
        if not name or entity.id in things:
            dropped["name"] += 1
            continue
        key = (entity.label, fold(name) or name)
        if key not in known:
            known[key] = draft.add(entity.label, name, **_attrs(entity, dates))
        things[entity.id] = known[key]
        forms.setdefault(known[key].id, []).extend(spellings(entity))
    _mention(draft, text, _borne_out(draft, text, forms))
    return things


def _seat_in(text: str, entity: AnswerEntity) -> str:
    """The name of a government or ministry whose seat or field stands in the text."""
    name = " ".join(entity.name.split())
    return name if entity.label == "Institution" and seat(name) and whole(text, seat(name)) else ""


def _attrs(entity: AnswerEntity, dates: frozenset[str]) -> dict[str, str | None]:
    """Kind and date of an event; the date only if a date phrase of the text can mean it."""
    if entity.label != "Event":
        return {}
    wanted = entity.event_date or ""
    said = len(wanted) in (4, 7, 10) and any(iso.startswith(wanted) for iso in dates)
    return {"kind": entity.event_kind or "other", "date": wanted if said else None}


def _borne_out(draft: Draft, text: str, forms: Mapping[str, list[str]]) -> list[tuple[str, Thing]]:
    """The names, and those other forms that can be theirs and are no other thing's name."""
    names = {(t.label, fold(t.name)): t.id for t in draft.things.values()}
    kept = []
    for number, spelt in forms.items():
        thing = draft.things[number]
        kept.append((thing.name, thing))
        for form in dict.fromkeys(spelt):
            mine = names.get((thing.label, fold(form)), thing.id) == thing.id
            if form != thing.name and mine and (thing.label not in NAMED or is_form(thing.name, form, text)):
                kept.append((form, thing))
    return kept


def _mention(draft: Draft, text: str, forms: list[tuple[str, Thing]]) -> None:
    """Mention each form wherever it stands and is no part of a longer one; a place stands for few things at once."""
    taken = bytearray(len(text))
    shared: Counter[Place] = Counter()
    ordered = sorted(forms, key=lambda pair: (-len(pair[0]), pair[0], int(pair[1].id[1:])))
    for _, group in groupby(ordered, key=lambda pair: len(pair[0])):
        found = [
            (place, thing, form)
            for form, thing in group
            for place in whole(text, form)[:MOST_MENTIONS]
            if not any(taken[slice(*place)])
        ]
        for place, thing, form in found:
            taken[slice(*place)] = b"\x01" * (place[1] - place[0])
            shared[place] += 1
            if shared[place] <= MOST_SHARED:
                draft.mention(thing, *place, _kind(thing, form))


def _kind(thing: Thing, form: str) -> str:
    """The kind of a mention: only of what has names, other forms become aliases."""
    if form == thing.name:
        return "name"
    return "short" if thing.label in NAMED else "nominal"


def mentions(draft: Draft, thing: Thing, place: Place | None = None) -> list[Span]:
    """The mentions of a thing, within a place where one is given."""
    spans = draft.within(*place) if place else draft.spans
    return [span for span in spans if span.entity == thing.id]
