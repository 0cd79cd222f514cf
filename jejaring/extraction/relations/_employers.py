"""Whose office a title is: an institution named in it, or the government, ministry or unit that the title implies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._titles import Title
from jejaring.lexicon import canonical, known
from jejaring.lexicon.files import rows
from jejaring.text.normalise import fold

_ACTING = re.compile(
    r"(?:(?:plt|pj|pjs|penjabat|pelaksana (?:tugas|harian)|plh|wakil|deputi|vice|deputy|acting|pertama)\b\.?\s*)*",
    re.IGNORECASE,
)
_PARENS = re.compile(r"\s*\([^()]*\)")
_NATION = re.compile(r"\s*,?\s*\b(?:RI|Republik Indonesia|Indonesia)$")
_MINISTER = re.compile(
    r"\b(?:menteri(?:\s+negara)?|menko|wamen(?:ko)?|(?P<short>(?:wa)?men[a-z-]+))\b\s*", re.IGNORECASE
)
_ENGLISH_MINISTER = re.compile(
    r"^(?:(?:deputy|vice|coordinating|the)\s+)*(?P<of>.*?)\s*\bminister\b(?:\s+(?:of|for)\s+(?P<for>.+))?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "SosialSaifullah": a blank lost in the source
INDONESIA = ("Indonesia", "Republik Indonesia", "RI")
# Heads of state and government whom news names by office and name alone.
_HEADS = re.compile(
    r"Prabowo|Jokowi|Joko Widodo|Gibran|Yudhoyono|\bSBY\b|Megawati|Habibie|Gus Dur|Abdurrahman Wahid|Soe?karno|Soe?harto"
    r"|Jusuf Kalla|Boediono|Ma.ruf Amin"
)


@lru_cache(maxsize=1)
def offices() -> dict[str, tuple[str, str]]:
    """Office (lower case) -> kind (ministry, unit, government, nation) and what the kind needs, of offices.tsv."""
    return {office: (kind, what) for office, kind, what in (r + [""] * (3 - len(r)) for r in rows("offices.tsv"))}


def employer(draft: Draft, title: Title, person: Span) -> Thing | None:
    """The institution where `title` is held: found in the draft, or added to it; None where the text does not tell."""
    words = draft.text[title.start : title.end]
    office, kind, what = _office(words)
    named = _named(draft, title)
    if kind == "government":
        return _government(draft, title, len(office), what)
    if kind == "nation":
        return _nation(draft, title, person, named)
    ministry = None if named and not _state(named) else _ministry(draft, title, words)
    if ministry or named:
        return ministry or named
    return _unit(draft, title, len(office), what) if kind == "unit" else _inner(draft, title, person)


def _state(thing: Thing) -> bool:
    """Whether an institution is a country or a ministry, which "Menteri X" qualifies further."""
    place = known("Place", thing.name)
    return (
        thing.name.startswith(("Kementerian", "Kemen", "Ministry", "Pemerintah"))
        or thing.name in INDONESIA
        or (place is not None and place.kind == "country")
    )


def _inner(draft: Draft, title: Title, person: Span) -> Thing | None:
    """The employer by an office inside a title: "Staf Khusus Wakil Presiden", "Asisten Sekretaris Daerah"."""
    words = draft.text[title.start : title.end]
    for word in list(re.finditer(r"\b[A-Za-z]\w+", words))[1:]:
        if _office(words[word.start() :])[1] in ("government", "nation"):
            return employer(draft, Title(title.start + word.start(), title.end), person)
    return None


def _office(words: str) -> tuple[str, str, str]:
    """The words of a title up to its office, with the office's kind and what it needs."""
    acting = _ACTING.match(words)
    start = acting.end() if acting else 0
    rest = words[start:].lower()
    fits = [o for o in offices() if re.match(rf"{re.escape(o)}\b", rest)]
    best = max(fits, key=len, default="")
    kind, what = offices().get(best, ("", ""))
    return words[: start + len(best)], kind, what


def _named(draft: Draft, title: Title) -> Thing | None:
    """The first institution named in a title, or right before it ("Danantara Chief Investment Officer")."""
    inside = draft.within(title.start, title.end, "Institution")
    if not inside:
        left = draft.text[max(0, title.start - 3) : title.start]
        inside = [
            s
            for s in draft.within(0, title.start, "Institution")
            if title.start - s.end <= 3 and re.fullmatch(r"(?:.*['’]s)?\s", left[-(title.start - s.end) :])
        ]
    return draft.things[inside[0].entity] if inside else None


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
    """A new institution that `text[start:end]` implies; the words are no form of its name."""
    thing = draft.add("Institution", name, kind=kind)
    draft.mention(thing, start, end, "nominal")
    return thing


def _region(draft: Draft, title: Title, at: int) -> tuple[str, str, int, int, Thing | None]:
    """The region of a title: full name, as in the text, offsets, and the thing where one is known."""
    inside = [s for s in draft.within(at, title.end, "Place", "Institution")] or [
        s for s in draft.within(0, title.start, "Place", "Institution") if 0 < title.start - s.end <= 3
    ]
    if inside:
        thing = draft.things[inside[0].entity]
        return thing.name, draft.text[inside[0].start : inside[0].end], inside[0].start, inside[0].end, thing
    text = _PARENS.sub("", draft.text[at : title.end]).strip(" ,")
    place = known("Place", text) if text else None
    return (place.name if place else text), text, at, title.end, None


def _government(draft: Draft, title: Title, length: int, level: str) -> Thing | None:
    """The government of the region that a title names."""
    full, text, start, end, thing = _region(draft, title, title.start + length)
    if thing and thing.label == "Institution":
        return thing
    if not full or not full[0].isupper():
        return None
    prefix = re.match(r"(?:Kabupaten|Kota|Provinsi|Daerah Khusus)\s+", full)
    level = level or (prefix.group().split()[0] if prefix else "")
    bare = full[prefix.end() :] if prefix and "Khusus" not in prefix.group() else full
    short = re.sub(r"^(?:Kabupaten|Kota|Provinsi)\s+", "", text)
    abroad = known("Place", full) is not None and known("Place", full).kind not in (
        "province",
        "regency",
        "city",
        "district",
    )  # type: ignore[union-attr]
    heads = [
        f"Pemerintah {level}",
        {"Kabupaten": "Pemkab", "Kota": "Pemkot", "Provinsi": "Pemprov"}.get(level, "Pemda"),
        "Pemerintah",
        "Pemda",
        "Pemerintah Daerah",
    ]
    names = [f"{h} {n}" for n in dict.fromkeys((bare, short, full)) for h in heads]
    found = _find(draft, names)
    name = f"Pemerintah {bare}" if abroad or not level else f"Pemerintah {level} {bare}"
    return found or _add(draft, name, start, end, "local_government")


def _ministry(draft: Draft, title: Title, words: str) -> Thing | None:
    """The ministry of a minister, of a deputy, or of staff of one."""
    plain = _NATION.sub("", _PARENS.sub("", words)).strip(" ,")
    if re.search(r"perdana menteri|prime minister", plain, re.IGNORECASE):
        return None
    if draft.document.language == "en":
        return _english_ministry(draft, title, plain)
    minister = _MINISTER.search(plain)
    if not minister or (minister["short"] and _short(minister["short"]) is None):
        return None
    subject = _subject(plain[minister.end() :], minister)
    if not subject or not subject[0].isupper():
        return None
    names = [
        f"Kementerian {subject}",
        f"Kementerian {subject} RI",
        f"Kementerian {subject} Republik Indonesia",
        f"Kemenko {subject.removeprefix('Koordinator ')}",
    ]
    names += [f"Kementerian {m}" for m in re.findall(r"\(([^()]+)\)", words)]
    names += [f"Departemen {subject}", f"Kementerian {subject.replace('Koordinator ', 'Koordinator Bidang ')}"]
    return _find(draft, names) or _add(draft, names[0], title.start, title.end, "ministry")


def _short(word: str) -> str | None:
    low = word.lower()
    kind, what = offices().get(low, offices().get(low.removeprefix("wa"), ("", "")))
    return what if kind == "ministry" else None


def _subject(rest: str, minister: re.Match[str]) -> str:
    """What a ministry is about: the words behind "Menteri", or what an acronym stands for."""
    if minister["short"]:
        country = rest.strip() if re.match(r"[A-Z]", rest) else ""
        return f"{_short(minister['short'])} {country}".strip()
    head = minister.group().lower()
    rest = re.split(r"\s*(?:/|\bsekaligus\b|,\s*(?!dan\b)(?=[a-z])|,$)", rest)[0].strip(" ,")
    rest = _GLUED.split(rest)[0]
    if rest == "Sekretaris Negara":
        return "Sekretariat Negara"
    return f"Koordinator {rest}" if head.startswith(("menko", "wamenko")) and rest else rest


def _english_ministry(draft: Draft, title: Title, plain: str) -> Thing | None:
    minister = _ENGLISH_MINISTER.match(plain)
    if not minister:
        return None
    subject = (minister["for"] or minister["of"] or "").strip()
    if not subject:
        return None
    names = [
        f"Ministry of {subject}",
        f"{subject} Ministry",
        f"Ministry of {subject} Affairs",
        f"Ministry for {subject}",
    ]
    return _find(draft, names) or _add(draft, names[0], title.start, title.end, "ministry")


def _nation(draft: Draft, title: Title, person: Span, named: Thing | None) -> Thing | None:
    """The country of a head of state, of a prime minister, or of an ambassador; an institution named goes before."""
    words = draft.text[title.start : title.end]
    place = next(iter(draft.within(title.start, title.end, "Place")), None)
    if named and not (
        place and place.start < min(s.start for s in draft.within(title.start, title.end, "Institution"))
    ):
        return named
    if place:
        name = draft.things[place.entity].name
        home = name in INDONESIA
        found = _find(draft, _home() if home else (name, f"Pemerintah {name}", f"Kedutaan Besar {name}"))
        return found or _add(draft, "Pemerintah Indonesia" if home else name, place.start, place.end, "government")
    if re.search(r"\b(?:RI|Republik Indonesia|Indonesia)\b", words) or _HEADS.search(draft.things[person.entity].name):
        return _find(draft, _home()) or _add(draft, "Pemerintah Indonesia", title.start, title.end, "government")
    return None


def _home() -> list[str]:
    return [
        "Pemerintah Indonesia",
        "Pemerintah Republik Indonesia",
        "Pemerintah RI",
        *INDONESIA,
        "Pemerintah Pusat",
        "Pemerintah",
        "government",
    ]


def _unit(draft: Draft, title: Title, length: int, pattern: str) -> Thing | None:
    """The unit that a chief's title implies: Kapolres Kampar -> Polres Kampar."""
    inside = draft.within(title.start + length, title.end, "Place", "Institution")
    rest = draft.text[title.start + length : inside[0].end if inside else title.end]
    rest = _PARENS.sub("", rest).strip(" ,")
    if "{}" in pattern and not rest:
        return None
    name = pattern.format(rest)
    return _find(draft, [name]) or _add(draft, name, title.start, title.end, "unit")
