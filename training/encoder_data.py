"""What the encoder learns from: gold articles and published sets, as windows of word pieces with a label a word."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lexicon import pool
from tagger import MAP, SHARED, labels

from jejaring.evaluation.gold import document_of
from jejaring.extraction.model.encoder import LABELS
from jejaring.extraction.model.pieces import BLANK, Pieces
from jejaring.extraction.model.windows import Window, windows
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
    """A window, the label of each of its tokens (by number), and the labels that its annotators used."""

    window: Window
    labels: list[int]
    known: frozenset[str] = NEWS


def of_article(article: dict[str, Any], pieces: Pieces) -> list[Example]:
    """The windows of a gold article."""
    text = document_of(article).masked
    cut = sentences(text)
    words = read(text, cut)
    gold = labels(article, words)
    return [Example(w, [LABELS.index(gold[i]) for i in w.tokens]) for w in windows(words.tokens, cut, pieces)]


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


def stories(articles: Sequence[dict[str, Any]]) -> list[str]:
    """For each article the least id among those that tell its story (a twentieth of the 5-word shingles alike)."""
    grams = [_shingles(a["text"]) for a in articles]
    story = [a["id"] for a in articles]
    for i in range(len(articles)):
        for k in range(i):
            if len(grams[i] & grams[k]) > 0.05 * min(len(grams[i]), len(grams[k])):
                low, high = sorted((story[i], story[k]))
                story = [low if s == high else s for s in story]
    return story


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def fold(story: str, folds: int) -> int:
    """The fold of a story."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % folds


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
