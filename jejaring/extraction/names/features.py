"""What the tagger sees of each token: the word and its neighbours, the run of capitals it stands in, the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from jejaring.extraction.names.words import JOINERS, Words
from jejaring.lexicon import WORD_LABELS

_EDGE = "^"


def features(words: Words, priors: Mapping[str, str] = WORD_LABELS) -> list[list[str]]:
    """The features of each token, none where no name can be; `priors` tell what a word mostly is in names."""
    runs = _runs(words)
    memory = _memory(words, runs)
    lower, shapes, classes = _padded(words.lower), _padded(words.shapes), _padded(words.classes)
    prior = _padded([priors.get(t.text, "-") for t in words.tokens])
    return [
        [
            *_word(words, i),
            *_around(lower[i : i + 5], shapes[i : i + 5], classes[i : i + 5]),
            *_run(words, i, runs[i]),
            *_prior(prior[i + 1 : i + 4]),
            *memory.get(words.lower[i], ()),
        ]
        if on
        else []
        for i, on in enumerate(words.active)
    ]


def _padded(items: list[str]) -> list[str]:
    """`items` with two edges at each end: those around item `i` are then [i : i + 5]."""
    return [_EDGE, _EDGE, *items, _EDGE, _EDGE]


def _prior(near: list[str]) -> tuple[str, ...]:
    before, here, after = near
    return f"e-1={before}", f"e0={here}", f"e1={after}", f"ee={before}|{here}", f"en={here}|{after}"


def _at(items: list[str], i: int) -> str:
    return items[i] if 0 <= i < len(items) else _EDGE


def _word(words: Words, i: int) -> list[str]:
    lower, look, kind = words.lower[i], words.shapes[i], words.classes[i]
    out = [f"w={lower}", f"s={look}", f"c={kind}", f"cs={kind}{look}", f"p={lower[:3]}", f"x={lower[-3:]}"]
    return [*out, "first", f"first={kind}"] if words.first[i] else out


def _around(lower: list[str], shapes: list[str], classes: list[str]) -> tuple[str, ...]:
    """What stands up to two tokens to each side; the middle one of five is the token itself."""
    word, kind = lower[2], classes[2]
    return (
        f"w-2={lower[0]}", f"c-2={classes[0]}", f"w-1={lower[1]}", f"c-1={classes[1]}",
        f"w1={lower[3]}", f"c1={classes[3]}", f"w2={lower[4]}", f"c2={classes[4]}",
        f"s-1={shapes[1]}", f"cc-1={kind}|{classes[1]}", f"wc-1={kind}|{lower[1]}", f"cw-1={word}|{classes[1]}",
        f"s1={shapes[3]}", f"cc1={kind}|{classes[3]}", f"wc1={kind}|{lower[3]}", f"cw1={word}|{classes[3]}",
        f"ccc={classes[1]}|{kind}|{classes[3]}",
    )  # fmt: skip


def _runs(words: Words) -> list[tuple[int, int]]:
    """For each token the run of capitals (small joiners inside) that it stands in, as a range of tokens."""
    out = [(i, i + 1) for i in range(len(words.tokens))]
    i, count = 0, len(words.tokens)
    while i < count:
        if words.shapes[i][0] != "X":
            i += 1
            continue
        end = _run_end(words, i)
        out[i:end] = [(i, end)] * (end - i)
        i = end
    return out


def _run_end(words: Words, i: int) -> int:
    end = i + 1
    while end < len(words.tokens):
        if words.shapes[end][0] == "X" or words.shapes[end] == "9":
            end += 1
        elif (
            words.lower[end] in ("dan", "of", "the", "and", "&", "bin", "/", "-")
            and _at(words.shapes, end + 1)[0] == "X"
        ):
            end += 2
        else:
            break
    return end


def _run(words: Words, i: int, run: tuple[int, int]) -> tuple[str, ...]:
    start, end = run
    lower, kind = words.lower[start], words.classes[start]
    before, after = _at(words.lower, start - 1), _at(words.lower, end)
    return (
        f"r0={lower}", f"rc0={kind}|{min(i - start, 3)}", f"rb={before}", f"ra={after}", f"rbc={before}|{kind}",
        f"rn={min(end - start, 5)}|{min(i - start, 4)}", f"rl={words.classes[end - 1]}",
    )  # fmt: skip


def _memory(words: Words, runs: list[tuple[int, int]]) -> dict[str, list[str]]:
    """Word -> what the document says of it elsewhere: what stands before its runs, and how long these are."""
    out: dict[str, set[str]] = defaultdict(set)
    for i, token in enumerate(words.tokens):
        if words.shapes[i][0] not in "Xx" or words.lower[i] in JOINERS:
            continue
        if words.shapes[i][0] == "x":
            out[words.lower[i]].add("d.small")
            continue
        start, end = runs[i]
        before = _at(words.lower, start - 1)
        if i == start and (before in _TELLING or _at(words.classes, start - 1) in ("title", "hon")):
            out[words.lower[i]].add(f"d.b={before if before in _TELLING else 'title'}")
        if i == start and end == start + 1 and len(token.text) > 1:
            out[words.lower[i]].add("d.alone")
        if end - start > 1:
            out[words.lower[i]].add(f"d.r={words.classes[start]}|{min(i - start, 2)}")
    return {word: sorted(said) for word, said in out.items()}


_TELLING_WORDS = """
di ke dari kata ujar tutur jelas menurut in at from to by said program oleh kepada bersama
"""
_TELLING = frozenset(_TELLING_WORDS.split())
