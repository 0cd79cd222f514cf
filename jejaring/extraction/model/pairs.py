"""The trained scorer of pairs: how likely one mention stands in which relation to another, told by their states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jejaring import ontology
from jejaring.extraction import model

RELATIONS = tuple(sorted(ontology.EDGES))
LABELS = tuple(sorted(label for label in ontology.NODES if label != "Article"))
KINDS = ("name", "short", "nominal", "pronoun")
FARTHEST = 6  # sentences between two mentions; more count as so many
GAPS = (0, 1, 2, 3, 5, 8, 12, 20, 35)  # tokens between two mentions, where a new bucket begins
MOST_BETWEEN = 6  # mentions between two; more count as so many


@dataclass(frozen=True)
class Mention:
    """A mention as the scorer sees it: first and last token, label, kind, sentence, and the key of what it means."""

    first: int
    last: int
    label: str
    kind: str
    sentence: int
    key: str


@dataclass(frozen=True)
class Layout:
    """The pairs of a window that the ontology allows: places in the window's mentions, and what lies between them.

    `heads`, `tails`: mentions by number; `allowed`: pairs by relations; `begins`, `ends`: the tokens between;
    `order`, `gap`, `between`: buckets of sentences, tokens and mentions between.
    """

    heads: Any
    tails: Any
    allowed: Any
    begins: Any
    ends: Any
    order: Any
    gap: Any
    between: Any


@lru_cache(maxsize=1)
def _allowed() -> Any:
    import numpy as np  # noqa: PLC0415

    return np.array([[[ontology.allows(r, a, b) for r in RELATIONS] for b in LABELS] for a in LABELS])


def layout(mentions: Sequence[Mention]) -> Layout:
    """The pairs among the mentions of a window, which are in text order; tokens are numbered in the window."""
    import numpy as np  # noqa: PLC0415

    columns = ("first", "last", "sentence")
    first, last, sentence = (np.array([getattr(m, c) for m in mentions], np.int64) for c in columns)
    labels = np.array([LABELS.index(m.label) for m in mentions], np.int64)
    keys = {key: i for i, key in enumerate(dict.fromkeys(m.key for m in mentions))}
    who = np.array([keys[m.key] for m in mentions], np.int64)
    allowed = _allowed()[labels[:, None], labels[None, :]]
    apart = sentence[None, :] - sentence[:, None]
    fits = allowed.any(axis=2) & (who[:, None] != who[None, :])
    heads, tails = np.nonzero(fits)
    begins = np.minimum(last[heads], last[tails]) + 1
    ends = np.maximum(np.maximum(first[heads], first[tails]), begins)
    after = first[tails] >= first[heads]
    gap = np.where(after, first[tails] - last[heads], first[heads] - last[tails]) - 1
    between = np.searchsorted(first, ends) - np.searchsorted(first, begins)
    return Layout(
        heads,
        tails,
        allowed[heads, tails],
        begins,
        ends,
        np.clip(apart[heads, tails], -FARTHEST, FARTHEST) + FARTHEST,
        np.digitize(np.maximum(gap, 0), GAPS) + len(GAPS) * after + after,
        np.minimum(between, MOST_BETWEEN),
    )


class Pairs:
    """The scorer: one hidden layer over both ends and what is between them, and a product of both ends."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self.weights = weights

    def probabilities(self, states: Any, mentions: Sequence[Mention], at: Layout, said: Any) -> Any:
        """The probability of each of RELATIONS for each pair of `at`.

        `states` are those of the window's tokens; `said` tells (1 or 0, pairs by relations) what rules say.
        """
        import numpy as np  # noqa: PLC0415

        w = self.weights
        ends = np.concatenate([states[[m.first for m in mentions]], states[[m.last for m in mentions]]], axis=1)
        labels = np.array([LABELS.index(m.label) for m in mentions], np.int64)
        kinds = np.array([KINDS.index(m.kind) for m in mentions], np.int64)
        sides = {
            side: ends @ w[f"{side}.weight"] + w[f"{side}.bias"] + w[f"{side}_label"][labels] + w[f"{side}_kind"][kinds]
            for side in ("head", "tail")
        }
        sums = np.concatenate([np.zeros((1, states.shape[1]), np.float32), np.cumsum(states, axis=0)])
        mean = (sums[at.ends] - sums[at.begins]) / np.maximum(at.ends - at.begins, 1)[:, None].astype(np.float32)
        hidden = sides["head"][at.heads] + sides["tail"][at.tails] + mean @ w["context.weight"] + w["context.bias"]
        hidden += w["order"][at.order] + w["gap"][at.gap] + w["between"][at.between] + said @ w["said"]
        product = (ends @ w["first.weight"] + w["first.bias"])[at.heads]
        product *= (ends @ w["second.weight"] + w["second.bias"])[at.tails]
        logits = np.maximum(hidden, 0) @ w["out.weight"] + w["out.bias"] + product @ w["product"]
        logits += w["labels"][labels[at.heads] * len(LABELS) + labels[at.tails]] + said @ w["said_out"]
        return np.where(at.allowed, 1 / (1 + np.exp(-logits)), 0)


@lru_cache(maxsize=1)
def pairs() -> Pairs:
    """The scorer that training/encoder.py made."""
    import numpy as np  # noqa: PLC0415

    with (model.FOLDER / "pairs.npz").open("rb") as file:
        return Pairs({name: array.astype(np.float32) for name, array in np.load(file).items()})
