#!/usr/bin/env python3
"""Fit what turns a claim's features into its confidence: jejaring/extraction/confidence.tsv.

    calibrate.py --held FOLDER --fold K [--cross] [--out FILE]

A logistic regression (one ridge, Newton's method) over the claims that the extractor makes on annotated articles that
its relation model never saw: those of unseen.jsonl, and with a model in FOLDER that left a fold out (encoder.py
--fold K --out FOLDER) those of the fold. Of the other gold articles the rules' claims count for less, without what the
model makes of them: it learned these. A claim is right where the annotators make it too. One more feature says that an
article is of the pool, where fewer claims are right than on gold; it is left out of the file, which so speaks by
gold's measure. Claims of one type in one sentence are right or wrong together, so n of them count as the square root of
n. Ridge, weights and features were chosen by the Brier score on articles left out (`--cross` prints it, a sixth of the
articles at a time). dev.jsonl and seed.jsonl are not read.
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
from annotations import unpacked
from folds import split

from jejaring.evaluation.calibration import calibration
from jejaring.evaluation.gold import Gold, document_of, read_gold, to_gold
from jejaring.evaluation.judge import Sureness, rightness
from jejaring.extraction import model
from jejaring.extraction.confidence import BASE, Scene, weigh
from jejaring.extraction.draft import Draft
from jejaring.extraction.extractor import STEPS
from jejaring.extraction.finish import finish, one_a_fact
from jejaring.extraction.learned import RULE
from jejaring.extraction.model.encoder import encoder
from jejaring.extraction.model.pairs import pairs

HERE = Path(__file__).parent
TABLE = HERE.parent / "jejaring" / "extraction" / "confidence.tsv"
RIDGE, RAREST, FOLDS = 6.0, 3, 6
SEEN_COUNTS = 0.6
FREE = 0.1  # the ridge of the base and of "pool"
SEEN, UNSEEN = HERE / "annotations.jsonl", HERE / "unseen.jsonl"


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


def by_rules(gold: Gold) -> list[Example]:
    """The claims that rules make on a gold article that the relation model has seen."""
    return [e for e in examples(gold, ()) if f"rule:{RULE}" not in e.features]


def _without_model(example: Example) -> Example:
    told = tuple(f for f in example.features if not f.startswith(("likely", "second")))
    return Example(example.article, told, example.right, example.weight * SEEN_COUNTS)


def annotated(shared: Path, held: Path, out: int, folds: int) -> Iterator[Example]:
    """All examples: of the training articles fold `out`, and what rules say of the others, then the unseen articles."""
    golds = read_gold(shared / "gold" / "train.jsonl")
    own = {gold["id"] for gold in golds}
    shipped, model.FOLDER = model.FOLDER, held
    left, held_out = split([*golds, *unpacked(SEEN, shared)], out, folds)
    for gold in held_out:
        yield from examples(gold, () if gold["id"] in own else ("pool",))
    for gold in left:
        yield from map(_without_model, by_rules(gold) if gold["id"] in own else ())
    model.FOLDER = shipped
    encoder.cache_clear()
    pairs.cache_clear()
    for gold in unpacked(UNSEEN, shared):
        yield from examples(gold, ("pool",))


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
    args.add_argument("--held", type=Path, required=True, help="the folder of an encoder that did not see the fold")
    args.add_argument("--fold", type=int, required=True)
    args.add_argument("--folds", type=int, default=4)
    args.add_argument("--out", type=Path, default=TABLE)
    opts = args.parse_args()
    found = list(annotated(Path(os.environ["JEJARING_SHARED"]), opts.held, opts.fold, opts.folds))
    print(f"{len(found)} claims, {sum(e.right for e in found)} right")
    if opts.cross:
        cross(found)
    table = {name: round(weight, 2) for name, weight in fit(found).items() if name != "pool"}
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in table.items() if name == BASE or abs(weight) >= 0.01]
    opts.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
