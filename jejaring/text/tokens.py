"""Cut a text into tokens with exact offsets, and cut words that scraping has glued together."""

from __future__ import annotations

import re
from collections.abc import Callable
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
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=^RI)(?=[A-Z][a-z])")
# Two names with a hyphen between them: "Beijing-Washington".
_PAIR = re.compile(r"([A-Z][a-z]{3,})[-–]([A-Z][a-z]{3,})")
_BRANDS = frozenset({"e", "i", "detik", "kompas", "my", "tribun", "merdeka"})
# Words of one or two letters that get glued too; other short beginnings ("Mc", "Ma") do not tell a seam.
_LITTLE = frozenset({"di", "ke", "of", "to", "in", "by"})

_LONGEST_GLUED = 100  # a longer run of letters is no words of a story, and to try every cut of it takes cubic time

# Small words found glued behind names, and how the verbs begin that are.
_GLUED_WORDS = """
yang dan di ke dari untuk pada dengan dalam adalah ini itu juga akan telah sudah saat serta oleh tidak bisa
kepada tersebut sebagai menjadi hingga karena usai setelah agar atau bagi lalu masih tetap bahwa ketika
terkait tentang sejak secara sehingga namun terhadap melalui merupakan yakni kini
kembali belum sebelum resmi harus hadir akhirnya sedang dapat turut sempat punya kabarnya mulai alias justru tampil
bakal gagal bukan ingin sekarang terus sukses langsung segera kalah muncul jadi
"""
_GLUED = frozenset(_GLUED_WORDS.split())
_VERBAL = ("me", "di", "ber", "ter")


class Token(NamedTuple):
    """The token `text[start:end]`."""

    text: str
    start: int
    end: int


class Lookup(NamedTuple):
    """What tells a seam: words written in lower case, words that begin names, names that the text itself shows."""

    small: Callable[[str], bool]
    name: Callable[[str], bool]
    seen: frozenset[str] = frozenset()

    def left(self, word: str) -> bool:
        """Whether `word` can be the name before a seam."""
        return word in self.seen or self.name(word)


def tokens(text: str, lookup: Lookup) -> list[Token]:
    """The tokens of `text`; with what `lookup` knows, glued words fall apart.

    "denganAlyssa" at the capital, "Irandinaikkan" where a name ends in a function word or a verb.
    """
    out: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        cuts = _seams(word, lookup) if 3 < len(word) <= _LONGEST_GLUED and word[0].isalpha() else []
        for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True):
            out.append(Token(word[a:b], match.start() + a, match.start() + b))
    return out


def _seams(word: str, lookup: Lookup) -> list[int]:
    if (pair := _PAIR.fullmatch(word)) and pair.group(1) != pair.group(2) and all(map(lookup.name, pair.groups())):
        return [len(pair.group(1)), len(pair.group(1)) + 1]
    at = [m.start() for m in _INNER.finditer(word) if _splits(word[: m.start()], word[m.start() :], lookup)]
    last = at[-1] if at else 0
    cut = _name_end(word[last:], lookup)
    return [*at, last + cut] if cut else at


def _splits(left: str, right: str, lookup: Lookup) -> bool:
    """Whether a capital inside a word is a seam; `right` runs to the end of the word."""
    left = _INNER.split(left)[-1]
    if left.islower():
        return left not in _BRANDS and (left in _LITTLE or (len(left) > 2 and lookup.small(left)))
    if left == "RI":
        return lookup.left(right)
    known_right = right == "RI" or lookup.left(right) or _name_end(right, lookup) > 0
    return len(left) > 3 and lookup.left(left) and known_right


def _name_end(word: str, lookup: Lookup) -> int:
    """Where a name ends and a glued small word begins, 0 for nowhere; the longest name wins."""
    if len(word) < 6 or not word[0].isupper() or lookup.name(word) or lookup.small(word.lower()):
        return 0
    for cut in range(len(word) - 2, 2, -1):
        tail = word[cut:]
        glued = tail in _GLUED or (len(tail) > 5 and tail.startswith(_VERBAL) and lookup.small(tail))
        if glued and lookup.left(word[:cut]):
            return cut
    return 0
