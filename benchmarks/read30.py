#!/usr/bin/env python3
"""Sum up what a reader found right and wrong in 30 extracted pool articles: results/read30.tsv, a line a claim.

Each claim was read against its article. `kind` says what is wrong: with "modality" and "speaker" the fact itself is
right. `by` is "model" where the learned step made the claim, else "rule". The file holds ids, offsets and verdicts, no
text.

    read30.py [FILE.tsv]
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

FILE = Path(__file__).parent / "results" / "read30.tsv"
Row = dict[str, str]


def share(rows: list[Row]) -> str:
    """How many claims, and how many per cent of them right: as they stand, and as facts alone."""
    right = sum(r["verdict"] == "right" for r in rows)
    facts = right + sum(r["kind"] in ("modality", "speaker") for r in rows)
    return f"{len(rows):6} {right:6} {100 * right / len(rows):6.1f} {100 * facts / len(rows):6.1f}"


def main() -> None:
    """Print the share of right claims by edge type, language and maker, and the kinds of fault."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    print(f"{'':18} claims  right      %  facts %")
    for edge in sorted({r["edge"] for r in rows}):
        print(f"{edge:18} {share([r for r in rows if r['edge'] == edge])}")
    english = [r for r in rows if "-en-" in r["article"]]
    print(f"{'Indonesian':18} {share([r for r in rows if r not in english])}")
    print(f"{'English':18} {share(english)}")
    for by in ("model", "rule"):
        print(f"{'by ' + by:18} {share([r for r in rows if r['by'] == by])}")
    print(f"{'ALL':18} {share(rows)}")
    for kind, count in sorted(Counter(r["kind"] for r in rows if r["kind"]).items(), key=lambda k: (-k[1], k[0])):
        print(f"{kind:24} {count}")


if __name__ == "__main__":
    main()
