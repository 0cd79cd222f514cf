#!/usr/bin/env python3
"""Fit what turns a claim's features into its confidence: jejaring/extraction/confidence.tsv.

    calibrate.py [--cross] [--out FILE]

A logistic regression (one ridge, Newton's method) over the claims that the shipped extractor makes on annotated
articles: a claim is right where the annotators make it too. One more feature says that an article is of the pool,
whose annotations are sparser than gold's; it is left out of the file, which so speaks by gold's measure. Claims of one
type in one sentence are right or wrong together, so n of them count as the square root of n. Ridge, weights and
features were chosen by the Brier score on articles left out (`--cross` prints it, a sixth of the articles at a time);
whether a shipped model was trained on an article told too little to be kept. dev.jsonl and seed.jsonl are not read.
JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from annotations import rows, unpack

from jejaring.evaluation.calibration import calibration
from jejaring.evaluation.gold import Gold, document_of, read_gold, to_gold
from jejaring.evaluation.judge import Sureness, rightness
from jejaring.extraction.confidence import BASE, Scene, weigh
from jejaring.extraction.draft import Draft
from jejaring.extraction.extractor import STEPS
from jejaring.extraction.finish import finish, one_a_fact

HERE = Path(__file__).parent
TABLE = HERE.parent / "jejaring" / "extraction" / "confidence.tsv"
RIDGE, RAREST, FOLDS = 6.0, 3, 6
FREE = 0.1  # the ridge of the base and of "pool"
POOL = ("annotations.jsonl", "annotations_more.jsonl")


@dataclass(frozen=True)
class Example:
    """One claim: its article, its features, whether it is right, and what it counts."""

    article: str
    features: tuple[str, ...]
    right: bool
    weight: float = 1.0


def examples(gold: Gold, domain: tuple[str, ...]) -> Iterator[Example]:
    """The claims that the extractor makes on one gold article."""
    document = document_of(gold)
    draft = Draft.of(document)
    for step in STEPS:
        step(draft)
    kept = one_a_fact(draft.proposals)
    right = rightness(gold, to_gold(document, finish(draft, "rules")))
    scene = Scene(draft, kept)
    for proposal, ok in zip(kept, right, strict=True):
        beside = scene.beside[proposal.type, proposal.start]
        yield Example(gold["id"], (*scene.features(proposal), *domain), ok, beside**-0.5)


def annotated(shared: Path) -> Iterator[Example]:
    """All examples: gold's training articles, then those of the pool."""
    for gold in read_gold(shared / "gold" / "train.jsonl"):
        yield from examples(gold, ())
    pool = {article["id"]: article for article in rows(str(shared / "articles" / "pool.jsonl"))}
    for name in POOL:
        for packed in rows(str(HERE / name)):
            yield from examples(unpack(packed, pool[packed["id"]]), ("pool",))


def fit(found: list[Example]) -> dict[str, float]:
    """The weight of each feature that is seen often enough, and the base."""
    counts = Counter(f for e in found for f in e.features)
    names = [BASE, *sorted(f for f, n in counts.items() if n >= RAREST)]
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    table[:, 0] = 1
    for i, example in enumerate(found):
        table[i, [column[f] for f in example.features if f in column]] = 1
    ridge = np.array([FREE if name in (BASE, "pool") else RIDGE for name in names])
    right, counted = (np.array([getattr(e, key) for e in found], float) for key in ("right", "weight"))
    solved = _newton(table, right, counted, ridge)
    return dict(zip(names, (float(w) for w in solved), strict=True))


def _newton(table: Any, right: Any, counted: Any, ridge: Any) -> Any:
    found = np.zeros(table.shape[1])
    for _ in range(30):
        said = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (counted * (said - right)) + ridge * found
        curve = (table * (counted * said * (1 - said))[:, None]).T @ table + np.diag(ridge)
        found -= (step := np.linalg.solve(curve, slope))
        if abs(step).max() < 1e-9:
            break
    return found


def cross(found: list[Example]) -> None:
    """Print calibration on articles left out, with their domain's features counted in."""
    articles = sorted({e.article for e in found})
    fold = {article: i % FOLDS for i, article in enumerate(articles)}
    said: list[Sureness] = []
    for k in range(FOLDS):
        table = fit([e for e in found if fold[e.article] != k])
        said += [Sureness(weigh(e.features, table).confidence, e.right, "") for e in found if fold[e.article] == k]
    print(calibration(said))


def main() -> None:
    """Fit, and write the table."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--cross", action="store_true")
    args.add_argument("--out", type=Path, default=TABLE)
    opts = args.parse_args()
    found = list(annotated(Path(os.environ["JEJARING_SHARED"])))
    print(f"{len(found)} claims, {sum(e.right for e in found)} right")
    if opts.cross:
        cross(found)
    table = {name: round(weight, 2) for name, weight in fit(found).items() if name != "pool"}
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in table.items() if name == BASE or abs(weight) >= 0.01]
    opts.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
