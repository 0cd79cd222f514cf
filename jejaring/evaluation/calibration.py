"""Whether confidence means what it says: of the claims given 0.8, about 80 % should be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jejaring.evaluation.judge import Sureness

BINS = 10
Bin = dict[str, float]


def calibration(claims: Sequence[Sureness], bins: int = BINS) -> dict[str, Any]:
    """`ece` over bins of equal width, `ece_mass` over bins of equal size, `auroc`, `brier`, and the filled `bins`.

    The figures are None where there are no claims, `auroc` also where all are right or all wrong.
    """
    ordered = sorted(claims, key=lambda c: c.confidence)
    wide: list[list[Sureness]] = [[] for _ in range(bins)]
    for claim in ordered:
        wide[min(bins - 1, int(claim.confidence * bins))].append(claim)
    size = len(ordered)
    heavy = [ordered[size * i // bins : size * (i + 1) // bins] for i in range(bins)]
    brier = sum((c.confidence - c.right) ** 2 for c in ordered) / size if size else 0.0
    return {
        "claims": size,
        "ece": _ece(wide, size),
        "ece_mass": _ece(heavy, size),
        "auroc": _auroc(ordered),
        "brier": round(brier, 3) if size else None,
        "bins": [{"from": i / bins, "to": (i + 1) / bins, **_bin(part)} for i, part in enumerate(wide) if part],
    }


def _bin(part: Sequence[Sureness]) -> Bin:
    said = sum(c.confidence for c in part) / len(part)
    return {"claims": len(part), "said": round(said, 3), "right": round(sum(c.right for c in part) / len(part), 3)}


def _ece(parts: Sequence[Sequence[Sureness]], size: int) -> float | None:
    if not size:
        return None
    return round(sum(abs(sum(c.confidence - c.right for c in part)) for part in parts) / size, 3)


def _auroc(ordered: Sequence[Sureness]) -> float | None:
    """How often a right claim is given more than a wrong one; ties count half."""
    right = sum(c.right for c in ordered)
    wrong = len(ordered) - right
    if not right or not wrong:
        return None
    groups: dict[float, list[int]] = {}
    for claim in ordered:
        groups.setdefault(claim.confidence, [0, 0])[claim.right] += 1
    below, won = 0, 0.0
    for bad, good in groups.values():
        won += good * (below + bad / 2)
        below += bad
    return round(won / (right * wrong), 3)
