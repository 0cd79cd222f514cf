#!/usr/bin/env python3
"""Measure coreference on coref_tugasakhir (Indonesian news, MIT): MUC, B3, CEAFe and their mean, the CoNLL score.

    coref.py [test|train|full]

Two readings, neither of which is a published one, since the set's authors classify pairs of given phrases:
  found   our own mentions against the chains of two and more, singletons dropped on both sides. A mention of ours
          counts as a gold phrase where one holds the other: their phrases take titles and signs in ("Menteri X Sri
          Mulyani", "Jakarta."), ours do not. One of ours that fits no phrase stands as a mention too many.
  given   gold's phrases are given; each joins the thing that our mention in it stands for, the others stand alone.
          Singletons count, which lifts B3 and CEAFe: most phrases are never mentioned again.
The set links few of the phrases that a person would link (places and acronyms mostly not), and joins what
differs ("Exedy Indonesia" and "Exedy Corporation"). It names no article ends: where sentence numbers jump, a new text
begins.
JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import os
import re
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coref_scores import conll

from jejaring.evaluation.gold import document_of
from jejaring.extraction.coreference import coreference
from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.names import names

Mention = tuple[str, int]


@dataclass
class Text:
    """One text put together again, its phrases by id as offsets, and what each refers back to."""

    text: str = ""
    phrases: dict[str, tuple[int, int]] = field(default_factory=dict)
    back: dict[str, str] = field(default_factory=dict)

    def chains(self) -> list[set[str]]:
        """The sets of phrases that stand for one thing, single phrases among them."""
        chain: dict[str, set[str]] = {}
        for phrase in self.phrases:
            first = chain.get(self.back.get(phrase, ""), set())
            first.add(phrase)
            chain[phrase] = first
        return list({id(c): c for c in chain.values()}.values())


def texts(path: Path) -> Iterator[Text]:
    """The texts of a file of the set; "-nya" is glued to the word before it again."""
    now, last = Text(), None
    for sentence in ET.parse(path).getroot():  # noqa: S314 - a file of the shared folder
        number = int(sentence.get("id", "0"))
        if last is not None and number != last + 1:
            yield now
            now = Text()
        last = number
        for phrase in sentence:
            _add(now, phrase)
        now.text += "\n"
    yield now


def _add(text: Text, phrase: ET.Element) -> None:
    words = [token.rsplit("\\", 1)[0] for token in (phrase.text or "").split()]
    for i, word in enumerate(words):
        glued = not text.text or text.text[-1] in "\n(" or word in (",", ".", ")", ":", ";") or word.startswith("nya")
        text.text += word if glued else " " + word
        if i == 0 and phrase.get("id"):
            text.phrases[phrase.get("id", "")] = (len(text.text) - len(word), 0)
    if phrase.get("id") and words:
        start, _ = text.phrases[phrase.get("id", "")]
        text.phrases[phrase.get("id", "")] = (start, len(text.text))
        if phrase.get("coref"):
            text.back[phrase.get("id", "")] = phrase.get("coref", "")


def read(text: Text) -> Draft:
    """Our mentions of a text: the steps names and coreference."""
    row = {"id": "coref", "title": "", "published": None, "language": "id", "text": text.text}
    draft = Draft.of(document_of(row))
    names(draft)
    coreference(draft)
    return draft


def placed(text: Text, draft: Draft) -> dict[str, Span]:
    """For each phrase our mention in or around it that stands for its head.

    A person's ("Menteri X Sri Mulyani"), else one that begins with it ("Bank X di Y"): "ibu kota India" is not India.
    """
    out = {}
    for phrase, (start, end) in text.phrases.items():
        near = [s for s in draft.spans if s.start < end and start < s.end]
        near = [s for s in near if (start <= s.start and s.end <= end) or (s.start <= start and end <= s.end)]
        near = [s for s in near if draft.label(s) == "Person" or not re.search(r"\w", text.text[start : s.start])]
        if near:
            out[phrase] = max(near, key=lambda s: (draft.label(s) == "Person", s.end - s.start, -s.start))
    return out


def found(text: Text, draft: Draft) -> tuple[list[set[str]], list[set[str]]]:
    """The chains of two and more, gold's and ours."""
    of = placed(text, draft)
    used = {(s.start, s.end) for s in of.values()}
    ours: defaultdict[str, set[str]] = defaultdict(set)
    for phrase, span in of.items():
        ours[span.entity].add(phrase)
    for span in draft.spans:
        if (span.start, span.end) not in used:
            ours[span.entity].add(f"{span.start}-{span.end}")
    return [c for c in text.chains() if len(c) > 1], [c for c in ours.values() if len(c) > 1]


def given(text: Text, draft: Draft) -> tuple[list[set[str]], list[set[str]]]:
    """All phrases, gold's clusters and ours."""
    of = placed(text, draft)
    ours: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in text.phrases:
        ours[of[phrase].entity if phrase in of else phrase].add(phrase)
    return text.chains(), list(ours.values())


def main() -> None:
    """Print both readings."""
    name = sys.argv[1] if len(sys.argv) > 1 else "test"
    path = Path(os.environ.get("JEJARING_SHARED", "")) / "data" / "coref_tugasakhir" / f"{name}.xml"
    if not path.is_file():
        sys.exit("coref.py: set JEJARING_SHARED to the folder that holds data/")
    read_ones = [(text, read(text)) for text in texts(path)]
    phrases = sum(len(t.phrases) for t, _ in read_ones)
    links = sum(len(c) - 1 for t, _ in read_ones for c in t.chains())
    print(f"{name}: {len(read_ones)} text(s), {phrases} phrases, {links} links")
    for reading in (found, given):
        scores = conll(reading(text, draft) for text, draft in read_ones)
        print(f"{reading.__name__:6}", "  ".join(f"{k} {v:5.1f}" for k, v in scores.items()))


if __name__ == "__main__":
    main()
