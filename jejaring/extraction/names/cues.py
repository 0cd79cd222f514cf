"""Names that plain cues give away where the tagger sees none, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jejaring.extraction.names.found import Found
from jejaring.lexicon import COMMON, HEADS, known
from jejaring.lexicon import programs as listed

_RUN = r"((?:[A-Z0-9][\w'’-]*|&)(?: (?:(?:dan|untuk|of|the) )?(?:[A-Z][\w'’-]*|&))*)"
# A programme is what people are alumni of, and what is called a programme.
_PROGRAM = re.compile(
    r"\b(?:[Aa]lumn(?:i|us|a)|[Jj]ebolan|[Pp]rogram|[Aa]plikasi|[Gg]erakan|[Bb]easiswa|[Pp]latform)"
    rf"(?: bertajuk| bernama)? [\"“‘']?{_RUN}"
)
# "Program Studi" is part of a faculty; a "Tahun" or "Hari" says when.
_OTHER_PROGRAMS = frozenset({"Studi", "Pascasarjana", "Doktor", "Magister", "Sarjana", "Tahun", "Hari"})
_SITE = re.compile(
    r"^(?:[Kk]antor(?: [Pp]usat)?|"
    r"[Gg]edung|[Aa]ula|[Rr]uang [Ss]idang|[Hh]alaman|[Mm]ako|[Mm]arkas|[Kk]ampus|[Dd]ome) (?=[A-Z])"
)
_INSTITUTIONAL = frozenset(
    {"Pemkab", "Pemkot", "Pemprov", "Kementerian", "DPRD", "DPR", "Dinas", "Badan", "Polres", "Polda"}
)
_PLACE = re.compile(r"(?<![\w.@-])[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}(?![\w-])")
_BIG = frozenset({"province", "regency", "city", "island", "region", "continent"})


def programs(text: str) -> Iterator[Found]:
    """Capitalised names behind "program", "alumni" and their like, but not universities and ministries."""
    for match in _PROGRAM.finditer(text):
        form = match.group(1)
        first = form.split()[0]
        if first in _OTHER_PROGRAMS:
            continue
        head = HEADS.get(first.lower())
        plain = not head or head.label == "Program"
        if plain and form not in COMMON and not known("Institution", form) and not known("Place", form) and " " in form:
            yield Found(match.start(1), match.end(1), "Program", form)


def owners(found: list[Found]) -> Iterator[Found]:
    """The institution inside the name of its building: "Kantor Pemkab Banyuwangi"."""
    for f in found:
        site = _SITE.match(f.form) if f.label == "Place" else None
        rest = f.form[site.end() :] if site else ""
        if rest and (rest.split()[0] in _INSTITUTIONAL or known("Institution", rest)):
            yield Found(f.end - len(rest), f.end, "Institution", rest)


def known_places(text: str) -> Iterator[Found]:
    """Runs of capitals that are, as a whole, a big place of the gazetteer."""
    for match in _PLACE.finditer(text):
        entry = known("Place", match.group())
        if entry and entry.kind in _BIG and not match.group().isupper():
            yield Found(match.start(), match.end(), "Place", match.group())


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """The programmes of the lexicon: forms of one word as written, longer ones in any case."""
    forms = sorted(listed(), key=lambda f: (-len(f), f))
    said = [rf"(?i:{re.escape(f)})" if " " in f else re.escape(f) for f in forms]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(said)})(?![\w-])")


def known_programs(text: str) -> Iterator[Found]:
    """Programmes of the lexicon, whatever their case."""
    for match in _listed().finditer(text):
        yield Found(match.start(), match.end(), "Program", match.group())


_BODY = re.compile(
    r"(?<![\w-])(?:Asosiasi|Aliansi|Ikatan|Himpunan|Perhimpunan|Perkumpulan|Paguyuban|Serikat|Koalisi|Konsorsium|Federasi"
    r"|Persatuan|Yayasan|Komunitas|(?P<forum>Forum|Kelompok|Jaringan|Gerakan|Gabungan))"
    r"(?: (?:(?:dan|untuk) )?[A-Z][\w’'-]+){2,9}"
)
_JOINED = re.compile(
    r"\b(?:tergabung|bergabung|anggota|ketua|wakil|sekretaris|bendahara|pengurus|koordinator|pendiri|pembina|pimpinan"
    r"|juru bicara|aktivis)(?: (?:dalam|dengan|ke|di|umum|pusat))*\s$",
    re.I,
)


def bodies(text: str) -> Iterator[Found]:
    """Associations and their like by their first word; a forum or movement only where people belong to it."""
    for match in _BODY.finditer(text):
        joined = _JOINED.search(text[max(0, match.start() - 30) : match.start()])
        if joined or not match["forum"]:
            yield Found(match.start(), match.end(), "Institution", match.group())


_ENGLISH_BODY = re.compile(
    r"(?<![\w-])(?:[A-Z][\w’'-]+ (?:(?:of|for|and) )?){1,5}"
    r"(?:Council|Foundation|Association|Alliance|Agency|Authority|Institute|Federation|Union|Network|Ministry|Commission"
    r"|Committee|University|Society|Corporation)(?![\w-])(?! [A-Z])"
)


def english_bodies(text: str) -> Iterator[Found]:
    """Institutions whose English name closes with what they are."""
    for match in _ENGLISH_BODY.finditer(text):
        start = match.start() + (4 if match.group().startswith("The ") else 0)
        if " " in text[start : match.end()]:
            yield Found(start, match.end(), "Institution", text[start : match.end()])
