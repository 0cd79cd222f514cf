"""Lines between headline and story: who wrote it, for whom, and when ("Rabu, 12 Februari 2025 10:23 WIB")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jejaring.loaders.rules import NAMED_OUTLET, SITE
from jejaring.text import dates

_MOST = 160
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]{1,2}\s+|\s{3,}|\t")
_MONTHS = "|".join(sorted(dates.MONTHS, key=lambda m: (-len(m), m)))
_DAYS = "|".join(sorted(dates.WEEKDAYS, key=lambda d: (-len(d), d))) + "|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_SAID = (
    r"(?:(?:diterbitkan|dipublikasikan|terbit|tayang|published|posted|created|dibuat|rilis|diunggah|diperbarui|diperbaharui|updated|"
    r"last updated?|update)(?:\s(?:on|pada))?\s?:?\s?)"
)
_DATE = (
    rf"(?:(?:{_DAYS}),?\s)?\(?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\.?,?\s20\d\d|(?:{_MONTHS})\.?\s\d{{1,2}},?\s20\d\d|"
    r"\d{1,2}[/-]\d{1,2}[/-]20\d\d|20\d\d-\d\d-\d\d)\)?"
)
_TIME = r"(?P<hour>[0-2]?\d)[.:](?P<minute>[0-5]\d)(?:[.:]\d\d)?"
_ZONE = r"(?P<zone>WIB|WITA|WIT|GMT\s?\+?\s?\d{0,4}|UTC(?:\+\d{1,2})?|[AP]M(?:\sWIB)?|[ap]\.?m\.?)"
_WHEN = re.compile(rf"(?i){_SAID}?(?P<date>{_DATE})(?:[\s,T]{{1,3}}(?:pukul\s|jam\s|at\s)?{_TIME})?(?:\s?{_ZONE})?")
_CLOCK = re.compile(rf"(?i)(?:pukul\s|jam\s)?{_TIME}(?:\s?{_ZONE})?")
_NAME = r"[A-Z][\w.'’-]{0,24}(?: (?:bin |binti |al |de |van )?[A-Z][\w.'’-]{0,24}){0,4}"
_NAMES = rf"{_NAME}(?:(?:\s?[,;/&]\s?| dan | and ){_NAME}){{0,4}}"
_BY = re.compile(
    rf"(?:[Oo]leh|OLEH|[Bb]y|BY)\s?:?\s(?P<who>{_NAMES})(?:\s?,?\s(?P<when>(?i:pada\s)?(?i:{_DATE}).{{0,20}}))?"
)
_OUTLET = re.compile(rf"(?:Tim )?(?P<outlet>{SITE}|{NAMED_OUTLET})(?:,? (?P<place>{_NAME}))?,?")
_ONE_NAME = re.compile(r"[A-Z][a-z.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3}")
_SIGNED = re.compile(rf"(?P<who>{_NAME}) \((?P<outlet>{SITE}|{NAMED_OUTLET})\)")
_LABEL = re.compile(r"(?i)(?:pewarta|reporter|penulis|editor|redaktur|kontributor|writer|author)s?\s?:?")
_ZONES = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
_UPDATED = re.compile(r"(?i)\s*(?:diperbarui|diperbaharui|updated|last update|update)")


@dataclass(frozen=True)
class PageLine:
    """What one such line tells; `when` is ISO, `updated` where it dates a later version."""

    who: str | None = None
    outlet: str | None = None
    when: str | None = None
    updated: bool = False


def is_name(line: str) -> bool:
    """Whether the line is nothing but a name of two to four words."""
    return bool(_ONE_NAME.fullmatch(line))


def is_label(line: str) -> bool:
    """Whether the line only announces a name ("Reporter")."""
    return bool(_LABEL.fullmatch(line))


def rule(line: str) -> str | None:
    """The rule that cuts this line of the head: "date line", "byline" or "outlet line"; None for anything else."""
    found = parse(line)
    if found is None:
        return None
    if found.when:
        return "date line"
    return "byline" if found.who else "outlet line"


def foot_rule(line: str) -> str | None:
    """The same for a line below the story, where a bare date may belong to a list."""
    name = rule(line)
    return name if name == "byline" or (name == "date line" and re.match(f"(?i){_SAID}", line)) else None


def parse(line: str) -> PageLine | None:
    """What the line tells, if every part of it is a date, a time, a byline, an outlet, or a name beside these."""
    if len(line) > _MOST:
        return None
    whole = _by(line)
    if whole:
        return whole
    found: dict[str, str] = {}
    for part in _PARTS.split(line):
        if part and not _take(part.strip(" ,:"), found):
            return None
    if not {"when", "by", "outlet"} & found.keys():
        return None
    when = found["when"] + found.get("clock", "") if "when" in found else None
    if when and "T" in found["when"]:
        when = found["when"]
    return PageLine(found.get("by") or found.get("name"), found.get("outlet"), when, bool(_UPDATED.match(line)))


def _by(line: str) -> PageLine | None:
    match = _BY.fullmatch(line)
    if not match:
        return None
    when = _WHEN.match(re.sub(r"(?i)^pada\s", "", match["when"])) if match["when"] else None
    return PageLine(match["who"], None, _iso(when) if when else None)


def _take(part: str, found: dict[str, str]) -> bool:
    when, by, outlet = _WHEN.fullmatch(part), _BY.fullmatch(part), _OUTLET.fullmatch(part)
    iso = _iso(when) if when else None
    if iso:
        found.setdefault("when", iso)
    elif by:
        found.setdefault("by", by["who"])
    elif outlet:
        found.setdefault("outlet", site(outlet["outlet"]))
    elif clock := _CLOCK.fullmatch(part):
        found.setdefault("clock", _clock(clock))
    elif is_name(part) or not part:
        found.setdefault("name", part)
    else:
        return _outlet_beside(part, found)
    return True


def _outlet_beside(part: str, found: dict[str, str]) -> bool:
    """An outlet beside a name or a date: "Novi Sari (The Jakarta Post)", "Kompas.com, 12 Februari 2025, 10:23 WIB"."""
    if signed := _SIGNED.fullmatch(part):
        found.setdefault("by", signed["who"])
        found.setdefault("outlet", site(signed["outlet"]))
        return True
    match = re.match(rf"({SITE}|{NAMED_OUTLET})[\s,]{{1,3}}", part)
    when = _WHEN.fullmatch(part, match.end()) if match else None
    iso = _iso(when) if when else None
    if not match or not iso:
        return False
    found["outlet"], found["when"] = site(match[1]), iso
    return True


def site(outlet: str) -> str:
    """An outlet as documents name it: sites in lower case (the channels of one site as the site), names as written."""
    if re.fullmatch(r"detik[A-Za-z]+", outlet):
        return "detik.com"
    return outlet.lower() if re.fullmatch(SITE, outlet) else outlet


def _iso(when: re.Match[str]) -> str | None:
    day = next((d.iso for d in dates.resolve(when["date"].strip("()")) if d.exact and d.iso), None)
    return day + (_clock(when) if when["hour"] else "") if day else None


def _clock(match: re.Match[str]) -> str:
    """ "T10:23+07:00" from "10:23 WIB"; nothing where the hour is none."""
    hour, zone = int(match["hour"]), (match["zone"] or "").upper().replace(".", "")
    if zone.startswith(("AM", "PM")):
        hour = hour % 12 + 12 * zone.startswith("PM")
        zone = zone[3:]
    if hour > 23:
        return ""
    offset = re.sub(r"\D", "", zone)
    hours = offset[:-2] if len(offset) > 2 else offset
    known = _ZONES.get(zone) or (f"+{int(hours):02}:00" if hours else "+00:00" if zone in ("GMT", "UTC") else "")
    return f"T{hour:02}:{match['minute']}{known}"
