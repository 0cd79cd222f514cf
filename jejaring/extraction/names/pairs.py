""" "Full Name (ACRONYM)": the full form as one name, where the tagger saw none or only a part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jejaring.extraction.names.found import Found
from jejaring.extraction.names.link import is_short_for
from jejaring.lexicon import HEADS, TITLES, known

_PAIR = re.compile(
    r"(?<![\w-])(?P<run>[A-Z][\w'’-]{0,30}(?: (?:(?:dan|of|for|and|the|untuk) )?[A-Z][\w'’-]{0,30}){1,14})"
    r" \((?P<short>[A-Z][\w-]{1,14})\)"
)
# The other way round: "KALCER (Kemenperin Angkat Lokal Cepat Terkenal)".
_TURNED = re.compile(
    r"(?<![\w-])(?P<short>[A-Z][\w-]{1,14}) "
    r"\((?P<run>[A-Z][\w'’/-]{0,30}(?: (?:(?:dan|of|for|and|the|untuk) ){0,2}[A-Z][\w'’/-]{0,30}){1,14})\)"
)
_NICKNAME = re.compile(r" \((?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\)")
_LABELS = ("Institution", "Program")
# A school or course of an office, which people take part in, is a programme; schools of the public are institutions.
_COURSE = re.compile(
    r"(?:Sekolah (?!Tinggi|Menengah|Dasar|Luar|Rakyat)|Pendidikan |Diklat |Pelatihan |Latihan |Kursus )"
)
_TAKEN_PART = r"\b(?:[Pp]eserta|[Aa]ngkatan|[Pp]rogram|[Dd]iklat|participants? (?:in|of)) (?:the )?"


def paired(text: str, found: list[Found]) -> list[Found]:
    """`found` with the full forms and their acronyms, over what it held of them."""
    for match in [*_PAIR.finditer(text), *_TURNED.finditer(text)]:
        full = _full(match) if match.re is _PAIR else _whole(match)
        label = _label(text, full, match["short"], found) if full else ""
        if full and label and not any(_names(f, full, label) for f in found):
            found = _with(found, full, label, match)
    nicks = list(_nicknames(text, found))
    return [*(f for f in found if not any(n.start < f.end and f.start < n.end for n in nicks)), *nicks]


def _names(found: Found, full: Found, label: str) -> bool:
    """Whether `found` names what `full` does already; a building named after an institution, or a group, does not."""
    covers = found.start <= full.start and full.end <= found.end
    building = label == "Institution" and found.label == "Place" and found.start < full.start
    return covers and found.label != "Group" and not building


def _nicknames(text: str, found: list[Found]) -> Iterator[Found]:
    """What people are called in brackets behind their names: "Saifullah Yusuf (Gus Ipul)"."""
    for f in found:
        nick = _NICKNAME.match(text, f.end) if f.label == "Person" and " " in f.form else None
        others = [g for g in found if nick and nick.start() < g.end and g.start < nick.end() and g.label != "Person"]
        if nick and _is_nickname(nick["name"]) and not others:
            yield Found(*nick.span("name"), "Person", nick["name"])


def _is_nickname(form: str) -> bool:
    first = form.split(maxsplit=1)[0].lower()
    return first not in TITLES and first not in HEADS and not known("Place", form) and not known("Institution", form)


def _whole(match: re.Match[str]) -> Found | None:
    if is_short_for(match["short"], match["run"]):
        return Found(*match.span("run"), "", match["run"])
    return None


def _full(match: re.Match[str]) -> Found | None:
    """The shortest end of the run that its acronym can stand for."""
    starts = [m.start() for m in re.finditer(r"(?<!\S)[A-Z]", match["run"])]
    for at in reversed(starts):
        form = match["run"][at:]
        if form[0] == match["short"][0] and is_short_for(match["short"], form) and _spells(match["short"], form):
            return Found(match.start() + at, match.end("run"), "", form)
    return None


def _spells(short: str, form: str) -> bool:
    """Whether an acronym in capitals takes a letter from nearly each word of its full form."""
    return not short.isupper() or len(short) + 1 >= len([w for w in form.split() if w[0].isupper()])


def _label(text: str, full: Found, short: str, found: list[Found]) -> str:
    forms = f"(?:{re.escape(full.form)}|{re.escape(short)})"
    if known("Program", full.form) or (_COURSE.match(full.form) and re.search(_TAKEN_PART + forms, text)):
        return "Program"
    head = HEADS.get(full.form.split()[0].lower())
    if head:
        return head.label if head.label in _LABELS else ""
    votes = Counter(f.label for f in found if f.form == short or (full.start <= f.start and f.end <= full.end))
    best = max(votes, key=lambda label: (votes[label], label), default="")
    return best if best in _LABELS else ""


def _with(found: list[Found], full: Found, label: str, match: re.Match[str]) -> list[Found]:
    start, end = match.span("short")
    low, high = min(start, full.start), max(end, full.end)
    rest = [f for f in found if not (f.start < high and low < f.end)]
    return [*rest, Found(full.start, full.end, label, full.form), Found(start, end, label, match["short"])]
