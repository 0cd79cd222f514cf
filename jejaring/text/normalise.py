"""Fold text for comparison and search."""

from __future__ import annotations

import re
import unicodedata

_NO_LETTER = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` casefolded, without accents, every run of punctuation and blanks as one blank, none at the ends."""
    if text.isascii():
        return _NO_LETTER.sub(" ", text.lower()).strip()
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NO_LETTER.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
