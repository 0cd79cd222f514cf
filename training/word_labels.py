#!/usr/bin/env python3
"""Make jejaring/lexicon/data/word_labels.tsv: what each capitalised word mostly is in names of news.

A tagger without these priors is trained on the gold training articles and reads the pool (less what overlaps the
measuring articles); its labels are counted by word, once an article, together with those of two annotated sets whose
licences allow it (IDNER-News-2K, MIT; NERGrit of IndoNLU, Apache-2.0). Run lexicon.py first and tagger.py afterwards.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator

import pycrfsuite
from lexicon import DATA, pool
from tagger import SHARED, stretches

from jejaring.evaluation.gold import read_gold
from jejaring.extraction.names.features import features
from jejaring.extraction.names.words import read
from jejaring.text.sentences import sentences

_MAP = {
    "PER": "Person",
    "PERSON": "Person",
    "ORG": "Institution",
    "ORGANISATION": "Institution",
    "LOC": "Place",
    "PLACE": "Place",
}
Counts = dict[str, Counter[str]]


def base_tagger(folder: str) -> pycrfsuite.Tagger:
    """A tagger trained on gold without priors."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 2})
    for article in read_gold(SHARED / "gold" / "train.jsonl"):
        for seen, gold in stretches(article, priors={}):
            trainer.append(seen, gold)
    trainer.train(f"{folder}/base")
    tagger = pycrfsuite.Tagger()
    tagger.open(f"{folder}/base")
    return tagger


def read_text(tagger: pycrfsuite.Tagger, text: str, counts: Counts) -> None:
    """Count the labels of one article's capitalised words, each word and label once."""
    words = read(text, sentences(text))
    seen = features(words, {})
    found = set()
    i = 0
    while i < len(seen):
        end = i
        while end < len(seen) and seen[end]:
            end += 1
        if end > i:
            tags = tagger.tag([["_O"], *seen[i:end], ["_O"]])[1:-1]
            found |= {(words.tokens[i + k].text, t) for k, t in enumerate(tags)}
        i = max(end, i + 1)
    for word, tag in found:
        if word[0].isupper() and len(word) > 1:
            counts[word][tag.replace("-", ".")] += 1


def annotated() -> Iterator[tuple[str, str]]:
    """Words and labels of the annotated sets (training parts)."""
    for name in ("idner_news_2k/train.txt", "indonlu/nergrit_ner-grit/train_preprocess.txt"):
        for line in (SHARED / "data" / name).read_text(encoding="utf-8").splitlines():
            cells = line.split()
            if len(cells) > 1 and cells[0][0].isupper() and len(cells[0]) > 1:
                begin, _, label = cells[-1].partition("-")
                yield cells[0], f"{begin}.{_MAP[label]}" if label in _MAP else "O"


def main() -> None:
    """Count and write words that are seen often enough and mostly one thing."""
    counts: Counts = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        tagger = base_tagger(folder)
        for text in pool():
            read_text(tagger, text, counts)
    for word, label in annotated():
        counts[word][label] += 1
    lines = []
    for word, by_label in sorted(counts.items()):
        label, best = max(by_label.items(), key=lambda p: (p[1], p[0]))
        share = best / by_label.total()
        if by_label.total() >= 3 and share >= 0.5:
            lines.append(f"{word}\t{label.upper() if share >= 0.85 else label}")
    (DATA / "word_labels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "words", os.fspath(DATA))


if __name__ == "__main__":
    main()
