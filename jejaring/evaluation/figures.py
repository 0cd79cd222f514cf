"""Figures from the counts of judged articles, and how far they would swing with other articles (bootstrap)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from jejaring.evaluation.align import LOOSE, NAMED
from jejaring.evaluation.judge import Count, Judged

SHARES = (
    "modality_accuracy",
    "evidence_in_text",
    "evidence_right",
    "speaker_right",
    "event_kind_right",
    "event_date_right",
)
_DRAWS, _SEED = 1000, 1
Line = dict[str, float]
Figures = dict[str, Any]


def total(judged: Iterable[Judged]) -> Counter[Count]:
    """The counts of all these articles."""
    out: Counter[Count] = Counter()
    for article in judged:
        out.update(article.counts)
    return out


def figures(counts: Mapping[Count, float]) -> Figures:
    """Precision, recall and F1 in percent by label and edge type and in all, and the shares that are right."""
    edges = sorted({key[1] for key in counts if key[0] == "claim"})
    return {
        "entities": _line(counts, "entity", (*NAMED, *LOOSE)),
        "named_entities": _line(counts, "entity", NAMED),
        "by_type": {label: _line(counts, "entity", (label,)) for label in (*NAMED, *LOOSE)},
        "claims": _line(counts, "claim", edges),
        "by_edge": {edge: _line(counts, "claim", (edge,)) for edge in edges},
        "modality_macro_f1": round(100 * _macro_f1(counts), 1),
        **{name: _share(counts, name) for name in SHARES},
    }


def _line(counts: Mapping[Count, float], what: str, kinds: Iterable[str]) -> Line:
    tp, fp, fn = (sum(counts.get((what, kind, sign), 0) for kind in kinds) for sign in ("tp", "fp", "fn"))
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(100 * f, 1), "tp": tp, "fp": fp, "fn": fn}


def _share(counts: Mapping[Count, float], name: str) -> float | None:
    of = counts.get((name, "of"), 0)
    return round(100 * counts.get((name, "right"), 0) / of, 1) if of else None


def _macro_f1(counts: Mapping[Count, float]) -> float:
    pairs = {key[1:]: n for key, n in counts.items() if key[0] == "modality" and n}
    scores = []
    for label in sorted({wanted for wanted, _ in pairs}):
        right = pairs.get((label, label), 0)
        wrong = sum(n for (wanted, said), n in pairs.items() if (wanted == label) != (said == label))
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / len(scores) if scores else 0.0


def intervals(judged: Sequence[Judged], draws: int = _DRAWS) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each headline figure over `draws` sets of as many articles, drawn with replacement.

    Keys are paths into the figures, "by_edge.MET.f1"; the same articles give the same intervals (seeded).
    """
    if not judged:
        return {}
    keys = sorted({key for article in judged for key in article.counts})
    table = np.array([[article.counts[key] for key in keys] for article in judged])
    draw = np.random.default_rng(_SEED)
    weights = draw.multinomial(len(judged), np.full(len(judged), 1 / len(judged)), size=draws)
    swung: dict[str, list[float]] = {}
    for row in weights @ table:
        for path, value in _flat(figures(dict(zip(keys, row.tolist(), strict=True)))):
            swung.setdefault(path, []).append(value)
    return {path: _middle(values) for path, values in swung.items()}


def _flat(found: Figures, before: str = "") -> Iterable[tuple[str, float]]:
    for name, value in found.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        elif value is not None and name not in ("p", "r", "tp", "fp", "fn"):
            yield f"{before}{name}", value


def _middle(values: list[float]) -> tuple[float, float]:
    low, high = np.quantile(values, (0.025, 0.975))
    return round(float(low), 1), round(float(high), 1)


def by_language(judged: Sequence[Judged]) -> dict[str, Figures]:
    """The figures of each language's articles, and how many they are."""
    return _grouped(judged, lambda article: article.language or "?")


def _grouped(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, Figures]:
    groups: dict[str, list[Judged]] = {}
    for article in judged:
        groups.setdefault(key(article), []).append(article)
    return {name: {"articles": len(group), **figures(total(group))} for name, group in sorted(groups.items())}
