"""The country whose president, prime minister or ambassador somebody is; the home country is one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._offices import add, find
from jejaring.extraction.relations._titles import Title
from jejaring.lexicon import known
from jejaring.lexicon.files import rows
from jejaring.text.normalise import fold

INDONESIA = ("Indonesia", "Republik Indonesia", "RI")
_HOME = ("Pemerintah Indonesia", "Pemerintah Republik Indonesia", "Pemerintah RI", *INDONESIA)
_HOME_ALSO = ("Pemerintah Pusat", "Pemerintah", "government")
_LOCAL = re.compile(r"Pem\w+ (?:Kabupaten|Kota|Provinsi)|Pem(?:kab|kot|prov|da)")
_OF_HOME = re.compile(r"\b(?:RI|Republik Indonesia)\b")
_NUMBERED = re.compile(r"\bke-\d+\b")  # "Presiden ke-7": heads of state abroad are not counted so


@lru_cache(maxsize=1)
def _leaders() -> dict[str, str]:
    """Names by which news knows heads of state -> their country (leaders.tsv)."""
    return dict(rows("leaders.tsv"))


def nation(draft: Draft, title: Title, person: Span, named: Thing | None) -> Thing | None:
    """The country of a head of state, of a prime minister, or of an ambassador; an institution named goes before."""
    place = next(iter(draft.within(title.start, title.end, "Place")), None)
    inside = draft.within(title.start, title.end, "Institution")
    if named and named.name not in INDONESIA and not (place and inside and place.start < inside[0].start):
        return named
    name = draft.things[place.entity].name if place else ""
    if place and name not in INDONESIA:
        return _abroad(draft, name) or add(draft, name, place.start, place.end, "government")
    words = draft.text[title.start : title.end]
    country = _country(draft.things[person.entity].name)
    if named or place or _OF_HOME.search(words) or _NUMBERED.search(words) or country == "Indonesia":
        return _home(draft) or _state(draft, title)
    return _told(draft, country)


def _abroad(draft: Draft, name: str) -> Thing | None:
    return find(draft, (name, f"Pemerintah {name}", f"Kedutaan Besar {name}"))


def _country(person: str) -> str:
    """The country that news knows a person to lead; "" for none."""
    return next((c for leader, c in _leaders().items() if re.search(rf"\b{leader}\b", person)), "")


def _told(draft: Draft, country: str) -> Thing | None:
    """The country of a leader abroad, only where the text names it: as who acts there, else as a place."""
    named = [t for t in draft.things.values() if country and t.label in ("Institution", "Place") and _is(t, country)]
    acting = next((t for t in named if t.label == "Institution"), None)
    return acting or (draft.add("Institution", named[0].name, kind="government") if named else None)


def _is(thing: Thing, country: str) -> bool:
    return any((entry := known("Place", form)) and entry.name == country for form in (thing.name, *thing.forms))


def _home(draft: Draft) -> Thing | None:
    """The home country's government: what the article calls so, "Indonesia" or "pemerintah" made one thing."""
    wanted = {fold(name) for name in (*_HOME, *_HOME_ALSO)}
    fits = [t for t in draft.things.values() if t.label == "Institution" and _central(t)]
    fits = [t for t in fits if any(fold(form) in wanted for form in (t.name, *t.forms))]
    first = next((t for name in _HOME for t in fits if name in (t.name, *t.forms)), fits[0] if fits else None)
    for other in fits:
        if first and other is not first:
            draft.unite(first, other)
    return first


def _state(draft: Draft, title: Title) -> Thing:
    """A new thing for the country's government, also by the names of the country that the text uses."""
    thing = add(draft, "Pemerintah Indonesia", title.start, title.end, "government")
    thing.forms += [form for form in INDONESIA if re.search(rf"(?<!\w){form}(?!\w)", draft.text)]
    return thing


def _central(government: Thing) -> bool:
    """Whether `government` is none of a region that the article calls "pemerintah" for short."""
    return not any(_LOCAL.match(form) for form in (government.name, *government.forms))
