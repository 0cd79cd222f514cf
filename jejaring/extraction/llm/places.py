"""Where words of an answer stand in the text: exactly, but for blanks and line breaks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]


def places(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[Place]:
    """Where `words` stand in `text[start:end]`, in text order."""
    tokens = words.split()
    if tokens:
        pattern = re.compile(r"\s+".join(re.escape(token) for token in tokens))
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            yield match.span()


def whole(text: str, words: str, start: int = 0, end: int | None = None) -> list[Place]:
    """The places where `words` are no part of longer words; where there are none, those of a name glued to a word.

    Scraped texts glue names to the next word ("Astrid Widayanimembuat"); only a name of some length, with a capital,
    is taken so.
    """
    found = list(places(text, words, start, end))
    alone = [(a, b) for a, b in found if not (_inside(text, a) or _inside(text, b))]
    return alone or (found if len(words) >= 5 and words[:1].isupper() else [])


def _inside(text: str, at: int) -> bool:
    """Whether a word goes on across `at`."""
    return 0 < at < len(text) and _is_word(text[at - 1]) and _is_word(text[at])


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
