"""Date phrases of Indonesian and English news, with exact offsets and the ISO date that each stands for.

Nothing here reads the clock: a phrase that leans on the day of writing ("kemarin", "last Friday") is resolved against
an anchor that the caller takes from the document, and stays without a date where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH_NAMES = (
    "januari january jan",
    "februari february feb pebruari",
    "maret march mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov nopember",
    "desember december des dec",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_DAY_NAMES = (
    "senin monday",
    "selasa tuesday",
    "rabu wednesday",
    "kamis thursday",
    "jumat jum'at jum’at friday",
    "sabtu saturday",
    "minggu ahad sunday",
)
WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split()}
_NUMBERS = ["se", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"]
_EN_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_COUNTS = {word: max(number, 1) for words in (_NUMBERS, _EN_NUMBERS) for number, word in enumerate(words)}

# Days from the anchor.
_DAYS = {
    "kemarin lusa": -2, "kemarin": -1, "semalam": -1, "tadi malam": -1, "yesterday": -1, "last night": -1,
    "hari ini": 0, "pagi ini": 0, "siang ini": 0, "sore ini": 0, "malam ini": 0, "pagi tadi": 0, "tadi pagi": 0,
    "siang tadi": 0, "tadi siang": 0, "sore tadi": 0, "tadi sore": 0, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "esok hari": 1, "besok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
_UNITS = {"hari": "day", "day": "day", "pekan": "week", "minggu": "week", "week": "week", "bulan": "month",
          "month": "month", "tahun": "year", "year": "year"}  # fmt: skip
_STEPS = {
    "ini": 0, "this": 0, "berjalan": 0,
    "lalu": -1, "kemarin": -1, "silam": -1, "sebelumnya": -1, "last": -1, "previous": -1,
    "depan": 1, "mendatang": 1, "next": 1, "coming": 1,
}  # fmt: skip

_M = r"(?:" + "|".join(sorted(MONTHS, key=lambda m: (-len(m), m))) + r")"
_W = r"(?:" + "|".join(sorted(WEEKDAYS, key=lambda d: (-len(d), d))) + r")"
_CAPITAL_M = r"(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=lambda m: (-len(m), m))) + r")"
_CAPITAL_W = r"(?:" + "|".join(sorted((d.capitalize() for d in WEEKDAYS), key=lambda d: (-len(d), d))) + r")"
_MONTH_CUE = (
    r"(?:[Bb]ulan|[Pp]ada|[Aa]wal|[Aa]khir|[Pp]ertengahan|[Ss]ejak|[Hh]ingga|[Mm]ulai|[Ss]ince|[Ii]n|[Uu]ntil|[Bb]y|"
    r"[Mm]id|[Ee]arly|[Ll]ate)"
)
_DAY = r"[0-3]?\d"
_N = r"(?:\d{1,3}|" + "|".join(sorted(_COUNTS, key=lambda c: (-len(c), c))) + r")"
_YEAR = r"(?:1[5-9]|20)\d\d"
_TO = r"\s?(?:-|–|—|/|s/d|s\.d\.|sampai(?: dengan)?|hingga|dan|to|and)\s?"
_WD = rf"(?P<weekday>{_W})[ ,]*\(?\s?(?:tanggal\s)?"
_FUTURE = re.compile(
    r"\b(?:akan|bakal|mendatang|rencananya|berencana|dijadwalkan|nanti|nantinya|hendak|will|upcoming|scheduled|"
    r"plans? to|is to|are to|be held)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?:\s(?:pagi|siang|sore|petang|malam))?\s(?:itu|tersebut)\b")
_CLAUSE = re.compile(r"[.!?;\n]")


@dataclass(frozen=True)
class DateMention:
    """The date phrase `text[start:end]`; `iso` is YYYY-MM-DD, YYYY-MM, YYYY or None, `exact` where it names a day."""

    start: int
    end: int
    iso: str | None
    exact: bool = False


@dataclass(frozen=True)
class _Context:
    """What a phrase is resolved against: the day of writing and whether its sentence speaks of what is to come."""

    anchor: date | None
    ahead: bool


_Reader = Callable[[re.Match[str], _Context], str | None]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, weekday: int | None, context: _Context) -> date | None:
    """The day of this month in the year nearest to the anchor; a weekday that fits outranks nearness by half a year."""
    anchor = context.anchor
    if anchor is None:
        return None
    days = [d for y in (anchor.year, anchor.year - 1, anchor.year + 1) if (d := _day(y, month, day))]
    fits = [d for d in days if weekday is not None and d.weekday() == weekday and abs((d - anchor).days) <= 330]
    return min(fits or days, key=lambda d: abs((d - anchor).days), default=None)


def _year_of(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _written(match: re.Match[str], context: _Context) -> str | None:
    """A day and a month, by name or number, with or without a year; of a range, its first day."""
    parts = match.groupdict()
    month = MONTHS[parts["month"].lower()] if parts["month"][0].isalpha() else int(parts["month"])
    weekday = WEEKDAYS[parts["weekday"].lower()] if parts.get("weekday") else None
    if parts.get("year"):
        found = _day(_year_of(parts["year"]), month, int(parts["day"]))
    else:
        found = _nearest(month, int(parts["day"]), weekday, context) if 1 <= month <= 12 else None
    return found.isoformat() if found else None


def _month(match: re.Match[str], context: _Context) -> str | None:
    """A month, with its year or the nearest one that the sentence's tense allows."""
    month, year = MONTHS[match["month"].lower()], match.groupdict().get("year")
    if year:
        return f"{_year_of(year):04}-{month:02}"
    anchor = context.anchor
    if anchor is None:
        return None
    if context.ahead:
        return f"{anchor.year + (month < anchor.month):04}-{month:02}"
    return f"{anchor.year - (month > anchor.month):04}-{month:02}"


def _year(match: re.Match[str], context: _Context) -> str | None:
    return match["year"]


def _weekday(match: re.Match[str], context: _Context) -> str | None:
    """The last such day on or before the anchor; the next one where it is said to come."""
    anchor = context.anchor
    if anchor is None:
        return None
    word = (match.groupdict().get("step") or "").lower()
    told = _THAT.match(match.string, match.end())  # "Minggu pagi itu" was told before: it is not to come
    back = (anchor.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    if word in ("depan", "mendatang", "next", "coming") or (context.ahead and not word and back and not told):
        return (anchor + timedelta(7 - back)).isoformat()
    if word in ("lalu", "last", "silam") and not back:
        back = 7
    return (anchor - timedelta(back)).isoformat()


def _numbered(match: re.Match[str], context: _Context) -> str | None:
    """The last such day of a month before the anchor, the next one where it is said to come: "tanggal 24 lalu"."""
    anchor, day = context.anchor, int(match["day"])
    if anchor is None:
        return None
    ahead = match["step"].lower() in ("mendatang", "nanti")
    month = anchor.year * 12 + anchor.month - 1
    if day < anchor.day if ahead else day > anchor.day:
        month += 1 if ahead else -1
    found = _day(month // 12, month % 12 + 1, day)
    return found.isoformat() if found else None


def _relative_day(match: re.Match[str], context: _Context) -> str | None:
    shift = _DAYS[re.sub(r"\s+", " ", match[0].lower())]
    return (context.anchor + timedelta(shift)).isoformat() if context.anchor else None


def _shifted(anchor: date, unit: str, steps: int) -> str:
    """The day, month or year so many units from the anchor; a week only tells its month."""
    if unit == "day":
        return (anchor + timedelta(steps)).isoformat()
    if unit == "week":
        return (anchor + timedelta(7 * steps)).isoformat()[:7]
    if unit == "year":
        return f"{anchor.year + steps:04}"
    months = anchor.year * 12 + anchor.month - 1 + steps
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _relative(match: re.Match[str], context: _Context) -> str | None:
    """A unit this way or that from the anchor: "bulan depan", "last year", "tahun ini"."""
    unit, step = _UNITS[match["unit"].lower()], _STEPS[match["step"].lower()]
    return _shifted(context.anchor, unit, step) if context.anchor else None


def _counted(match: re.Match[str], context: _Context) -> str | None:
    """So many units ago or ahead: "dua hari lalu", "three weeks ago"."""
    count = match["count"].lower()
    steps = int(count) if count.isdigit() else _COUNTS[count]
    forward = match["step"].lower() in ("lagi", "mendatang", "ke depan", "from now", "later")
    unit = _UNITS[match["unit"].lower()]
    return _shifted(context.anchor, unit, steps if forward else -steps) if context.anchor else None


def _compile(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,-])(?:{pattern})(?!\w)", flags)


# ruff: noqa: E501  (one pattern a line reads best)
# In order of trust: an earlier pattern keeps its characters. `True` where the phrase names a day by number.
_PATTERNS: tuple[tuple[re.Pattern[str], _Reader, bool], ...] = (
    # Rabu (12/2/2025), Kamis (19-21/6), (20/10), tanggal 12/2, 12-02-2025
    (_compile(rf"{_WD}(?P<day>{_DAY})(?:{_TO}{_DAY})?[/-](?P<month>[01]?\d)(?:[/-](?P<year>{_YEAR}|\d\d))?\)?"), _written, True),
    (_compile(rf"\((?P<day>{_DAY})(?:{_TO}{_DAY})?/(?P<month>[01]?\d)(?:/(?P<year>{_YEAR}|\d\d))?\)"), _written, True),
    (_compile(rf"(?:tanggal|pada)\s(?P<day>{_DAY})/(?P<month>[01]?\d)(?:/(?P<year>{_YEAR}))?"), _written, True),
    (_compile(rf"(?P<day>{_DAY})[/-](?P<month>[01]?\d)[/-](?P<year>{_YEAR})"), _written, True),
    (_compile(r"(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)"), _written, True),
    # Sabtu, 30 Mei - 2 Juni 2025; 19-21 Juni 2025; 12 Februari
    (_compile(rf"(?:{_WD})?(?:tanggal\s)?(?P<day>{_DAY})\s(?P<month>{_M}){_TO}{_DAY}\s{_M}\s(?P<year>{_YEAR})\)?"), _written, True),
    (_compile(rf"(?:{_WD})?(?:tanggal\s)?(?P<day>{_DAY})(?:{_TO}{_DAY})?\s(?P<month>{_M})(?:,?\s(?P<year>{_YEAR}))?\)?"), _written, True),
    # (Wednesday,) June 19(-21), 2025
    (_compile(rf"(?:{_WD})?(?P<month>{_M})\.?\s(?P<day>{_DAY})(?:st|nd|rd|th)?(?:{_TO}{_DAY})?(?:,?\s(?P<year>{_YEAR}))?\)?(?!\s?[%:])"), _written, True),
    (_compile(rf"(?:bulan\s)?(?P<month>{_M})\s(?:tahun\s|of\s)?(?P<year>{_YEAR})"), _month, False),
    (_compile(rf"{_MONTH_CUE}\s(?P<month>{_CAPITAL_M})(?:\s(?:lalu|mendatang|ini|depan|silam))?", re.NOFLAG), _month, False),
    (_compile(rf"(?P<month>{_CAPITAL_M})\s(?:lalu|mendatang|ini|depan|silam)", re.NOFLAG), _month, False),
    (_compile(rf"tanggal\s(?P<day>{_DAY})\s(?P<step>kemarin|lalu|silam|mendatang|nanti)"), _numbered, True),
    (_compile(rf"(?P<step>last|next)\s(?P<weekday>{_W})"), _weekday, False),
    (_compile(rf"(?:[Hh]ari\s)?(?P<weekday>{_CAPITAL_W})(?:\s\(?(?P<step>lalu|depan|mendatang|silam)\)?)?", re.NOFLAG), _weekday, False),
    (_compile("|".join(sorted(_DAYS, key=lambda d: (-len(d), d))).replace(" ", r"\s")), _relative_day, False),
    (_compile(rf"(?P<count>{_N})\s?(?P<unit>hari|pekan|minggu|bulan|tahun|day|week|month|year)s?\s"
              r"(?:yang\s)?(?P<step>lalu|silam|ago|lagi|mendatang|ke depan|from now|later)"), _counted, False),
    (_compile(r"(?P<unit>pekan|minggu|bulan|tahun)\s(?:yang\s)?(?P<step>ini|berjalan|lalu|kemarin|silam|sebelumnya|depan|mendatang)"), _relative, False),
    (_compile(r"(?P<step>this|last|previous|next|coming)\s(?P<unit>week|month|year)"), _relative, False),
    (_compile(rf"tahun\s(?P<year>{_YEAR})"), _year, False),
    (re.compile(rf"(?<![\w/.,:-])(?P<year>{_YEAR})(?![\w/:%-])(?![.,]\d)"), _year, False),
)  # fmt: skip


def resolve(text: str, anchor: date | None = None) -> list[DateMention]:
    """The date phrases of `text` in order, none inside another; what needs the anchor has no date without it."""
    taken = bytearray(len(text))
    found: list[DateMention] = []
    for pattern, reader, exact in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            iso = reader(match, _Context(anchor, _ahead(text, match.start(), match.end())))
            if exact and iso is None and (anchor or match.groupdict().get("year")):
                continue  # numbers that are no date
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            found.append(DateMention(match.start(), match.end(), iso, exact))
    return sorted(found, key=lambda d: d.start)


def _ahead(text: str, start: int, end: int) -> bool:
    """Whether the sentence around `text[start:end]` speaks of what is to come."""
    before = list(_CLAUSE.finditer(text, max(0, start - 300), start))
    after = _CLAUSE.search(text, end, end + 120)
    return bool(
        _FUTURE.search(text, before[-1].end() if before else max(0, start - 300), after.start() if after else end + 120)
    )
