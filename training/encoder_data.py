"""What the encoder learns from: gold articles and published sets, as windows of word pieces with a label a word."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexicon import pool
from pair_data import Lesson
from pair_net import PairExample
from tagger import MAP, SHARED, labels

from jejaring.evaluation.gold import document_of
from jejaring.extraction.draft import Draft
from jejaring.extraction.model.encoder import LABELS
from jejaring.extraction.model.pieces import BLANK, Pieces
from jejaring.extraction.model.windows import SHORT, Window, windows
from jejaring.extraction.names.words import read
from jejaring.text.sentences import sentences
from jejaring.text.tokens import Token

NEWS, OTHERS = frozenset(LABELS), frozenset(x for x in LABELS if x[2:] in ("", "Institution", "Person", "Place"))
SETS = (
    "idner_news_2k/train.txt",
    "indonlu/nergrit_ner-grit/train_preprocess.txt",
    "en_wikigold/wikigold.conll.txt",
)
_CLOSING, _OPENING = frozenset(".,;:)!?”%"), frozenset("(“")


@dataclass
class Example:
    """A window, the label of each of its tokens (by number), and the labels that its annotators used.

    Gold articles tell topics (0 outside, 1 first, 2 further token) and pairs of mentions too.
    """

    window: Window
    labels: list[int]
    known: frozenset[str] = NEWS
    topics: list[int] | None = None
    pairs: PairExample | None = None


def names_of_article(article: dict[str, Any], pieces: Pieces) -> list[Example]:
    """The windows of a gold article, for names alone."""
    draft = Draft.of(document_of(article))
    words = read(draft.text, draft.sentences)
    gold = labels(article, words)
    cut = windows(words.tokens, draft.sentences, pieces, SHORT)
    return [Example(window, [LABELS.index(gold[i]) for i in window.tokens]) for window in cut]


def of_article(article: dict[str, Any], pieces: Pieces) -> list[Example]:
    """The windows of a gold article, for names, topics and pairs."""
    lesson = Lesson(article)
    draft = lesson.draft
    gold = labels(article, read(draft.text, draft.sentences))
    topics = lesson.topics()
    return [
        Example(
            window,
            [LABELS.index(gold[i]) for i in window.tokens],
            topics=[topics[i] for i in window.tokens],
            pairs=lesson.pairs(window.tokens),
        )
        for window in windows(lesson.tokens, draft.sentences, pieces)
    ]


def rows_of(name: str) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a published set: words and labels in B-, I-, O."""
    sentence: list[tuple[str, str]] = []
    last = ""
    for line in [*(SHARED / "data" / name).read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) > 1:
            begin, _, said = cells[-1].partition("-")
            label = MAP.get(said, "")
            begins = begin == "B" or label != last
            sentence.append((cells[0], f"{'B' if begins else 'I'}-{label}" if label else "O"))
            last = label
        elif sentence:
            yield sentence
            sentence, last = [], ""


def of_row(row: Sequence[tuple[str, str]], pieces: Pieces) -> Example:
    """The one window of a set's sentence; signs are glued to their words as news writes them."""
    tokens, at = [], 0
    for i, (word, _) in enumerate(row):
        glued = i > 0 and (word in _CLOSING or row[i - 1][0] in _OPENING)
        at += not glued
        tokens.append(Token(word, at, at + len(word)))
        at += len(word)
    (window, *_) = windows(tokens, (), pieces)
    return Example(window, [LABELS.index(row[i][1]) for i in window.tokens], OTHERS)


def others(pieces: Pieces) -> list[Example]:
    """The sentences of the published sets."""
    return [of_row(row, pieces) for name in SETS for row in rows_of(name)]


def vocabulary(pieces: Sequence[str], scores: Iterable[float], size: int) -> dict[str, float]:
    """The pieces that news and the sets need, single signs and common Latin pieces, at most `size`, in their order."""
    full = {p: float(s) for p, s in zip(pieces, scores, strict=True) if not re.fullmatch(r"<.*>", p)}
    cutter = Pieces(full)
    names = list(full)
    used: Counter[int] = Counter()
    for word, count in _words().items():
        for piece in cutter.cut(word.removeprefix(BLANK), glued=not word.startswith(BLANK)):
            used[piece] += count
    wanted = {names[i - 3] for i, _ in used.most_common(size) if i >= 3}
    wanted |= {p for p in names if len(p) == 1 and (p.isascii() or re.match(r"[À-ɏ–-…€™]", p))}
    latin = [p for p in names if re.fullmatch(rf"{BLANK}?[A-Za-z]+", p) and p not in wanted]
    wanted |= set(latin[: max(0, size - len(wanted))])
    return {p: s for p, s in full.items() if p in wanted}


def _words() -> Counter[str]:
    """The tokens of the pool and the sets, those that stand after a blank with it."""
    out: Counter[str] = Counter()
    for text in pool():
        end = -1
        for token in read(text, sentences(text)).tokens:
            out[token.text if token.start == end else BLANK + token.text] += 1
            end = token.end
    for name in SETS:
        out.update(BLANK + word for row in rows_of(name) for word, _ in row)
    return out


def more(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Further gold lines."""
    return [json.loads(line) for p in paths for line in p.read_text(encoding="utf-8").split("\n") if line.strip()]
