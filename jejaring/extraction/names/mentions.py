"""The mentions of a document: what the tagger found, trimmed, labelled alike over the document, and found again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jejaring.extraction.names.clean import balance, degrees_size, titles_end, trim
from jejaring.extraction.names.words import Words
from jejaring.lexicon import TITLES, is_small

LABELS = frozenset({"Person", "Institution", "Program", "Place"})


@dataclass(frozen=True)
class Found:
    """A name at `text[start:end]`."""

    start: int
    end: int
    label: str
    form: str


def mentions(text: str, words: Words, tags: list[str]) -> list[Found]:
    """The names of a document, in text order, without overlaps."""
    raw = [f for f in (_cleaned(text, *span) for span in _spans(words, tags)) if f]
    named = _one_sense(raw)
    return sorted([*named, *_again(text, named)], key=lambda f: f.start)


def _spans(words: Words, tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != f"I-{label}":
            yield words.tokens[start].start, words.tokens[i - 1].end, label
            start = -1
        if tag != "O" and start < 0:
            start, label = i, tag[2:]


def _cleaned(text: str, start: int, end: int, label: str) -> Found | None:
    start, end = trim(text, *balance(text, *trim(text, start, end)))
    if label == "Person":
        start += titles_end(text[start:end])
        end -= degrees_size(text[start:end])
        start, end = trim(text, start, end)
    form = text[start:end]
    if len(form) < 2 or form.lower() in TITLES or (" " not in form and is_small(form)):
        return None
    return Found(start, end, label, form)


def _one_sense(found: list[Found]) -> list[Found]:
    """One label for one form: the one that most of its mentions have (the first of equals)."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for f in found:
        votes[f.form][f.label] += 1
    label = {form: max(count, key=lambda k: count[k]) for form, count in votes.items()}
    return [Found(f.start, f.end, label[f.form], f.form) for f in found]


def _again(text: str, found: list[Found]) -> Iterator[Found]:
    """Places where a form found elsewhere stands untagged, longer forms first."""
    taken = [False] * len(text)
    for f in found:
        taken[f.start : f.end] = [True] * (f.end - f.start)
    label = {f.form: f.label for f in found}
    for form in sorted(label, key=lambda x: (-len(x), x)):
        if len(form) < 4 or form[0].islower():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * len(form)
                yield Found(match.start(), match.end(), label[form], form)


def kept(found: Iterable[Found]) -> list[Found]:
    """The mentions whose label this step owns."""
    return [f for f in found if f.label in LABELS]
