"""Cut a text into tokens with exact offsets, and cut words that scraping has glued together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

# In this order: initials and abbreviations with their full stops, numbers, words, any other sign.
_TOKEN = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.){2,}(?:[A-Z][a-z]{0,3}(?![\w]))?"
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|(?:Dr|Drs|Dra|Prof|Ir|Hj|St|Mr|Mrs|Ms|Jl|Jln|Kab|Kec|Kel|Sdr|Ny|Tn|Alm|Kol|Jend|Pdt|Drg|drg|Gen|Gov|Sen|Rep|No)\."
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W\d_]+(?:\d+|[-'’][^\W_]+|&(?=[A-Z])[^\W_]+)*"
    r"|[^\w\s]|_"
)
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRANDS = frozenset({"e", "i", "detik", "kompas", "my", "tribun", "merdeka"})
# Words of one or two letters that get glued too; other short beginnings ("Mc", "Ma") do not tell a seam.
_LITTLE = frozenset({"di", "ke", "of", "to", "in", "by"})


class Token(NamedTuple):
    """The token `text[start:end]`."""

    text: str
    start: int
    end: int


def tokens(text: str, small: Callable[[str], bool], name: Callable[[str], bool]) -> list[Token]:
    """The tokens of `text`; `small` knows words written in lower case, `name` words that begin names.

    With both, glued words fall apart: "denganAlyssa" at the capital, "Irandinaikkan" where a name ends in a word.
    """
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        cuts = _seams(word, small, name) if len(word) > 3 and word[0].isalpha() else []
        for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True):
            out.append(Token(word[a:b], match.start() + a, match.start() + b))
    return out


def _seams(word: str, small: Callable[[str], bool], name: Callable[[str], bool]) -> list[int]:
    at = sorted(set(_before_capitals(word, small, name)))
    last = at[-1] if at else 0
    tail = word[last:]
    if tail[:1].isupper() and len(tail) > 5 and not name(tail) and not small(tail.lower()):
        at += [last + cut for cut in _after_name(tail, small, name)]
    return at


def _before_capitals(word: str, small: Callable[[str], bool], name: Callable[[str], bool]) -> Iterator[int]:
    for match in _INNER.finditer(word):
        left, right = word[: match.start()], word[match.start() :]
        if left.islower() and left not in _BRANDS and (left in _LITTLE or (len(left) > 2 and small(left))):
            yield match.start()
        elif left[0].isupper() and len(left) > 3 and name(left) and name(right):
            yield match.start()


def _after_name(word: str, small: Callable[[str], bool], name: Callable[[str], bool]) -> Iterator[int]:
    """The one place where `word` is a name and then a small word of three letters or more; the longest name wins."""
    for cut in range(len(word) - 3, 2, -1):
        if word[cut].islower() and small(word[cut:]) and name(word[:cut]):
            yield cut
            return
