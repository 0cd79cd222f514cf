#!/usr/bin/env python3
"""Train the tagger of jejaring/extraction/names on gold articles: tagger.py [--more GOLD.jsonl ...] [--fold K].

Needs python-crfsuite beside the project's own dependencies; JEJARING_SHARED names the shared folder. The names of each
article are found in its text, a linear-chain CRF with an L1 penalty is fitted, and weights are rounded to 1/100.
--more names more articles in gold's format (what annotations.py unpacks). With --fold K, articles of that fold of
stories are left out, to measure on them.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pycrfsuite
from folds import split

from jejaring.evaluation.gold import document_of, read_gold
from jejaring.extraction.names.clean import strip_titles
from jejaring.extraction.names.features import features
from jejaring.extraction.names.words import Words, read
from jejaring.lexicon import WORD_LABELS
from jejaring.text.sentences import sentences

SHARED = Path(os.environ["JEJARING_SHARED"])
OUT = Path(__file__).parents[1] / "jejaring" / "extraction" / "names" / "tagger.tsv.gz"
SETS = ("idner_news_2k/train.txt", "indonlu/nergrit_ner-grit/train_preprocess.txt")
MAP = {
    "PER": "Person",
    "PERSON": "Person",
    "ORG": "Institution",
    "ORGANISATION": "Institution",
    "LOC": "Place",
    "PLACE": "Place",
}
NAMED = ("Person", "Place", "Institution", "Program", "Event", "Group")


def wanted(article: dict[str, Any]) -> list[tuple[str, str]]:
    """The forms to find, with their labels, longest first; a form of two entities goes to the one it names."""
    best: dict[str, tuple[int, int, str]] = {}
    for entity in article["entities"]:
        if entity["type"] not in NAMED:
            continue
        for written in [entity["name"], *entity["aliases"]]:
            form = strip_titles(written) if entity["type"] == "Person" else written
            if not form or not re.search(r"[A-Z]", form) or (form[0].islower() and form != entity["name"]):
                continue
            if entity["type"] in ("Event", "Group") and form[0].islower():
                continue
            rank = (form != entity["name"], NAMED.index(entity["type"]), entity["type"])
            best[form] = min(best.get(form, rank), rank)
    return sorted(((f, r[2]) for f, r in best.items()), key=lambda p: (-len(p[0]), p))


def labels(article: dict[str, Any], words: Words) -> list[str]:
    """B-, I- and O for each token."""
    out = ["O"] * len(words.tokens)
    starts = {t.start: i for i, t in enumerate(words.tokens)}
    ends = {t.end: i for i, t in enumerate(words.tokens)}
    for form, label in wanted(article):
        both = is_both(article, form)
        for match in re.finditer(re.escape(form), article["text"]):
            a, b = starts.get(match.start()), ends.get(match.end())
            if a is None or b is None or any(x != "O" for x in out[a : b + 1]):
                continue
            here = "Place" if _LOCATING.search(article["text"], 0, match.start()) else "Institution"
            said = here if both else label
            out[a : b + 1] = [f"B-{said}"] + [f"I-{said}"] * (b - a)
    return out


_LOCATING = re.compile(r"\b(?:di|ke|dari|in|to|from|at|of|wilayah|kawasan|asal) ?$")


def is_both(article: dict[str, Any], form: str) -> bool:
    """Whether `form` names a place and an institution of the article."""
    owners = {e["type"] for e in article["entities"] if form in (e["name"], *e["aliases"])}
    return {"Place", "Institution"} <= owners


def stretches(
    article: dict[str, Any], priors: Mapping[str, str] = WORD_LABELS
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """The training sequences of an article: stretches of active tokens."""
    text = article["text"] if article["id"] is None else document_of(article).masked
    words = read(text, sentences(text))
    seen, gold = features(words, priors), labels(article, words)
    # A token that no tagger looks at ends a stretch; what is left of a name across it is learned as it will be read.
    i = 0
    while i < len(seen):
        end = i
        while end < len(seen) and seen[end]:
            end += 1
        if end > i:
            piece = gold[i:end]
            if piece[0].startswith("I-"):
                piece[0] = "B" + piece[0][1:]
            yield [["_O"], *seen[i:end], ["_O"]], ["O", *piece, "O"]
        i = max(end, i + 1)


def sentences_of(name: str) -> Iterator[list[tuple[str, str]]]:
    """The sentences of an annotated set, as words and labels."""
    sentence: list[tuple[str, str]] = []
    for line in [*(SHARED / "data" / name).read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) > 1:
            begin, _, label = cells[-1].partition("-")
            sentence.append((cells[0], f"{begin}-{MAP[label]}" if label in MAP else "O"))
        elif sentence:
            yield sentence
            sentence = []


def as_article(sentence: list[tuple[str, str]]) -> dict[str, Any]:
    """A sentence as a gold article: its text, and an entity for each annotated name."""
    entities, name, label = [], [], ""
    for word, tag in [*sentence, ("", "O")]:
        if name and (tag[:2] != "I-" or tag[2:] != label):
            entities.append({"type": label, "name": " ".join(name), "aliases": []})
            name = []
        if tag != "O":
            name, label = [*name, word], tag[2:]
    return {"id": None, "text": " ".join(word for word, _ in sentence), "entities": entities}


def others() -> Iterator[tuple[list[list[str]], list[str]]]:
    """The training sequences of the annotated sets whose licences allow it."""
    for name in SETS:
        for sentence in sentences_of(name):
            yield from stretches(as_article(sentence))


def adapted(seen: list[list[str]]) -> list[list[str]]:
    """Features of gold twice, once shared with the other sets and once its own ("easy" domain adaptation)."""
    return [[*row, *(f"G|{f}" for f in row)] for row in seen]


def save(info: Any, path: Path) -> None:
    """Write labels, steps, and the weights of features, all in hundredths."""
    names = ["O", *sorted(k for k in info.labels if k != "O")]
    steps = [
        [info.transitions.get((a, b), -2000 / 100 if b[0] == "I" and a[1:] != b[1:] else 0) for b in names]
        for a in names
    ]
    lines = ["\t".join(names), *("\t".join(str(round(100 * x)) for x in row) for row in steps)]
    summed: dict[tuple[str, str], float] = {}
    for (feature, label), weight in info.state_features.items():
        key = feature.removeprefix("G|"), label
        summed[key] = summed.get(key, 0.0) + weight
    weights: dict[str, dict[int, int]] = {}
    for (feature, label), weight in summed.items():
        if round(100 * weight) and feature != "_O":
            weights.setdefault(feature, {})[names.index(label)] = round(100 * weight)
    lines += ["\t".join([f, *(f"{a}:{b}" for a, b in sorted(w.items()))]) for f, w in sorted(weights.items())]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
    print(f"{len(weights)} features, {path.stat().st_size} bytes")


def main() -> None:
    """Train and save."""
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--folds", type=int, default=4)
    args.add_argument("--fold", type=int, default=-1)
    args.add_argument("--more", type=Path, nargs="*", default=[])
    args.add_argument("--out", type=Path, default=OUT)
    args.add_argument("--c1", type=float, default=0.1)
    args.add_argument("--c2", type=float, default=0.05)
    opts = args.parse_args()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": opts.c1, "c2": opts.c2, "max_iterations": 120, "feature.minfreq": 2})
    articles = [a for path in (SHARED / "gold" / "train.jsonl", *opts.more) for a in read_gold(path)]
    for article in split(articles, opts.fold, opts.folds)[0]:
        for seen, gold in stretches(article):
            trainer.append(adapted(seen), gold)
    for seen, gold in others():
        trainer.append(seen, gold)
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        save(tagger.info(), opts.out)


if __name__ == "__main__":
    main()
