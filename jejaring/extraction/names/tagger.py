"""A linear-chain tagger: which tokens begin, continue or stand outside a name of which label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gzip import decompress
from importlib.resources import files
from math import exp, log
from typing import Any

from jejaring.extraction.names.features import features
from jejaring.extraction.names.words import Words

# What the tagger's scores and the encoder's count where both are given: the best of seven pairs on a held-out third.
OWN, HINT = 1.0, 1.0
# The encoder tells these from names well, from each other badly: outside, events and groups.
LOOSE = ("", "Event", "Group")


@dataclass(frozen=True)
class Model:
    """Labels ("O", "B-Person", ...), the weights of steps between them (from, to), the weights of each feature.

    `rows` tells the row of a feature in `weights`.
    """

    labels: tuple[str, ...]
    steps: Any
    rows: dict[str, int]
    weights: Any


@lru_cache(maxsize=1)
def model() -> Model:
    """The trained model; training/tagger.py makes its file."""
    import numpy as np  # noqa: PLC0415 - commands that read no article stay fast

    text = decompress((files("jejaring.extraction.names") / "tagger.tsv.gz").read_bytes()).decode("utf-8")
    head, *lines = text.splitlines()
    labels = tuple(head.split("\t"))
    steps = [[int(x) / 100 for x in line.split("\t")] for line in lines[: len(labels)]]
    rows, weights = {}, np.zeros((len(lines) - len(labels), len(labels)))
    for at, line in enumerate(lines[len(labels) :]):
        feature, *pairs = line.split("\t")
        rows[feature] = at
        for label, weight in (p.split(":") for p in pairs):
            weights[at, int(label)] = int(weight) / 100
    return Model(labels, np.array(steps), rows, weights)


def tag(words: Words, hints: Sequence[Sequence[float]] = ()) -> list[str]:
    """The best label of each token, read as one sequence a stretch of active tokens.

    `hints` are the encoder's scores of the labels of each token; they are added, weighted, to the tagger's own.
    """
    trained = model()
    loose = [i for i, label in enumerate(trained.labels) if label[2:] in LOOSE]
    out = ["O"] * len(words.tokens)
    seen = features(words)
    i = 0
    while i < len(seen):
        if not seen[i]:
            i += 1
            continue
        end = i
        while end < len(seen) and seen[end]:
            end += 1
        emitted = [_emit(trained, f) for f in seen[i:end]]
        if hints:
            emitted = [_joined(own, hint, loose) for own, hint in zip(emitted, hints[i:end], strict=True)]
        out[i:end] = _best_path(trained, emitted)
        i = end
    return out


def _emit(trained: Model, seen: list[str]) -> list[float]:
    rows = trained.rows
    emitted: list[float] = trained.weights[[rows[feature] for feature in seen if feature in rows]].sum(axis=0).tolist()
    return emitted


def _joined(own: list[float], hint: Sequence[float], loose: list[int]) -> list[float]:
    """The sums of both; what the encoder says of `loose` labels counts for all of them together."""
    together = log(sum(exp(hint[i]) for i in loose))
    out = [OWN * a + HINT * b for a, b in zip(own, hint, strict=True)]
    for i in loose:
        out[i] = OWN * own[i] + HINT * together
    return out


def _best_path(trained: Model, emitted: list[list[float]]) -> list[str]:
    """Viterbi; a stretch begins after an O, so it cannot begin inside a name."""
    import numpy as np  # noqa: PLC0415

    outside = trained.labels.index("O")
    scores = np.array(emitted[0]) + trained.steps[outside]
    back = []
    into = trained.steps.T.copy()  # a row a label that is reached
    for row in emitted[1:]:
        reach = into + scores
        back.append(reach.argmax(axis=1))
        scores = reach.max(axis=1) + row
    at = int((scores + trained.steps[:, outside]).argmax())
    path = [at]
    for came in reversed(back):
        at = int(came[at])
        path.append(at)
    return [trained.labels[i] for i in reversed(path)]
