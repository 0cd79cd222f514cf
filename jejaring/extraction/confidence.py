"""How sure a claim is: what can be seen of it (features), weighed by a logistic regression fitted to annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from types import MappingProxyType

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.lexicon import known

MOST_SURE, LEAST_SURE = 0.98, 0.02
BASE = "base"
MOST_TOLD, LEAST_TOLD = 6, 0.1  # reasons that a claim keeps: so many, none lighter than this
_KINDS = ("name", "short", "nominal", "pronoun")  # from what says most who it is to what says least


@dataclass(frozen=True)
class Verdict:
    """How sure a claim is, 0 to 1, and what moved it: "gap:far -0.35", feature and weight, the heaviest first."""

    confidence: float
    reasons: tuple[str, ...]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each feature, and BASE where a claim begins; training/calibrate.py makes the file."""
    text = (files("jejaring.extraction") / "confidence.tsv").read_text(encoding="utf-8")
    return MappingProxyType({name: float(weight) for name, weight in (line.split("\t") for line in text.splitlines())})


def weigh(features: Sequence[str], table: Mapping[str, float]) -> Verdict:
    """How sure a claim with these features is; one that `table` does not know says nothing."""
    moved = sorted(((table.get(f, 0.0), f) for f in features), key=lambda pair: (-abs(pair[0]), pair[1]))
    logit = table[BASE] + sum(weight for weight, _ in moved)
    told = tuple(f"{feature} {weight:+.2f}" for weight, feature in moved if abs(weight) >= LEAST_TOLD)
    return Verdict(min(MOST_SURE, max(LEAST_SURE, round(1 / (1 + exp(-logit)), 3))), told[:MOST_TOLD])


class Scene:
    """What the claims of one article have to do with each other; `kept` are those that are made, of all proposed."""

    def __init__(self, draft: Draft, kept: Sequence[Proposal]) -> None:
        self.draft = draft
        self.support = Counter((p.type, p.head, p.tail) for p in {_place(p): p for p in draft.proposals}.values())
        self.beside = Counter((p.type, p.start) for p in kept)
        self.pairs = Counter(frozenset((p.head, p.tail)) for p in kept)
        self.likeliest: dict[tuple[str, str], float] = {}
        for p in kept:
            place = p.type, p.tail
            self.likeliest[place] = max(self.likeliest.get(place, 0.0), p.likely or 0.0)
        self.named = Counter(s.entity for s in draft.spans if s.kind in ("name", "short"))

    def features(self, proposal: Proposal) -> list[str]:
        """What can be seen of a claim, each by the name that the weights have for it."""
        return [
            f"edge:{proposal.type}",
            f"rule:{proposal.rule}",
            f"weight:{round(proposal.confidence, 1)}",
            f"modality:{proposal.modality or 'asserted'}",
            f"language:{self.draft.document.language}",
            *self._likely(proposal),
            *self._ends(proposal),
            *self._sentence(proposal),
            *self._company(proposal),
        ]

    def verdict(self, proposal: Proposal) -> Verdict:
        """How sure a claim of this article is, and why."""
        return weigh(self.features(proposal), weights())

    def _likely(self, proposal: Proposal) -> Iterator[str]:
        """What the trained model makes of it, and whether it likes another head better for the same tail."""
        if proposal.likely is None:
            yield "likely:unseen"
            return
        yield f"likely:{proposal.likely:.1f}"
        yield f"likely-of:{proposal.type}:{round(proposal.likely * 5) / 5:.1f}"
        if proposal.likely < self.likeliest[proposal.type, proposal.tail]:
            yield f"second:{proposal.type}"

    def _ends(self, proposal: Proposal) -> Iterator[str]:
        for side, entity in (("head", proposal.head), ("tail", proposal.tail)):
            thing = self.draft.things[entity]
            yield f"{side}:{thing.label}"
            yield f"{side}-of:{proposal.type}:{thing.label}"
            if thing.label == "Topic":
                yield f"topic:{min(4, len(thing.name.split()))}"
                continue
            yield f"{side}-as:{self._form(proposal, entity)}"
            if thing.label in ("Event", "Group"):
                continue
            yield f"{side}-named:{_few(self.named[entity])}"
            if len(thing.name.split()) == 1:
                yield f"{side}-one-word:{thing.label}"
            if any(known(thing.label, form) for form in (thing.name, *thing.forms)):
                yield f"{side}-known:{thing.label}"

    def _form(self, proposal: Proposal, entity: str) -> str:
        """The clearest kind of mention of `entity` in the evidence, "elsewhere" where it has none there."""
        kinds = {s.kind for s in self.draft.within(proposal.start, proposal.end) if s.entity == entity}
        return next((kind for kind in _KINDS if kind in kinds), "elsewhere")

    def _sentence(self, proposal: Proposal) -> Iterator[str]:
        draft = self.draft
        words = len(draft.text[proposal.start : proposal.end].split())
        yield "sentence:short" if words < 15 else "sentence:long" if words > 40 else "sentence:middling"
        spans = draft.within(proposal.start, proposal.end)
        heads, tails = ([s for s in spans if s.entity == end] for end in (proposal.head, proposal.tail))
        if heads and tails:
            first, second = _closest(heads, tails)
            between = draft.text[first.end : second.start]
            yield f"gap:{_gap(len(between.split()))}"
            others = draft.within(first.end, second.start)
            rivals = sum(draft.label(s) in (draft.label(first), draft.label(second)) for s in others)
            yield f"rivals:{min(3, rivals)}"
        if proposal.start < 250:
            yield "place:lead"
        if proposal.speaker:
            yield "said:speaker"

    def _company(self, proposal: Proposal) -> Iterator[str]:
        if self.support[proposal.type, proposal.head, proposal.tail] > 1:
            yield "support:several"
        yield f"beside:{_few(self.beside[proposal.type, proposal.start])}"
        if self.pairs[frozenset((proposal.head, proposal.tail))] > 1:
            yield "pair:joined"


def _place(proposal: Proposal) -> tuple[str, str, str, int]:
    return proposal.type, proposal.head, proposal.tail, proposal.start


def _few(number: int) -> str:
    return "once" if number <= 1 else "few" if number <= 3 else "many"


def _gap(words: int) -> str:
    return next((name for most, name in ((2, "next"), (7, "near"), (15, "apart")) if words <= most), "far")


def _closest(heads: Sequence[Span], tails: Sequence[Span]) -> tuple[Span, Span]:
    """The two mentions with least between them, in text order."""
    pairs = ((a, b) if a.start <= b.start else (b, a) for a in heads for b in tails)
    return min(pairs, key=lambda p: (p[1].start - p[0].end, p[0].start))
