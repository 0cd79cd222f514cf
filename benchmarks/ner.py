#!/usr/bin/env python3
"""Measure names on NERGrit (IndoNLU's test): F1 of PERSON, PLACE and ORGANISATION, spans to the letter, and their mean.

    ner.py [--valid]     (the last row needs python-crfsuite; JEJARING_SHARED names the shared folder)

  names     the whole step names as it ships, a sentence at a time: Person, Place and Institution as the set's three
  encoder   the shipped encoder alone: the likeliest of its labels for these three, token by token
  adapted   the shipped encoder and the tagger's word features, both frozen, under a head of the set's own: a CRF that
            learns the set's rules from its train split alone, as published figures do. Of two settings, the one
            better on the valid split was kept. The head is part of this benchmark, not of the product.

The set's rules are others than ours, on Wikipedia and blogs: a school is a PLACE where something happens and an
ORGANISATION where one studies; "Presiden RI" makes RI an ORGANISATION, "Festival Film Indonesia" makes Indonesia a
PLACE; titles ("Mr.", "Nyi") and words like "desa" and "kota" in small letters are inside. So the first two rows show
how far the rules differ, and the last what our features are worth.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from jejaring.extraction.draft import Draft
from jejaring.extraction.model.encoder import LABELS, encoder
from jejaring.extraction.model.windows import windows
from jejaring.extraction.names import names
from jejaring.extraction.names.features import features
from jejaring.extraction.names.words import Words, of_tokens
from jejaring.models import Document
from jejaring.text.tokens import Token

MAP = {"Person": "PERSON", "Place": "PLACE", "Institution": "ORGANISATION"}
STATES = "n317"  # what the encoder holds of each token, before its head
CLOSING, OPENING = frozenset(".,;:)!?”%"), frozenset("(“")
Row = list[tuple[str, str]]
SETTINGS = {"c1": 0.1, "c2": 1.0, "max_iterations": 90, "feature.possible_transitions": True}


def rows(split: str) -> list[Row]:
    """The sentences of a split: words with their labels."""
    folder = Path(os.environ.get("JEJARING_SHARED", "")) / "data" / "indonlu" / "nergrit_ner-grit"
    if not folder.is_dir():
        sys.exit("ner.py: set JEJARING_SHARED to the folder that holds data/")
    out: list[Row] = [[]]
    for line in (folder / f"{split}_preprocess.txt").read_text(encoding="utf-8").split("\n"):
        word, _, label = line.partition("\t")
        if label:
            out[-1].append((word.strip() or "?", label.strip()))
        elif out[-1]:
            out.append([])
    return [row for row in out if row]


def spans(labels: Iterable[str]) -> set[tuple[int, int, str]]:
    """The names that B- and I- labels tell, as (first token, token behind the last, type)."""
    out, start, kind = set(), 0, ""
    for i, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            out.add((start, i, kind))
            kind = ""
        if label != "O" and not kind:
            start, kind = i, label[2:]
    return out


def tokens(row: Row) -> list[Token]:
    """The words of a sentence as they stand in news: signs glued to their words."""
    out: list[Token] = []
    at = 0
    for i, (word, _) in enumerate(row):
        at += i > 0 and not (word in CLOSING or row[i - 1][0] in OPENING)
        out.append(Token(word, at, at + len(word)))
        at += len(word)
    return out


def by_names(row: Row) -> set[tuple[int, int, str]]:
    """What the step names finds in a sentence; a name that begins or ends inside a word takes the whole word."""
    placed = tokens(row)
    text = [" "] * placed[-1].end
    for token in placed:
        text[token.start : token.end] = token.text
    draft = Draft.of(Document(id="ner", name="ner", source="ner", text="".join(text), content_hash="ner"))
    names(draft)
    found = set()
    for span in draft.spans:
        inside = [i for i, t in enumerate(placed) if t.start < span.end and span.start < t.end]
        if inside and draft.label(span) in MAP:
            found.add((inside[0], inside[-1] + 1, MAP[draft.label(span)]))
    return found


def tapped() -> Any:
    """The shipped encoder, with what it holds of each token as a second output.

    Joined protobuf messages merge: a graph that names one more output (field 12 of the graph, field 7 of the model).
    """

    def field(number: int, content: bytes) -> bytes:
        return bytes([number << 3 | 2, len(content)]) + content

    output = field(1, STATES.encode()) + field(2, field(1, b"\x08\x01"))
    model = (files("jejaring.extraction.model") / "names.onnx").read_bytes() + field(7, field(12, output))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def read_by_encoder(session: Any, row: Row) -> tuple[Any, Any]:
    """States and scores of each token of a sentence."""
    states, scores = np.zeros((len(row), 384)), np.zeros((len(row), len(LABELS)))
    for window in windows(tokens(row), (), encoder().pieces):
        fed = {"ids": np.array(window.ids, np.int64), "firsts": np.array(window.firsts, np.int64)}
        states[window.tokens], scores[window.tokens] = session.run([STATES, "scores"], fed)
    return states, scores


def by_encoder(scores: Any) -> set[tuple[int, int, str]]:
    """The likeliest of the labels that the set has, token by token."""
    kept = [i for i, label in enumerate(LABELS) if label == "O" or label[2:] in MAP]
    best = [LABELS[kept[i]] for i in scores[:, kept].argmax(axis=1)]
    return {(a, b, MAP[kind]) for a, b, kind in spans(best)}


def seen(row: Row, states: Any, scores: Any) -> list[dict[str, float]]:
    """What the head sees of each token: the tagger's features, scaled states, scores of it and its neighbours."""
    separate, at = [], 0
    for word, _ in row:
        separate.append(Token(word, at, at + len(word)))
        at += len(word) + 1
    out = [dict.fromkeys(found, 1.0) for found in features(_words(separate))]
    hints = np.maximum(scores, -8) / 4
    for i, item in enumerate(out):
        item.update((f"z{k}", float(v)) for k, v in enumerate(states[i]))
        for d in (-1, 0, 1):
            if 0 <= i + d < len(out):
                item.update((f"k{d}_{k}", float(v)) for k, v in enumerate(hints[i + d]))
    return out


def _words(found: list[Token]) -> Words:
    """The set's own tokens as the tagger sees them, each looked at."""
    return replace(of_tokens(found, ()), first=[i == 0 for i in range(len(found))], active=[True] * len(found))


def head(train: list[tuple[Row, Any, Any]]) -> Callable[[list[dict[str, float]]], list[str]]:
    """A tagger that has learned from `train`."""
    import pycrfsuite  # noqa: PLC0415 - the other rows need no trainer

    trainer = pycrfsuite.Trainer(verbose=False)
    for row, states, scores in train:
        trainer.append(pycrfsuite.ItemSequence(seen(row, states, scores)), [label for _, label in row])
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/head")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/head")
    return lambda items: tagger.tag(pycrfsuite.ItemSequence(items))  # type: ignore[no-any-return]


def show(name: str, gold: list[Row], found: list[set[tuple[int, int, str]]]) -> None:
    """Print F1 by type, micro and macro."""
    right: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for row, ours in zip(gold, found, strict=True):
        theirs = spans(label for _, label in row)
        right.update(kind for *_, kind in ours & theirs)
        all_.update(kind for *_, kind in [*ours, *theirs])
    f1 = {kind: 200 * right[kind] / max(1, all_[kind]) for kind in MAP.values()}
    micro = 200 * sum(right.values()) / max(1, sum(all_.values()))
    print(f"{name:8}", "  ".join(f"{k} {v:5.1f}" for k, v in f1.items()), f" micro {micro:.1f}", end="")
    print(f"  macro {sum(f1.values()) / len(f1):.1f}", flush=True)


def main() -> None:
    """Print the three rows."""
    gold = rows("valid" if "--valid" in sys.argv[1:] else "test")
    show("names", gold, [by_names(row) for row in gold])
    session = tapped()
    hidden = [read_by_encoder(session, row) for row in gold]
    show("encoder", gold, [by_encoder(scores) for _, scores in hidden])
    train = [(row, *read_by_encoder(session, row)) for row in rows("train")]
    every = np.vstack([states for _, states, _ in train])
    middle, width = every.mean(axis=0), every.std(axis=0) + 1e-3

    def scaled(states: Any) -> Any:
        return np.clip((states - middle) / width, -4, 4) * 0.3

    tag = head([(row, scaled(states), scores) for row, states, scores in train])
    adapted = (tag(seen(row, scaled(a), b)) for row, (a, b) in zip(gold, hidden, strict=True))
    show("adapted", gold, [spans(labels) for labels in adapted])


if __name__ == "__main__":
    main()
