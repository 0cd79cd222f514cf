"""A linear-chain tagger: which tokens begin, continue or stand outside a name of which label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gzip import decompress
from importlib.resources import files
from math import exp, log
from operator import add

from jejaring.extraction.names.features import features
from jejaring.extraction.names.words import Words

_Scores = tuple[float, ...]
# What the tagger's scores and the encoder's count where both are given: the best of seven pairs on a held-out third.
OWN, HINT = 1.0, 1.0
# The encoder tells these from names well, from each other badly: outside, events and groups.
LOOSE = ("", "Event", "Group")


@dataclass(frozen=True)
class Model:
    """Labels ("O", "B-Person", ...), the weights of a step from one label to another, and of each feature."""

    labels: tuple[str, ...]
    steps: tuple[_Scores, ...]
    weights: dict[str, tuple[tuple[int, float], ...]]


@lru_cache(maxsize=1)
def model() -> Model:
    """The trained model; training/tagger.py makes its file."""
    text = decompress((files("jejaring.extraction.names") / "tagger.tsv.gz").read_bytes()).decode("utf-8")
    head, *lines = text.splitlines()
    labels = tuple(head.split("\t"))
    steps = tuple(tuple(int(x) / 100 for x in line.split("\t")) for line in lines[: len(labels)])
    weights = {}
    for line in lines[len(labels) :]:
        feature, *pairs = line.split("\t")
        weights[feature] = tuple((int(a), int(b) / 100) for a, b in (p.split(":") for p in pairs))
    return Model(labels, steps, weights)


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
    scores = [0.0] * len(trained.labels)
    get = trained.weights.get
    for feature in seen:
        for label, weight in get(feature, ()):
            scores[label] += weight
    return scores


def _joined(own: list[float], hint: Sequence[float], loose: list[int]) -> list[float]:
    """The sums of both; what the encoder says of `loose` labels counts for all of them together."""
    together = log(sum(exp(hint[i]) for i in loose))
    out = [OWN * a + HINT * b for a, b in zip(own, hint, strict=True)]
    for i in loose:
        out[i] = OWN * own[i] + HINT * together
    return out


def _best_path(trained: Model, emitted: list[list[float]]) -> list[str]:
    """Viterbi; a stretch begins after an O, so it cannot begin inside a name."""
    outside = trained.labels.index("O")
    scores = [e + s for e, s in zip(emitted[0], trained.steps[outside], strict=True)]
    back: list[list[int]] = []
    into = list(zip(*trained.steps, strict=True))
    for row in emitted[1:]:
        came, now = [], []
        for label, emit in enumerate(row):
            reach = list(map(add, scores, into[label]))
            best = max(reach)
            came.append(reach.index(best))
            now.append(best + emit)
        back.append(came)
        scores = now
    scores = [s + row[outside] for s, row in zip(scores, trained.steps, strict=True)]
    path = [scores.index(max(scores))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [trained.labels[i] for i in reversed(path)]
