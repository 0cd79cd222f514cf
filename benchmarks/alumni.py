#!/usr/bin/env python3
"""Measure ALUMNI_OF on documents annotated for it alone (training/alumni.jsonl), which gold has too few of.

    alumni.py [--half tune|final] [--errors]     (JEJARING_SHARED names the shared folder)

The documents fall into two halves by a hash of their ids: rules were mended on "tune" and measured on "final" at the
end. Each row gives precision, recall and F1 of whole extraction, names and all, the middle 95 % of F1 over documents
drawn with replacement, and how many of the facts missed lack an end (a name not found, or cut otherwise) in what was
extracted. `news` are articles and news sentences, `other` the rest (encyclopaedias and the web).
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from annotations import unpacked

from jejaring.evaluation.evaluate import predict, summed
from jejaring.evaluation.gold import Gold
from jejaring.evaluation.judge import Judged, judge

EDGE = "ALUMNI_OF"
FILE = Path(__file__).resolve().parents[1] / "training" / "alumni.jsonl"
NEWS = ("rss", "detik", "kompas", "idner")
ROWS: dict[str, Callable[[str, str], bool]] = {
    "all": lambda name, language: True,
    "news": lambda name, language: name.startswith(NEWS),
    "other": lambda name, language: not name.startswith(NEWS),
    "Indonesian": lambda name, language: language == "id",
    "English": lambda name, language: language == "en",
}


def half(name: str) -> str:
    """The half that the document with this id belongs to."""
    return "final" if hashlib.sha256(name.encode()).digest()[0] % 2 else "tune"


def golds() -> list[Gold]:
    """The annotated documents; exits with a message where JEJARING_SHARED does not name the shared folder."""
    folder = Path(os.environ.get("JEJARING_SHARED") or "-")
    if not (folder / "articles").is_dir():
        sys.exit("alumni.py: set JEJARING_SHARED to the folder that holds articles/ and data/")
    return unpacked(FILE, folder)


def judged(gold: Gold) -> Judged:
    """What extraction makes of a document, judged by this edge alone."""
    found = predict(gold)
    return judge(gold, {**found, "claims": [claim for claim in found["claims"] if claim["type"] == EDGE]})


def show(name: str, some: list[Judged]) -> None:
    """Print a row."""
    result = summed(some)
    line = result.figures["by_edge"].get(EDGE)
    if not line:
        return
    low, high = result.intervals[f"by_edge.{EDGE}.f1"]
    ends = sum(fault.kind == "missed-end" and fault.what == EDGE for fault in result.errors)
    print(f"{name:11} {len(some):4} {line['tp'] + line['fn']:5}  P {line['p']:5.1f}  R {line['r']:5.1f}", end="  ")
    print(f"F1 {line['f1']:5.1f} ({low:.1f}-{high:.1f})  missed {line['fn']}, for want of an end {ends}")


def main() -> None:
    """Print the rows of each half."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--half", choices=("tune", "final"))
    args.add_argument("--errors", action="store_true")
    opts = args.parse_args()
    for name in [opts.half] if opts.half else ["tune", "final"]:
        print(f"{name + ':':11} docs facts")
        done = [judged(gold) for gold in golds() if half(gold["id"]) == name]
        for row, wanted in ROWS.items():
            show(row, [article for article in done if wanted(article.id, article.language)])
        for fault in (fault for article in done if opts.errors for fault in article.faults if fault.what == EDGE):
            print(f"  {fault.article}: {fault.kind} {fault.text}")


if __name__ == "__main__":
    main()
