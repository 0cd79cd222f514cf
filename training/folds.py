"""Articles of one story in one fold, so that what is measured on a fold was not learned from a copy."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any


def stories(articles: Sequence[dict[str, Any]]) -> list[str]:
    """For each article the least id among those that tell its story (a twentieth of the 5-word shingles alike)."""
    grams = [_shingles(a["text"]) for a in articles]
    story = [a["id"] for a in articles]
    for i in range(len(articles)):
        for k in range(i):
            if len(grams[i] & grams[k]) > 0.05 * min(len(grams[i]), len(grams[k])):
                low, high = sorted((story[i], story[k]))
                story = [low if s == high else s for s in story]
    return story


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def fold(story: str, folds: int) -> int:
    """The fold of a story."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % folds


def split(articles: Sequence[dict[str, Any]], out: int, folds: int) -> tuple[list[Any], list[Any]]:
    """The articles outside fold `out` and those in it; none is in it where `out` is below 0."""
    told = [(article, fold(story, folds) == out) for article, story in zip(articles, stories(articles), strict=True)]
    return [a for a, inside in told if not inside], [a for a, inside in told if inside]
