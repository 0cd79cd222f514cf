"""The tokens of a draft, each with what the lexicon and the rest of the document know about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from jejaring.lexicon import (
    HEADS,
    HONORIFICS,
    TITLES,
    is_capital,
    is_given_name,
    is_small,
    known,
    longest_known,
    places,
)
from jejaring.text.normalise import fold
from jejaring.text.sentences import Sentence
from jejaring.text.tokens import Lookup, Token, tokens

# Small words that may stand inside a name.
_JOINERS = """
dan of the and for in on at to untuk bin binti al de van der den von da du la le del di ke pada dengan
tentang atas bagi wal wa as as- an al- & - / ’ ' ( ) , . : "”“
"""
JOINERS = frozenset(_JOINERS.split())
_LONGEST_ENTRY = 7
# A capitalised word of letters between blanks or signs: what the document itself shows to be a word.
_STANDING = re.compile(r"(?<![^\s(\"'“])[A-Z][A-Za-z]{2,}(?=[\s.,;:)\"'”!?])")


def is_name_word(word: str) -> bool:
    """Whether `word` begins names: news writes it with a capital, or it is a known place or a head of names."""
    return is_capital(word) or word.lower() in HEADS or fold(word) in places()


@dataclass
class Words:
    """Parallel lists over the tokens: the token, lower form, shape, lexicon class, and whether a tagger looks at it."""

    tokens: list[Token]
    lower: list[str]
    shapes: list[str]
    classes: list[str]
    first: list[bool]
    active: list[bool]


def shape(word: str) -> str:
    """The look of `word`: "X" one capital, "XX" capitals, "Xx", "xX" mixed, "x" small, "9" digits, or the sign."""
    if word[0].isdigit():
        return "9"
    if not word[0].isalpha():
        return word
    if word[0].islower():
        return "x" if word.islower() else "xX"
    if len(word) == 1 or (len(word) == 2 and word[1] == "."):
        return "X"
    if word.isupper():
        return "XX"
    return "Xx" if word[1:].islower() else "XxX"


def read(text: str, sentences: Sequence[Sentence]) -> Words:
    """The words of a masked text."""
    return of_tokens(tokens(text, Lookup(is_small, is_name_word, frozenset(_STANDING.findall(text)))), sentences)


def of_tokens(found: list[Token], sentences: Sequence[Sentence]) -> Words:
    """What the lexicon and the other tokens tell of each of `found`."""
    lower = [t.text.lower().rstrip(".") if len(t.text) > 1 else t.text.lower() for t in found]
    shapes = [shape(t.text) for t in found]
    return Words(found, lower, shapes, _classes(found, lower, shapes), _first(found, sentences), _active(lower, shapes))


def _first(found: list[Token], sentences: Sequence[Sentence]) -> list[bool]:
    """Whether a token is the first word of its sentence."""
    starts = [s.start for s in sentences]
    out, last = [], -1
    for token in found:
        at = bisect_right(starts, token.start) - 1
        is_word = token.text[0].isalnum()
        out.append(is_word and at != last)
        last = at if is_word else last
    return out


def _active(lower: list[str], shapes: list[str]) -> list[bool]:
    big = [s[0] == "X" or s == "xX" for s in shapes]
    out = list(big)
    for i, is_big in enumerate(big):
        if not is_big:
            near = any(big[max(0, i - 2) : i]) and any(big[i + 1 : i + 3])
            beside = (i > 0 and big[i - 1]) or (i + 1 < len(big) and big[i + 1])
            out[i] = (near and lower[i] in JOINERS) or (beside and (shapes[i] in "x9" or lower[i] in JOINERS))
    return out


def _classes(found: list[Token], lower: list[str], shapes: list[str]) -> list[str]:
    """The lexicon class of each token; a known name of several tokens marks its first "b", the others "i"."""
    out = [_class(t.text, w, s) for t, w, s in zip(found, lower, shapes, strict=True)]
    i = 0
    while i < len(found):
        size, name = _entry_at(found, shapes, i) if shapes[i][0] == "X" else (0, "")
        for k in range(size):
            out[i + k] = f"{name}{'bi'[k > 0]}"
        if not size and (size := title_at(lower, i)):
            for k in range(size):
                out[i + k] = "title"
        i += max(size, 1)
    return out


def _entry_at(found: list[Token], shapes: list[str], i: int) -> tuple[int, str]:
    """The number of tokens of the longest known name that begins at `i`, and its label in short."""
    for size in range(_reach(found, i), 0, -1):
        if shapes[i + size - 1][0] not in "Xx" or found[i + size - 1].end - found[i].start > 60:
            continue
        form = " ".join(t.text for t in found[i : i + size])
        for label in ("Place", "Institution", "Person"):
            entry = known(label, form)
            if entry and (size > 1 or not form.isupper() or label != "Place" or len(form) > 1):
                return size, f"{label[:3]}.{entry.kind}." if label == "Place" else f"{label[:3]}."
    return 0, ""


def _reach(found: list[Token], i: int) -> int:
    """The most tokens that a known name which begins at `i` can have; signs between its words do not count."""
    words, size = longest_known(found[i].text), 0
    for token in found[i : i + _LONGEST_ENTRY]:
        words -= token.text[0].isalnum()
        if words < 0:
            break
        size += 1
    return size


def title_at(lower: Sequence[str], i: int) -> int:
    """The number of tokens of the longest office that begins at `i`, 0 for none."""
    for size in range(min(3, len(lower) - i), 0, -1):
        if " ".join(lower[i : i + size]) in TITLES:
            return size
    return 0


def _class(word: str, lower: str, look: str) -> str:
    if look[0] not in "Xx":
        return look
    if lower in HONORIFICS:
        return "hon"
    if lower in HEADS:
        return f"head.{HEADS[lower].label[:3]}"
    if look[0] == "X" and is_given_name(word):
        return "given"
    if is_small(lower):
        return "small"
    return "cap" if is_capital(word) else "new"
