#!/usr/bin/env python3
"""Measure dates and time expressions against IndoTimex's gold (25 Kompas articles): exact values, misses by kind.

    dates.py [--errors]

  dates   what events are dated by (jejaring.text.dates): of DATE phrases with a calendar value, how many get the same
          value; of TIME phrases, how many get the day before the "T"
  timex   TimeML's values (jejaring.text.timex): of all phrases, hours, durations, SET and PRESENT_REF and its like
          included, how many get the same value to the letter
A phrase is compared with the expression of ours that shares most with it. Expressions that gold lacks are counted, not
judged: gold leaves out some of a kind that it marks elsewhere. The anchor is the day of writing that each article
names. The rules were written and mended while reading the misses here: these are figures of a development set.
JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jejaring.text.dates import resolve
from jejaring.text.timex import timexes

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


Found = tuple[int, int, str | None]


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
    """ "date" with a calendar value, "day" with an hour or part of day, else the type, or "reference"."""
    if timex.type == "DATE":
        return "date" if _CALENDAR.fullmatch(timex.value) else "reference or season"
    return "day" if timex.type == "TIME" else timex.type.lower()


def given(found: Sequence[Found], timex: Timex) -> str | None:
    """The value of the expression that shares most with the phrase."""
    sharing = [f for f in found if f[0] < timex.end and timex.start < f[1]]
    best = max(sharing, key=lambda f: (min(f[1], timex.end) - max(f[0], timex.start), -f[0]), default=None)
    return best[2] if best else None


class Tally:
    """How many phrases of each kind got their value, and what the others got."""

    def __init__(self, name: str, errors: bool) -> None:
        self.name, self.errors = name, errors
        self.total: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()

    def add(self, kind: str, wanted: str, value: str | None, phrase: str) -> None:
        """Count one phrase."""
        for row in (kind, "all"):
            self.total[row] += 1
            self.right[row] += value == wanted
        if value != wanted:
            self.missed[f"{kind}, {'no value' if value is None else 'another value'}"] += 1
            if self.errors:
                print(f"{self.name} {kind:10} {wanted:17} {value!s:17} {phrase!r}")

    def show(self) -> None:
        """Print the shares, and the misses by kind."""
        for kind in sorted(self.total):
            share = 100 * self.right[kind] / self.total[kind]
            print(f"{self.name:6} {kind:20} {self.right[kind]:4} of {self.total[kind]:4} {share:6.1f} %")
        for kind, count in sorted(self.missed.items(), key=lambda m: (-m[1], m[0])):
            print(f"{self.name:6} missed: {kind:32} {count}")


def main() -> None:
    """Print the figures, and each miss where asked."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--errors", action="store_true")
    opts = args.parse_args()
    folder = Path(os.environ.get("JEJARING_SHARED", "")) / "data" / "timex_indotimex" / "Kompas_test_gold"
    if not folder.is_dir():
        sys.exit("dates.py: set JEJARING_SHARED to the folder that holds data/")
    dates, timex = Tally("dates", opts.errors), Tally("timex", opts.errors)
    extra = 0
    for text, written, phrases in articles(folder):
        days = [(m.start, m.end, m.iso) for m in resolve(text, written)]
        times = [(t.start, t.end, t.value) for t in timexes(text, written)]
        extra += sum(not any(a < p.end and p.start < b for p in phrases) for a, b, _ in times)
        for phrase in phrases:
            words = text[phrase.start : phrase.end]
            timex.add(phrase.type, phrase.value, given(times, phrase), words)
            if (kind := kind_of(phrase)) in ("date", "day"):
                dates.add(kind, phrase.value.split("T")[0], given(days, phrase), words)
    dates.show()
    timex.show()
    print(f"timex  expressions that gold lacks        {extra}")


if __name__ == "__main__":
    main()
