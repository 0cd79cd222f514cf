"""Whose office a title is: an institution named in it, or the government, ministry or unit that the title implies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._titles import Title
from jejaring.lexicon import canonical, known
from jejaring.lexicon.files import rows
from jejaring.text.normalise import fold

INDONESIA = ("Indonesia", "Republik Indonesia", "RI")
_HOME = ("Pemerintah Indonesia", "Pemerintah Republik Indonesia", "Pemerintah RI", *INDONESIA)
_HOME_ALSO = ("Pemerintah Pusat", "Pemerintah", "government")
_SHORT = {"Kabupaten": "Pemkab", "Kota": "Pemkot", "Provinsi": "Pemprov"}
_ACTING = re.compile(
    r"(?:(?:plt|pj|pjs|penjabat|pelaksana (?:tugas|harian)|plh|wakil|deputi|vice|deputy|acting|pertama)\b\.?\s*)*",
    re.IGNORECASE,
)
_PARENS = re.compile(r"\s*\([^()]*\)")
_NATION = re.compile(r"\s*,?\s*\b(?:RI|Republik Indonesia|Indonesia)$")
_MINISTER = re.compile(
    r"\b(?:menteri(?:\s+negara)?|menko|wamen(?:ko)?|(?P<short>(?:wa)?men[a-z-]+))\b\s*", re.IGNORECASE
)
_PREMIER = re.compile(r"perdana menteri|prime minister", re.IGNORECASE)
_ENGLISH_MINISTER = re.compile(
    r"^(?:(?:deputy|vice|coordinating|the)\s+)*(?P<of>.*?)\s*\bminister\b(?:\s+(?:of|for)\s+(?P<for>.+))?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "SosialSaifullah": a blank lost in the source
_AFTER_SUBJECT = re.compile(r"\s*(?:/|\bsekaligus\b|,\s*(?!dan\b)(?=[a-z])|,$)")
# Heads of state whom news names by office and name alone.
_HEADS = re.compile(
    r"Prabowo|Jokowi|Joko Widodo|Gibran|Yudhoyono|\bSBY\b|Megawati|Habibie|Gus Dur|Abdurrahman Wahid|Soe?karno"
    r"|Soe?harto|Jusuf Kalla|Boediono|Ma.ruf Amin"
)


@dataclass(frozen=True)
class _Office:
    """What a title begins with: its words' length, the kind of its employer, and how that is named."""

    length: int
    kind: str
    what: str


@lru_cache(maxsize=1)
def offices() -> dict[str, tuple[str, str]]:
    """Office (lower case) -> kind (ministry, unit, government, nation) and how its employer is named (offices.tsv)."""
    return {office: (kind, what) for office, kind, what in (r + [""] * (3 - len(r)) for r in rows("offices.tsv"))}


def employer(draft: Draft, title: Title, person: Span) -> Thing | None:
    """The institution where `title` is held: found in the draft, or added to it; None where the text does not tell."""
    office = _office(draft.text[title.start : title.end])
    named = _named(draft, title)
    if office.kind == "government":
        return _government(draft, title, office)
    if office.kind == "nation":
        return _nation(draft, title, person, named)
    ministry = _ministry(draft, title) if not named or _qualifies(draft, title, named) else None
    if ministry or named:
        return ministry or named
    return _unit(draft, title, office) if office.kind == "unit" else _inner(draft, title, person)


def _office(words: str) -> _Office:
    acting = _ACTING.match(words)
    start = acting.end() if acting else 0
    rest = words[start:].lower()
    fits = [o for o in offices() if rest.startswith(o) and re.match(rf"{re.escape(o)}\b", rest)]
    best = max(fits, key=len, default="")
    return _Office(start + len(best), *offices().get(best, ("", "")))


def _named(draft: Draft, title: Title) -> Thing | None:
    """The first institution named in a title, or right before it ("Danantara Chief Investment Officer")."""
    inside = draft.within(title.start, title.end, "Institution")
    before = [s for s in draft.within(title.start - 600, title.start, "Institution") if title.start - s.end <= 3]
    if not inside and before and re.fullmatch(r"(?:['’]s)?\s", draft.text[before[-1].end : title.start]):
        inside = before[-1:]
    return draft.things[inside[0].entity] if inside else None


def _qualifies(draft: Draft, title: Title, named: Thing) -> bool:
    """Whether an institution in a minister's title is the country, the ministry, or what the ministry is about."""
    place = known("Place", named.name)
    country = named.name in INDONESIA or (place is not None and place.kind == "country")
    inside = draft.within(title.start, title.end, "Institution")
    before = draft.text[title.start : inside[0].start] if inside else ""
    subject = bool(re.search(r"\bmenteri(?:\s.*(?:\bdan|,))?\s+$", before, re.IGNORECASE))
    return country or subject or named.name.startswith(("Kementerian", "Kemen", "Ministry", "Pemerintah"))


def _inner(draft: Draft, title: Title, person: Span) -> Thing | None:
    """The employer by an office inside a title: "Staf Khusus Wakil Presiden", "Asisten Sekretaris Daerah"."""
    words = draft.text[title.start : title.end]
    for word in list(re.finditer(r"\b[A-Za-z]\w+", words))[1:]:
        if _office(words[word.start() :]).kind in ("government", "nation"):
            return employer(draft, Title(title.start + word.start(), title.end), person)
    return None


def _find(draft: Draft, names: Iterable[str]) -> Thing | None:
    """The institution of the draft that bears one of these names, the first name first."""
    for name in names:
        wanted, full = fold(name), canonical("Institution", name)
        for thing in draft.things.values():
            forms = [thing.name, *thing.forms] if thing.label == "Institution" else []
            if any(fold(_PARENS.sub("", f)) == wanted or (full and canonical("Institution", f) == full) for f in forms):
                return thing
    return None


def _add(draft: Draft, name: str, start: int, end: int, kind: str) -> Thing:
    """A new institution that `text[start:end]` implies; the words are no form of its name.

    Its mention leaves out the office word before it, so that it is known to stand in somebody's title; an office word
    alone ("Presiden") gives none.
    """
    thing = draft.add("Institution", name, kind=kind)
    if _office(draft.text[start:end]).kind or kind == "ministry":
        word = re.match(r"\S+\s+", draft.text[start:end])
        start = start + word.end() if word else end
    if start < end:
        draft.mention(thing, start, end, "nominal")
    return thing


def _government(draft: Draft, title: Title, office: _Office) -> Thing | None:
    """The government of the region that a title names, inside it or, in English, right before it."""
    at = title.start + office.length
    inside = draft.within(at, title.end, "Place", "Institution")
    before = [s for s in draft.within(0, title.start, "Place", "Institution") if 0 < title.start - s.end <= 3]
    region = next(iter(inside or before), None)
    if not region:
        text = _PARENS.sub("", draft.text[at : title.end]).strip(" ,")
        return _government_of(draft, text, text, office.what, (title.start, title.end)) if text else None
    thing = draft.things[region.entity]
    if thing.label == "Institution" and not (known("Place", thing.name) and office.what):
        return thing
    text = draft.text[region.start : region.end]
    return _government_of(draft, thing.name, text, office.what, (region.start, region.end))


def _government_of(draft: Draft, name: str, text: str, level: str, where: tuple[int, int]) -> Thing | None:
    """The government of region `name` (`text` as it stands there) on a level; a known one, or a new one."""
    place = known("Place", name)
    full = place.name if place else name
    if not full[0].isupper():
        return None
    prefix = re.match(r"(Kabupaten|Kota|Provinsi)\s+", full)
    level = level or (prefix[1] if prefix else "")
    bare = full[prefix.end() :] if prefix else full
    told = _told(draft, bare, text)
    heads = (f"Pemerintah {level}", _SHORT.get(level, "Pemda"), "Pemerintah", "Pemda", "Pemerintah Daerah")
    found = _find(draft, (f"{h} {n}" for n in dict.fromkeys((told, bare, text, full, name)) for h in heads))
    abroad = place is not None and place.kind not in ("province", "regency", "city", "district")
    new = f"Pemerintah {told}" if abroad or not level else f"Pemerintah {level} {told}"
    return found or _add(draft, new, *where, "local_government")


def _told(draft: Draft, full: str, text: str) -> str:
    """A region's name as the article has it: in full where it stands so anywhere, else as in the title."""
    return full if full in draft.text else re.sub(r"^(?:Kabupaten|Kota|Provinsi)\s+", "", text)


def _ministry(draft: Draft, title: Title) -> Thing | None:
    """The ministry of a minister, of a deputy, or of staff of one."""
    words = draft.text[title.start : title.end]
    plain = _NATION.sub("", _PARENS.sub("", words)).strip(" ,")
    if _PREMIER.search(plain):
        return None
    names = _english_names(plain) if draft.document.language == "en" else _ministry_names(plain, words)
    if not names:
        return None
    nation = " Republik Indonesia" if words.rstrip(" ,").endswith("Republik Indonesia") else ""
    return _find(draft, names) or _add(draft, names[0] + nation, title.start, title.end, "ministry")


def _ministry_names(plain: str, words: str) -> list[str]:
    """What the ministry of a minister's title may be called, the name for a new one first."""
    minister = _MINISTER.search(plain)
    subject = _subject(plain[minister.end() :], minister) if minister else ""
    if not subject or not subject[0].isupper():
        return []
    short = [f"Kementerian {m}" for m in re.findall(r"\(([^()]+)\)", words)]
    return [
        f"Kementerian {subject}",
        f"Kementerian {subject} RI",
        f"Kementerian {subject} Republik Indonesia",
        f"Kemenko {subject.removeprefix('Koordinator ')}",
        f"Kementerian {subject.replace('Koordinator ', 'Koordinator Bidang ')}",
        f"Departemen {subject}",
        *short,
    ]


def _subject(rest: str, minister: re.Match[str]) -> str:
    """What a ministry is about: the words behind "Menteri", or what an acronym stands for; "" for none."""
    if minister["short"]:
        low = minister["short"].lower()
        kind, what = offices().get(low, offices().get(low.removeprefix("wa"), ("", "")))
        country = rest.strip() if re.match(r"[A-Z]", rest) else ""
        return f"{what} {country}".strip() if kind == "ministry" else ""
    rest = _GLUED.split(_AFTER_SUBJECT.split(rest)[0].strip(" ,"))[0]
    if rest == "Sekretaris Negara":
        return "Sekretariat Negara"
    coordinating = minister.group().lower().startswith(("menko", "wamenko"))
    return f"Koordinator {rest}" if coordinating and rest else rest


def _english_names(plain: str) -> list[str]:
    minister = _ENGLISH_MINISTER.match(plain)
    subject = (minister["for"] or minister["of"]).strip() if minister else ""
    if not minister or not subject:
        return []
    first = f"Ministry of {subject}" if minister["for"] else f"{subject} Ministry"
    if "coordinating" in plain.lower():
        first = f"Coordinating Ministry for {subject}"
    return [first, f"Ministry of {subject}", f"{subject} Ministry", f"Ministry for {subject}"]


def _nation(draft: Draft, title: Title, person: Span, named: Thing | None) -> Thing | None:
    """The country of a head of state, of a prime minister, or of an ambassador; an institution named goes before."""
    place = next(iter(draft.within(title.start, title.end, "Place")), None)
    inside = draft.within(title.start, title.end, "Institution")
    if named and not (place and inside and place.start < inside[0].start):
        return named
    name = draft.things[place.entity].name if place else ""
    if place and name not in INDONESIA:
        found = _find(draft, (name, f"Pemerintah {name}", f"Kedutaan Besar {name}"))
        return found or _add(draft, name, place.start, place.end, "government")
    words = draft.text[title.start : title.end]
    if place or re.search(r"\b(?:RI|Republik Indonesia)\b", words) or _HEADS.search(draft.things[person.entity].name):
        found = _central(_find(draft, _HOME)) or _central(_find(draft, _HOME_ALSO))
        return found or _state(draft, title)
    return None


def _state(draft: Draft, title: Title) -> Thing:
    """A new thing for the country's government, also by the names of the country that the text uses."""
    thing = _add(draft, "Pemerintah Indonesia", title.start, title.end, "government")
    thing.forms += [form for form in INDONESIA if re.search(rf"(?<!\w){form}(?!\w)", draft.text)]
    return thing


def _central(government: Thing | None) -> Thing | None:
    """`government` unless it is a local one that the article calls "pemerintah" for short."""
    forms = [government.name, *government.forms] if government else []
    local = (re.match(r"Pem\w+ (?:Kabupaten|Kota|Provinsi)|Pem(?:kab|kot|prov|da)", form) for form in forms)
    return None if any(local) else government


def _unit(draft: Draft, title: Title, office: _Office) -> Thing | None:
    """The unit that a chief's title implies: Kapolres Kampar -> Polres Kampar."""
    at = title.start + office.length
    inside = draft.within(at, title.end, "Place", "Institution")
    rest = _PARENS.sub("", draft.text[at : inside[0].end if inside else title.end]).strip(" ,")
    if "{}" in office.what and not rest:
        return None
    name = office.what.format(rest)
    return _find(draft, [name]) or _add(draft, name, title.start, title.end, "unit")
