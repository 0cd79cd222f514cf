"""What the scorer of pairs learns from: mentions as the rules find them and as gold names them, and gold's claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from pair_net import PairExample

from jejaring import ontology
from jejaring.evaluation.align import align, overlap
from jejaring.evaluation.gold import Gold, document_of
from jejaring.extraction import names as names_step
from jejaring.extraction.coreference import coreference
from jejaring.extraction.draft import Draft
from jejaring.extraction.events import events
from jejaring.extraction.extractor import relations
from jejaring.extraction.groups import groups
from jejaring.extraction.learned import Place, read_of
from jejaring.extraction.model.encoder import LABELS as NAMES
from jejaring.extraction.model.encoder import WIDTH, Reading
from jejaring.extraction.model.pairs import RELATIONS, Layout, Mention, layout

UNKNOWN = -100  # a token of which gold does not tell whether a topic stands there
Stretch = tuple[int, int]


class Silent:
    """An encoder that says nothing: names are found by the tagger alone, so that no encoder hangs on the one before."""

    def read(self, tokens: Sequence[Any], sentences: Sequence[Any]) -> Reading:
        """Zeros for each token."""
        zeros = [np.zeros((len(tokens), width), np.float32) for width in (len(NAMES), 3, WIDTH)]
        return Reading(tokens, (), *zeros)


def drafted(gold: Gold) -> Draft:
    """A draft of the article up to its relations, by rules and the tagger."""
    draft = Draft.of(document_of(gold))
    spoken, names_step.encoder = names_step.encoder, Silent  # type: ignore[assignment,misc]
    try:
        for step in (names_step.names, coreference, groups, events, relations):
            step(draft)
    finally:
        names_step.encoder = spoken
    return draft


@dataclass(frozen=True)
class Told:
    """A mention, and gold's entity that it stands for ("" for none)."""

    mention: Mention
    gold: str


class Lesson:
    """One gold article: what the scorer sees of it, and what it should say."""

    def __init__(self, gold: Gold) -> None:
        self.gold, self.draft = gold, drafted(gold)
        reading = read_of(self.draft)
        self.place, self.tokens = Place(self.draft, reading), reading.tokens
        self._topics = [e for e in gold["entities"] if e["type"] == "Topic"]
        self._evidence = [self._sentences(claim) for claim in gold["claims"]]
        self._named = self._places_of_topics()
        self.mentions = self._mentions()
        self.said = {fact for p in self.draft.proposals for fact in self.place.facts(p)}

    def topics(self) -> list[int]:
        """For each token 0 outside topics, 1 where one begins, 2 where it goes on; UNKNOWN where no claim is near."""
        out = [0] * len(self.tokens)
        near: dict[str, set[int]] = defaultdict(set)
        for claim, sentences in zip(self.gold["claims"], self._evidence, strict=True):
            near[claim["tail"]] |= sentences
        for (first, last), entity in self._named.items():
            here = out[first : last + 1]
            if self.place.sentence(first) in near[entity]:
                if max(here) <= 0:
                    out[first : last + 1] = [1] + [2] * (last - first)
            elif not any(here):
                out[first : last + 1] = [UNKNOWN] * len(here)
        return out

    def pairs(self, window: Sequence[int]) -> PairExample | None:
        """The pairs of the mentions in a window of tokens, None where there is none that the ontology allows."""
        low, high = window[0], window[-1]
        told = [t for t in self.mentions if low <= t.mention.first and t.mention.last <= high]
        here = [replace(t.mention, first=t.mention.first - low, last=t.mention.last - low) for t in told]
        at = layout(here) if len(here) > 1 else None
        if at is None or not len(at.heads):
            return None
        said = np.zeros(at.allowed.shape, np.float32)
        for pair, (head, tail) in enumerate(zip(at.heads, at.tails, strict=True)):
            for kind, relation in enumerate(RELATIONS):
                ends = (here[head].key, here[tail].key)
                said[pair, kind] = self._says(relation, *ends)
        return PairExample(here, at, said, *self._wanted(told, at))

    def _says(self, relation: str, head: str, tail: str) -> bool:
        both = ontology.EDGES[relation].symmetric
        return (relation, head, tail) in self.said or (both and (relation, tail, head) in self.said)

    def _wanted(self, told: Sequence[Told], at: Layout) -> tuple[Any, Any]:
        """What gold says of each pair, and what of it counts: a claim's nearest mentions around its evidence do.

        Other mentions of the same two may say it or not; they count for neither.
        """
        number = {pair: i for i, pair in enumerate(zip(at.heads.tolist(), at.tails.tolist(), strict=True))}
        wanted, counted = np.zeros(at.allowed.shape, np.float32), at.allowed.astype(np.float32)
        for pair, i in number.items():
            if told[pair[0]].gold and told[pair[0]].gold == told[pair[1]].gold:
                counted[i] = 0
        by_entity: dict[str, list[int]] = defaultdict(list)
        for i, one in enumerate(told):
            by_entity[one.gold].append(i)
        for claim, sentences in zip(self.gold["claims"], self._evidence, strict=True):
            heads, tails = by_entity.get(claim["head"], []), by_entity.get(claim["tail"], [])
            kind = RELATIONS.index(claim["type"])
            near = set(_both_ways(_nearest(told, heads, tails, sentences), claim["type"]))
            for pair in _both_ways(((a, b) for a in heads for b in tails), claim["type"]):
                i = number.get(pair)
                if i is None or not at.allowed[i, kind]:
                    continue
                right = pair in near or wanted[i, kind]
                wanted[i, kind] = counted[i, kind] = right
        return wanted, counted

    def _mentions(self) -> list[Told]:
        things = [t for t in self.draft.things.values() if t.label != "Topic"]
        found = [{"id": t.id, "type": t.label, "name": t.name, "aliases": t.forms, "attrs": t.attrs} for t in things]
        named = [e for e in self.gold["entities"] if e["type"] != "Topic"]
        meant = align(named, found, lenient=True)
        out = {
            (m.first, m.last, m.key): Told(m, self._topic_of(m) if m.label == "Topic" else meant.get(m.key, ""))
            for m in self.place.mentions()
        }
        for first, last in self._named:
            key = f"{first}-{last}"
            mention = Mention(first, last, "Topic", "name", self.place.sentence(first), key)
            out.setdefault((first, last, key), Told(mention, self._named[first, last]))
        taken = {(first, last) for first, last, _ in out}
        for entity in named:
            if entity["id"] in meant.values():
                continue
            for first, last in self._stretches(entity, ignore_case=False):
                if (first, last) not in taken:
                    taken.add((first, last))
                    key = f"gold {entity['id']}"
                    mention = Mention(first, last, entity["type"], "name", self.place.sentence(first), key)
                    out[first, last, key] = Told(mention, entity["id"])
        return sorted(out.values(), key=lambda t: (t.mention.first, -t.mention.last, t.mention.label, t.mention.key))

    def _topic_of(self, mention: Mention) -> str:
        """Gold's topic that a stretch names: the one that stands there, or the most alike by its words."""
        if (mention.first, mention.last) in self._named:
            return self._named[mention.first, mention.last]
        text = self.gold["text"][self.tokens[mention.first].start : self.tokens[mention.last].end]
        alike = [(max(overlap(text, f) for f in (e["name"], *e["aliases"])), e["id"]) for e in self._topics]
        best = max(alike, default=(0.0, ""))
        return best[1] if best[0] >= 0.5 else ""

    def _places_of_topics(self) -> dict[Stretch, str]:
        """Where gold's topics stand, none across another; the longest first."""
        found = {(at, e["id"]) for e in self._topics for at in self._stretches(e, ignore_case=True)}
        out: dict[Stretch, str] = {}
        for (first, last), entity in sorted(found, key=lambda f: (f[0][0] - f[0][1], f)):
            if not any(a <= last and first <= b for a, b in out):
                out[first, last] = entity
        return out

    def _stretches(self, entity: dict[str, Any], *, ignore_case: bool) -> Iterator[Stretch]:
        """The whole tokens that a form of `entity` stands for."""
        starts = {t.start: i for i, t in enumerate(self.tokens)}
        ends = {t.end: i for i, t in enumerate(self.tokens)}
        text, flags = self.gold["text"], re.IGNORECASE if ignore_case else re.NOFLAG
        for form in sorted({entity["name"], *entity["aliases"]}, key=lambda f: (-len(f), f)):
            if len(form) < 2:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, flags):
                if match.start() in starts and match.end() in ends:
                    yield starts[match.start()], ends[match.end()]

    def _sentences(self, claim: dict[str, Any]) -> set[int]:
        """The sentences that a claim's evidence stands in."""
        at = self.gold["text"].find(claim["evidence"])
        end = at + len(claim["evidence"])
        return {i for i, s in enumerate(self.draft.sentences) if at >= 0 and s.start < end and at < s.end}


def _both_ways(pairs: Iterable[tuple[int, int]], relation: str) -> Iterator[tuple[int, int]]:
    """The pairs, and turned round where the relation has no direction."""
    for head, tail in pairs:
        yield head, tail
        if ontology.EDGES[relation].symmetric:
            yield tail, head


def _nearest(
    told: Sequence[Told], heads: Sequence[int], tails: Sequence[int], sentences: set[int]
) -> Iterator[tuple[int, int]]:
    """For each mention in the evidence the nearest of the other end."""

    def apart(a: int, b: int) -> tuple[int, int, int]:
        return abs(told[a].mention.first - told[b].mention.first), a, b

    if heads and tails:
        for head in heads:
            if told[head].mention.sentence in sentences:
                yield head, min(tails, key=lambda t: apart(head, t))
        for tail in tails:
            if told[tail].mention.sentence in sentences:
                yield min(heads, key=lambda h: apart(h, tail)), tail
