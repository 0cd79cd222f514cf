"""Whose office a title is: an institution named in it, or the government, ministry or unit that the title implies."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._offices import PARENS, Office, add, find, main, office_of, offices, sole
from jejaring.extraction.relations._states import INDONESIA, nation
from jejaring.extraction.relations._titles import Title
from jejaring.lexicon import HEADS, known

_SHORT = {"Kabupaten": "Pemkab", "Kota": "Pemkot", "Provinsi": "Pemprov"}
_NATION = re.compile(r"\s*,?\s*\b(?:RI|Republik Indonesia|Indonesia)$")
_MINISTER = re.compile(
    r"\b(?:menteri(?:\s+negara)?|menko|wamen(?:ko)?|(?P<short>(?:wa)?men[a-z-]+))\b\s*", re.IGNORECASE
)
_PREMIER = re.compile(r"perdana menteri|prime minister", re.IGNORECASE)
_ENGLISH_MINISTER = re.compile(
    r"^(?:(?:deputy|vice|coordinating|the)\s+)*(?P<of>.*?)\s*\bminister\b(?:\s+(?:of|for)\s+(?P<for>.+))?",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(r"(?:Departemen|Divisi|Unit|Biro|Bagian|Bidang|Seksi|TJSL|CSR|Panitera)\b")
_OF_COMPANY = re.compile(
    r"(?:(?:co-?)?founder|ceo|chief executive officer|presiden direktur|presdir|direktur utama|dirut"
    r"|managing director|komisaris utama)(?:\s*(?:dan|&|sekaligus|and)\s*(?:ceo|founder|pemilik))?"
    r"(?:\s*\([^()]*\))?\s+(?:of\s+)?",
    re.IGNORECASE,
)
_SHORTEST = 4  # letters of a company's name that is not otherwise known
_NAME = re.compile(r"[A-Z0-9][\w&.+'’-]*(?:\s[A-Z0-9&][\w&.+'’-]*){0,5}")
_ACTS_BY = re.compile(
    r"(?:\s*\([^()]*\))?,?\s+(?:melalui|lewat|diwakili(?:\s+oleh)?|dengan|through|via)\s+", re.IGNORECASE
)
_BEGUN = re.compile(r"(?!Prov|Kab|Kota|Daerah|Terpilih|Petahana|RI\b)[A-Z]\w*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "SosialSaifullah": a blank lost in the source
_AFTER_SUBJECT = re.compile(r"\s*(?:/|\bsekaligus\b|,\s*(?!dan\b)(?=[a-z])|,$)")


def employer(draft: Draft, title: Title, person: Span) -> Thing | None:
    """The institution where `title` is held: found in the draft, or added to it; None where the text does not tell."""
    office = office_of(draft.text[title.start : title.end])
    named = _named(draft, title)
    if office.kind == "government":
        return _government(draft, title, office)
    if office.kind == "nation":
        return nation(draft, title, person, named)
    if office.kind == "directorate":
        return _directorate(draft, title, office) or named or sole(draft, "Kementerian|Kemen")
    if office.kind == "unit" and (unit := _implied(draft, title, office, named)):
        return unit
    ministry = _ministry(draft, title) if not named or _qualifies(draft, title, named) else None
    if ministry or named:
        return ministry or named
    return _inner(draft, title, person) or _through(draft, title) or _unnamed(draft, title) or _owned(draft, title)


def _named(draft: Draft, title: Title) -> Thing | None:
    """The first institution named in a title, or right before it ("Danantara Chief Investment Officer")."""
    inside = draft.within(title.start, title.end, "Institution")
    before = [s for s in draft.within(title.start - 600, title.start, "Institution") if title.start - s.end <= 3]
    if not inside and before and re.fullmatch(r"(?:['’]s)?[ \u00a0]", draft.text[before[-1].end : title.start]):
        inside = before[-1:]
    return _parent(draft, draft.things[inside[0].entity]) if inside else None


def _parent(draft: Draft, thing: Thing) -> Thing:
    """The institution whose department `thing` is by name: "Departemen Komunikasi Bank X" -> Bank X; else `thing`."""
    others = (
        t
        for t in draft.things.values()
        if t is not thing and t.label == "Institution" and _DEPARTMENT.match(thing.name)
    )
    ends = (t for t in others if any(thing.name.endswith(f" {f}") for f in (t.name, *t.forms)))
    return next((t for t in ends if not known("Place", t.name)), thing)


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
        if office_of(words[word.start() :]).kind in ("government", "nation"):
            return employer(draft, Title(title.start + word.start(), title.end), person)
    return None


# Offices that news names without the employer, once the story has one: which names the employer can have.
_UNNAMED = (
    (re.compile(r"(?:wakil )?komisaris|presiden direktur|presdir|direktur utama|dirut", re.I), r"PT\b|Bank\b|.*\bTbk"),
    (re.compile(r"direktur|(?:executive |senior )?vice president|vp|corporate|chief", re.I), r"PT|Bank|Kemen|.*\bTbk"),
    (
        re.compile(r"(?:asisten )?pelatih", re.I),
        r"[Tt]im|.*\b(?:FC|SC|FK)\b|Pers\w+|Bali United|Arema|Real|Inter|.*City",
    ),
)


def _through(draft: Draft, title: Title) -> Thing | None:
    """The institution that acts by who holds the office: "Kementerian X melalui Sekretaris Jenderal A"."""
    near = draft.within(max(0, title.start - 160), title.start, "Institution")
    acting = [s for s in near if _ACTS_BY.fullmatch(draft.text, s.end, title.start)]
    return draft.things[acting[-1].entity] if acting else None


def _unnamed(draft: Draft, title: Title) -> Thing | None:
    """The company, ministry or club that the story is about, for an office in it that is named alone."""
    words = draft.text[title.start : title.end]
    fits = next((names for offices, names in _UNNAMED if offices.match(words)), "")
    return main(draft, re.compile(fits)) if fits else None


def _owned(draft: Draft, title: Title) -> Thing | None:
    """The company that stands unrecognised behind an office that only companies have: "CEO Nusa Kopi"."""
    office = _OF_COMPANY.match(draft.text, title.start, title.end)
    name = draft.text[office.end() : title.end] if office else ""
    if not office or not _NAME.fullmatch(name):
        return None
    if len(name) < _SHORTEST or draft.within(office.end(), title.end, "Place", "Person", "Program"):
        return None
    thing = (
        find(draft, [name]) or sole(draft, rf".*\b{re.escape(name)}") or draft.add("Institution", name, kind="company")
    )
    draft.mention(thing, office.end(), title.end)
    return thing


def _directorate(draft: Draft, title: Title, office: Office) -> Thing | None:
    """The directorate general that the draft names itself: Dirjen Imigrasi -> Ditjen Imigrasi."""
    rest = PARENS.sub("", draft.text[title.start + office.length : title.end]).strip(" ,")
    rest = re.split(r"\s+Kemen|\s+RI\b", rest)[0]
    return find(draft, (f"Direktorat Jenderal {rest}", f"Ditjen {rest}")) if rest else None


def _government(draft: Draft, title: Title, office: Office) -> Thing | None:
    """The government of the region that a title names, inside it or, in English, right before it."""
    at = title.start + office.length
    inside = draft.within(at, title.end, "Place", "Institution")
    before = [s for s in draft.within(0, title.start, "Place", "Institution") if 0 < title.start - s.end <= 3]
    region = next(iter(inside or before), None)
    if not region:
        text = PARENS.sub("", draft.text[at : title.end]).strip(" ,")
        return _government_of(draft, text, text, office.what, (title.start, title.end)) if text else None
    thing = draft.things[region.entity]
    if thing.label == "Institution" and not (known("Place", thing.name) and office.what):
        return thing
    text = draft.text[region.start : region.end]
    begun = draft.text[at : region.start].strip() if inside else ""
    if _BEGUN.fullmatch(begun):  # the name found is only the end of the region's: "Rokan [Hilir]"
        return _government_of(draft, f"{begun} {text}", f"{begun} {text}", office.what, (at, region.end))
    level = office.what or (begun if begun in _SHORT else "")
    return _government_of(draft, thing.name, text, level, (region.start, region.end))


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
    found = find(draft, (f"{h} {n}" for n in dict.fromkeys((told, bare, text, full, name)) for h in heads))
    abroad = place is not None and place.kind not in ("province", "regency", "city", "district")
    new = f"Pemerintah {told}" if abroad or not level else f"Pemerintah {level} {told}"
    return found or add(draft, new, *where, "local_government")


def _heads(name: str) -> bool:
    """Whether a name begins like an institution's, not like a region's."""
    first = HEADS.get(name.split(maxsplit=1)[0].lower())
    return first is not None and first.label == "Institution"


def _told(draft: Draft, full: str, text: str) -> str:
    """A region's name as the article has it: in full where it stands so anywhere, else as in the title."""
    fuller = text.endswith(f" {full}") and not text.startswith(("Kabupaten", "Kota", "Provinsi"))  # "DKI Jakarta"
    return full if full in draft.text and not fuller else re.sub(r"^(?:Kabupaten|Kota|Provinsi)\s+", "", text)


def _ministry(draft: Draft, title: Title) -> Thing | None:
    """The ministry of a minister, of a deputy, or of staff of one."""
    words = draft.text[title.start : title.end]
    plain = _NATION.sub("", PARENS.sub("", words)).strip(" ,")
    if _PREMIER.search(plain):
        return None
    names = _english_names(plain) if draft.document.language == "en" else _ministry_names(plain, words)
    if not names:
        return None
    nation = " Republik Indonesia" if words.rstrip(" ,").endswith("Republik Indonesia") else ""
    return find(draft, names) or add(draft, names[0] + nation, title.start, title.end, "ministry")


def _ministry_names(plain: str, words: str) -> list[str]:
    """What the ministry of a minister's title may be called, the name for a new one first."""
    minister = _MINISTER.search(plain)
    subject = _subject(plain[minister.end() :], minister) if minister else ""
    if not subject or not subject[0].isupper() or subject.startswith("Bidang "):  # "Staf Ahli Menteri Bidang X"
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


def _implied(draft: Draft, title: Title, office: Office, named: Thing | None) -> Thing | None:
    """The unit that a chief's title implies: Kapolres Kampar -> Polres Kampar; of a bare "Kapolres" the only Polres."""
    at = title.start + office.length
    head, of_region = office.what.split()[0], "{}" in office.what
    inside = draft.within(at, title.end, "Place", "Institution")
    rest = PARENS.sub("", draft.text[at : inside[0].end if inside else title.end]).strip(" ,")
    if of_region and (not rest or office_of(rest).kind):
        return sole(draft, head)
    if named and (_heads(rest) if of_region else named.name not in office.what):
        return named
    name = office.what.format(rest)
    return find(draft, [name]) or add(draft, name, title.start, title.end, "unit")
