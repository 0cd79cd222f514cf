"""What the tagger sees of each token: the word and its neighbours, the run of capitals it stands in, the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from jejaring.extraction.names.words import JOINERS, Words
from jejaring.lexicon import WORD_LABELS

_EDGE = "^"


def features(words: Words, priors: Mapping[str, str] = WORD_LABELS) -> list[list[str]]:
    """The features of each token, none where no name can be; `priors` tell what a word mostly is in names."""
    runs = _runs(words)
    memory = _memory(words, runs)
    prior = [priors.get(t.text, "-") for t in words.tokens]
    return [
        [
            *_word(words, i),
            *_around(words, i),
            *_run(words, i, runs[i]),
            *_prior(prior, i),
            *memory.get(words.lower[i], ()),
        ]
        if on
        else []
        for i, on in enumerate(words.active)
    ]


def _prior(prior: list[str], i: int) -> Iterator[str]:
    for d in (-1, 0, 1):
        yield f"e{d}={_at(prior, i + d)}"
    yield f"ee={_at(prior, i - 1)}|{prior[i]}"
    yield f"en={prior[i]}|{_at(prior, i + 1)}"


def _at(items: list[str], i: int) -> str:
    return items[i] if 0 <= i < len(items) else _EDGE


def _word(words: Words, i: int) -> Iterator[str]:
    lower, look, kind = words.lower[i], words.shapes[i], words.classes[i]
    yield f"w={lower}"
    yield f"s={look}"
    yield f"c={kind}"
    yield f"cs={kind}{look}"
    yield f"p={lower[:3]}"
    yield f"x={lower[-3:]}"
    if words.first[i]:
        yield "first"
        yield f"first={kind}"


def _around(words: Words, i: int) -> Iterator[str]:
    for d in (-2, -1, 1, 2):
        yield f"w{d}={_at(words.lower, i + d)}"
        yield f"c{d}={_at(words.classes, i + d)}"
    for d in (-1, 1):
        yield f"s{d}={_at(words.shapes, i + d)}"
        yield f"cc{d}={words.classes[i]}|{_at(words.classes, i + d)}"
        yield f"wc{d}={words.classes[i]}|{_at(words.lower, i + d)}"
        yield f"cw{d}={words.lower[i]}|{_at(words.classes, i + d)}"
    yield f"ccc={_at(words.classes, i - 1)}|{words.classes[i]}|{_at(words.classes, i + 1)}"


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


def _run(words: Words, i: int, run: tuple[int, int]) -> Iterator[str]:
    start, end = run
    yield f"r0={words.lower[start]}"
    yield f"rc0={words.classes[start]}|{min(i - start, 3)}"
    yield f"rb={_at(words.lower, start - 1)}"
    yield f"ra={_at(words.lower, end)}"
    yield f"rbc={_at(words.lower, start - 1)}|{words.classes[start]}"
    yield f"rn={min(end - start, 5)}|{min(i - start, 4)}"
    yield f"rl={words.classes[end - 1]}"


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
