"""Which entity of a prediction is which of gold: greedy, one to one, as the annotation guidelines' judge does it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

Entity = dict[str, Any]
NAMED = ("Person", "Institution", "Program", "Place")
LOOSE = ("Event", "Topic", "Group")
_TAKEN_FOR_EACH_OTHER = frozenset({"Place", "Institution"})


def norm(text: str) -> str:
    """`text` in lower case with single spaces for whatever is no letter or digit."""
    return re.sub(r"[^\w]+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def overlap(one: str, other: str) -> float:
    """Token F1 of two texts, 0 to 1."""
    a, b = set(norm(one).split()), set(norm(other).split())
    return 2 * len(a & b) / (len(a) + len(b)) if a & b else 0.0


def forms(entity: Entity) -> list[str]:
    """The name of an entity and its aliases."""
    return [entity["name"], *entity.get("aliases", [])]


def affinity(gold: Entity, found: Entity, lenient: bool) -> float:
    """How well a predicted entity fits a gold one, 0 for not at all; `lenient` takes places and institutions as one."""
    same = gold["type"] == found["type"]
    if not same and not (lenient and {gold["type"], found["type"]} == _TAKEN_FOR_EACH_OTHER):
        return 0.0
    bonus = 0.1 if same else 0.0
    if norm(gold["name"]) == norm(found["name"]):
        return 2.0 + bonus
    shared = ({norm(f) for f in forms(gold)} & {norm(f) for f in forms(found)}) - {""}
    if shared:
        return 1.0 + len(shared) / 100 + bonus
    return _likeness(gold, found) if gold["type"] in LOOSE else 0.0


def _likeness(gold: Entity, found: Entity) -> float:
    """The fit of things that have no fixed name, by words in common and by what else is known of them."""
    best = max(overlap(g, p) for g in forms(gold) for p in forms(found))
    wanted, got = gold.get("attrs") or {}, found.get("attrs") or {}
    if gold["type"] == "Event" and wanted.get("kind") and wanted.get("kind") == got.get("kind"):
        best += 0.25 if wanted.get("date") == got.get("date") else 0.15
    if gold["type"] == "Group" and wanted.get("size") and wanted.get("size") == got.get("size"):
        best += 0.2
    return best / 2 if best >= 0.5 else 0.0


def align(gold: Sequence[Entity], found: Sequence[Entity], lenient: bool) -> dict[str, str]:
    """Predicted id -> gold id, the best fits first."""
    fits = [(affinity(g, p, lenient), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = {}
    for fit, i, j in sorted(fits, key=lambda t: (-t[0], t[1], t[2])):
        if fit > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out[found[j]["id"]] = gold[i]["id"]
    return out
