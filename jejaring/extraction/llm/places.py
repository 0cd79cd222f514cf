"""Where words of an answer stand in the text: exactly, but for blanks and line breaks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.lexicon import is_small

Place = tuple[int, int]

_LONGEST = 30  # letters of a common word
_SHORT = frozenset(("dan", "dari", "and", "the"))
_LETTERS = re.compile(r"\w+")
_LETTERS_BEFORE = re.compile(r"\w+\Z")


def places(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[Place]:
    """Where `words` stand in `text[start:end]`, in text order."""
    tokens = words.split()
    if tokens:
        pattern = re.compile(r"\s+".join(re.escape(token) for token in tokens))
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            yield match.span()


def whole(text: str, words: str, start: int = 0, end: int | None = None) -> list[Place]:
    """The places where `words` are no part of longer words; where there are none, those of a name glued to a word.

    Scraped texts glue names to the next word ("Astrid Widayanimembuat"): what is left of that must be a common one.
    """
    found = list(places(text, words, start, end))
    alone = [(a, b) for a, b in found if not (_inside(text, a) or _inside(text, b))]
    return alone or [place for place in found if words[:1].isupper() and _glued(text, *place)]


def _inside(text: str, at: int) -> bool:
    """Whether a word goes on across `at`."""
    return 0 < at < len(text) and _is_word(text[at - 1]) and _is_word(text[at])


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the rest of each word that `text[start:end]` cuts is a common word, no mere ending ("Lent-era")."""
    before = _LETTERS_BEFORE.search(text, max(0, start - _LONGEST), start) if _inside(text, start) else None
    after = _LETTERS.match(text, end) if _inside(text, end) else None
    return all(rest[0] in _SHORT or (len(rest[0]) > 3 and is_small(rest[0])) for rest in (before, after) if rest)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
