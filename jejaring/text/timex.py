"""Time expressions in TimeML's terms: days as `dates` reads them, and hours, parts of a day, durations and references.

A duration has no date, "saat itu" none that could be told: they get TimeML's own values (P3D, PAST_REF).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jejaring.text.dates import resolve


@dataclass(frozen=True)
class Timex:
    """The expression `text[start:end]`: its `type` (DATE, TIME, DURATION, SET) and ISO `value`."""

    start: int
    end: int
    type: str
    value: str


_ONES = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_NUMBERS = {word: i for i, word in enumerate(_ONES, 1)} | {"sepuluh": 10, "sebelas": 11, "belasan": 0}
_NUMBERS |= {f"{word} belas": 10 + i for i, word in enumerate(_ONES, 1)}
_NUMBERS |= {f"{word} puluh": 10 * i for i, word in enumerate(_ONES, 1)}
_EN_ONES = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS |= {word: i for i, word in enumerate(_EN_ONES, 1)}
_UNITS = {
    "tahun": "Y", "bulan": "M", "minggu": "W", "pekan": "W", "hari": "D", "jam": "TH", "menit": "TM", "detik": "TS",
    "year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
_PARTS = {
    "dini hari": "MO", "pagi": "MO", "siang": "AF", "sore": "AF", "petang": "EV", "malam": "NI",
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
}  # fmt: skip
_REFERENCES = {
    "PRESENT_REF": r"(?:saat|dewasa|belakangan) ini|sekarang(?: ini)?|kini|nowadays|now|currently|at present",
    "PAST_REF": r"(?:saat|ketika|waktu|kala) itu|saat yang sama|dulu|dahulu|jauh-jauh hari sebelumnya|back then",
    "FUTURE_REF": r"nanti|kelak|in the future",
}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


_ID_UNITS = "tahun|bulan|minggu|pekan|hari|jam|menit"
_N = rf"(?P<count>\d{{1,3}}|beberapa|several|setengah|se(?=(?:{_ID_UNITS})\b)|{_either(_NUMBERS)})"
_UNIT = rf"(?P<unit>{_either(_UNITS)})s?"
_ZONE = r"(?:\s(?:WIB|WITA|WIT|waktu setempat))?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-])(?:{pattern})(?![\w/])", re.IGNORECASE)


_CLOCK = _compile(rf"(?:pukul|jam)\s(?P<hour>[0-2]?\d)(?:[.:](?P<minute>[0-5]\d))?{_ZONE}")
_PART = re.compile(rf"\s(?P<part>{_either(_PARTS)})(?:\s(?:ini|itu|tadi|kemarin|nanti))?(?!\w)", re.IGNORECASE)
_GAP = re.compile(r"\s*(?:sekitar\s|sekira\s)?")
_LATER = _compile(rf"(?:hampir\s|sekitar\s)?{_N}\s?{_UNIT}\s(?:kemudian|setelahnya|setelah itu|later)")
_THAT_DAY = _compile(r"hari (?:itu|tersebut|yang sama)|(?:that|the same) day")
_NO_POINT = r"(?!\s(?:yang\s)?(?:lalu|silam|lagi|kemudian|ago|later|mendatang))"
_DURATION = _compile(rf"{_N}\s?{_UNIT}(?:\ske depan)?{_NO_POINT}")
_VAGUE = _compile(rf"(?P<many>ber(?P<unit>{_ID_UNITS})-(?:{_ID_UNITS}))|beberapa saat|sejenak")
_SET = _compile(rf"(?:setiap|tiap|saban|every|each)\s{_UNIT}")
_SEASON = _compile(r"musim (?:(?P<wet>peng?hujan|hujan)|kemarau)")
_DECADE = _compile(r"tahun (?P<tens>(?:19|20)?\d)0-an")
_RANGE = re.compile(rf"(?<![\w.,/])(?P<count>\d{{1,3}})(?=\s?[-–]\s?\d{{1,3}}\s{_UNIT}(?!\w))", re.IGNORECASE)


_POINTS = tuple((value, _compile(words)) for value, words in _REFERENCES.items())


def timexes(text: str, anchor: date | None = None) -> list[Timex]:
    """The time expressions of `text` in order, none inside another; days lean on `anchor`, the day of writing."""
    reader = _Reader(text, anchor)
    taken = bytearray(len(text) + 1)
    found = []
    for read in (reader.stretches, reader.told, reader.clocks, reader.durations, reader.days):
        for timex in read():
            if not any(taken[timex.start : timex.end]):
                taken[timex.start : timex.end] = b"\1" * (timex.end - timex.start)
                found.append(timex)
    return sorted(found, key=lambda t: t.start)


def _count(words: str) -> int | None:
    return int(words) if words.isdigit() else 1 if words == "se" else _NUMBERS.get(words) or None


def _period(count: str, unit: str) -> str:
    """The ISO duration of so many units: P3D, PT2H, PXM."""
    sign = _UNITS[unit]
    if count == "setengah":
        return {"D": "PT12H", "TH": "PT30M", "Y": "P6M"}.get(sign, f"P0.5{sign}")
    return f"P{'T' * (len(sign) > 1)}{_count(count) or 'X'}{sign[-1]}"


class _Reader:
    """Reads one text: first its days, which what follows leans on."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text, self.anchor = text, anchor
        self.mentions = resolve(text, anchor)
        self._told: list[tuple[int, str]] = [(m.end, m.iso) for m in self.mentions if m.iso and len(m.iso) == 10]
        for match in _LATER.finditer(text):
            if (value := self._after(match)) and len(value) == 10:
                self._told.append((match.end(), value))
                self._told.sort()

    def _last(self, at: int) -> str | None:
        """The day that was told last before `at`, else the day of writing."""
        before = bisect_right(self._told, (at, "9")) - 1
        return self._told[before][1] if before >= 0 else self.anchor.isoformat() if self.anchor else None

    def _after(self, match: re.Match[str]) -> str | None:
        """So many units after the day told last."""
        last, steps = self._last(match.start()), _count(match["count"].lower())
        unit = _UNITS[match["unit"].lower()]
        if last is None or steps is None or unit[0] == "T":
            return None
        day = date.fromisoformat(last)
        if unit in "DW":
            return (day + timedelta(steps * (7 if unit == "W" else 1))).isoformat()
        months = day.year * 12 + day.month - 1 + steps * (12 if unit == "Y" else 1)
        return f"{months // 12:04}-{months % 12 + 1:02}-{min(day.day, 28):02}"

    def stretches(self) -> Iterator[Timex]:
        """Stretches of days that could be read as a day: "selama tiga hari ke depan"."""
        for match in _DURATION.finditer(self.text):
            if match[0].lower().endswith("ke depan"):
                yield Timex(*match.span(), "DURATION", _period(match["count"].lower(), match["unit"].lower()))

    def told(self) -> Iterator[Timex]:
        """What leans on a day told before: "sehari kemudian", "hari itu"."""
        for pattern, value in ((_LATER, self._after), (_THAT_DAY, lambda m: self._last(m.start()))):
            for match in pattern.finditer(self.text):
                if iso := value(match):
                    yield Timex(*match.span(), "DATE", iso)

    def clocks(self) -> Iterator[Timex]:
        """Hours, and parts of a day behind a day; an hour alone is of the day told last."""
        for match in _CLOCK.finditer(self.text):
            day = self._last(match.start())
            if day and (match["minute"] or match[0][0] in "pP"):
                start = self._joined(match.start())
                yield Timex(start, match.end(), "TIME", f"{day}T{int(match['hour']):02}:{match['minute'] or '00'}")
        for mention in self.mentions:
            part = _PART.match(self.text, mention.end) or _PART.search(self.text, mention.start - 1, mention.end)
            if mention.iso and len(mention.iso) == 10 and part:
                yield Timex(
                    mention.start, max(mention.end, part.end()), "TIME", f"{mention.iso}T{_PARTS[part['part'].lower()]}"
                )

    def _joined(self, at: int) -> int:
        """Where the day begins that stands right before an hour at `at`, else `at`."""
        before = bisect_right(self.mentions, at, key=lambda m: m.end) - 1
        day = self.mentions[before] if before >= 0 else None
        return day.start if day and _GAP.fullmatch(self.text, day.end, at) else at

    def durations(self) -> Iterator[Timex]:
        """Durations, sets, seasons, decades, and references without a date."""
        for match in _SET.finditer(self.text):
            yield Timex(*match.span(), "SET", _period("se", match["unit"].lower()))
        for match in _VAGUE.finditer(self.text):
            value = _period("several", match["unit"].lower()) if match["many"] else "PXX"
            yield Timex(*match.span(), "DURATION", value)
        for pattern in (_RANGE, _DURATION):
            for match in pattern.finditer(self.text):
                yield Timex(*match.span(), "DURATION", _period(match["count"].lower(), match["unit"].lower()))
        yield from self._vague_dates()

    def _vague_dates(self) -> Iterator[Timex]:
        for value, pattern in _POINTS:
            for match in pattern.finditer(self.text):
                yield Timex(*match.span(), "DATE", value)
        for match in _DECADE.finditer(self.text):
            yield Timex(*match.span(), "DATE", match["tens"] if len(match["tens"]) == 3 else f"19{match['tens']}")
        for match in _SEASON.finditer(self.text) if self.anchor else ():
            yield Timex(*match.span(), "DATE", f"{self.anchor:%Y}-{'WI' if match['wet'] else 'SU'}")

    def days(self) -> Iterator[Timex]:
        """The days, months and years themselves."""
        for mention in self.mentions:
            if mention.iso:
                yield Timex(mention.start, mention.end, "DATE", mention.iso)
