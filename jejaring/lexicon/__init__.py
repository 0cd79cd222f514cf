"""Indonesian and English word lists, the gazetteer of places and institutions, acronyms, and their look-ups."""

from jejaring.lexicon.gazetteer import Entry, canonical, known, longest_known, places, programs, sole_region
from jejaring.lexicon.words import (
    ACRONYMS,
    COMMON,
    HEADS,
    HONORIFICS,
    TITLES,
    WORD_LABELS,
    is_capital,
    is_given_name,
    is_small,
)

__all__ = [
    "ACRONYMS",
    "COMMON",
    "HEADS",
    "HONORIFICS",
    "TITLES",
    "WORD_LABELS",
    "Entry",
    "canonical",
    "is_capital",
    "is_given_name",
    "is_small",
    "known",
    "longest_known",
    "places",
    "programs",
    "sole_region",
]
