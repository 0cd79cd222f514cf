#!/usr/bin/env python3
"""Measure the date resolver against IndoTimex's gold (25 Kompas articles): exact values, misses by kind.

    dates.py [--errors]

Our resolver gives calendar dates as precise as the text: days, months, years. So three figures stand apart:
  dates   DATE phrases with a calendar value: the value must be the same, to the letter;
  days    TIME phrases: the day before the "T" must be the same (the hour is not ours to give);
  all     every phrase in the texts, exactly as annotated, hours, DURATION, SET and PRESENT_REF and its like included:
          what we do not give is wrong.
The anchor is the day of writing that each article names. JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jejaring.text.dates import DateMention, resolve

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True)
class Timex:
    """A gold phrase, `text[start:end]`, with its TimeML type and value."""

    start: int
    end: int
    type: str
    value: str


def articles(folder: Path) -> Iterator[tuple[str, date, list[Timex]]]:
    """Each article's text without tags, its day of writing, and its phrases."""
    for path in sorted(folder.glob("*.tml")):
        source = path.read_text(encoding="cp1252")
        written = re.search(r'<DCT><TIMEX3[^>]*value="([\d-]{10})', source)
        body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
        if written and body:
            text, phrases = _plain(body[1])
            yield text, date.fromisoformat(written[1]), phrases


def _plain(body: str) -> tuple[str, list[Timex]]:
    text, found, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += _TAG.sub("", body[at : match.start()])
        attrs = dict(re.findall(r'(\w+)="([^"]*)"', match[1]))
        found.append(Timex(len(text), len(text) + len(match[2]), attrs["type"], attrs["value"]))
        text, at = text + match[2], match.end()
    return text + _TAG.sub("", body[at:]), found


def kind_of(timex: Timex) -> str:
    """"date" with a calendar value, "day" with an hour or part of day, else the type, or "reference"."""
    if timex.type == "DATE":
        return "date" if _CALENDAR.fullmatch(timex.value) else "reference or season"
    return "day" if timex.type == "TIME" else timex.type.lower()


def given(mentions: list[DateMention], timex: Timex) -> str | None:
    """The value of the mention that shares most with the phrase."""
    sharing = [m for m in mentions if m.start < timex.end and timex.start < m.end]
    best = max(sharing, key=lambda m: (min(m.end, timex.end) - max(m.start, timex.start), -m.start), default=None)
    return best.iso if best else None


def main() -> None:
    """Print the figures, and each miss where asked."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--errors", action="store_true")
    opts = args.parse_args()
    folder = Path(os.environ.get("JEJARING_SHARED", "")) / "data" / "timex_indotimex" / "Kompas_test_gold"
    if not folder.is_dir():
        sys.exit("dates.py: set JEJARING_SHARED to the folder that holds data/")
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for text, written, phrases in articles(folder):
        mentions = resolve(text, written)
        for timex in phrases:
            kind, value = kind_of(timex), given(mentions, timex)
            wanted = timex.value.split("T")[0] if kind == "day" else timex.value
            total[kind] += 1
            total["all"] += 1
            right[kind] += value == wanted
            right["all"] += value == timex.value
            if value != wanted:
                missed[f"{kind}: {'no value' if value is None else 'another value'}"] += 1
                if opts.errors:
                    print(f"{kind:20} {timex.value:17} {value!s:11} {text[timex.start : timex.end]!r}")
    for kind in sorted(total):
        print(f"{kind:20} {right[kind]:4} of {total[kind]:4} {100 * right[kind] / total[kind]:6.1f} %")
    calendar = right["date"] + right["day"], total["date"] + total["day"]
    print(f"{'dates and days':20} {calendar[0]:4} of {calendar[1]:4} {100 * calendar[0] / calendar[1]:6.1f} %")
    for name, count in sorted(missed.items(), key=lambda m: (-m[1], m[0])):
        print(f"missed  {name:40} {count}")


if __name__ == "__main__":
    main()
