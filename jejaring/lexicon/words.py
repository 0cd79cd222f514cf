"""Word lists: offices, honorifics, heads of names, and how news writes a word."""

from __future__ import annotations

from typing import NamedTuple

from jejaring.lexicon.files import column, rows


class Head(NamedTuple):
    """What a name is that begins with this word: its label and kind ("" where not plain)."""

    label: str
    kind: str


TITLES: frozenset[str] = column("titles.txt")
"""Office words in lower case ("wakil bupati", "director general")."""

HONORIFICS: frozenset[str] = column("honorifics.txt")
"""Honorifics, degrees and ranks before a person's name, in lower case without a full stop."""

COMMON: frozenset[str] = column("common_acronyms.txt")
"""Acronyms and capitalised words of news that name nothing in particular ("WNI", "UMKM")."""

HEADS: dict[str, Head] = {
    word: Head(label, kind) for word, label, kind in (r + [""] * (3 - len(r)) for r in rows("heads.tsv"))
}
"""The word (lower case) that begins names of institutions, places and programmes."""

ACRONYMS: dict[str, str] = dict(reversed([(short, full) for short, full in rows("acronyms.tsv")]))
"""Acronym -> the full form that news most often gives it."""

WORD_LABELS: dict[str, str] = {row[0]: row[1] for row in rows("word_labels.tsv")}
"""Word as it stands -> what it mostly is in news: "B.Person", "I.Person", ..., "O"; in capitals where nearly always."""

_SMALL = column("words.txt")
_CAPITAL = column("capitals.txt")
_GIVEN = column("given_names.txt") | column("said_names.txt")


def is_small(word: str) -> bool:
    """Whether news writes `word` (given in lower case) mostly with a small letter."""
    return word in _SMALL


def is_capital(word: str) -> bool:
    """Whether news writes `word`, as it stands, mostly with a capital."""
    return word in _CAPITAL or word in _GIVEN


def is_given_name(word: str) -> bool:
    """Whether `word` is part of people's names in Indonesian news."""
    return word in _GIVEN
