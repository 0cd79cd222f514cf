"""From the claims of an answer to proposals of a draft: what its sentence does not bear out is dropped."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jejaring import ontology
from jejaring.extraction.attribution import NEVER, SPEAKERS
from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.llm.answer import Answer, AnswerClaim
from jejaring.extraction.llm.entities import add_entities, mentions
from jejaring.extraction.llm.names import seat
from jejaring.extraction.llm.places import Place, places, whole
from jejaring.extraction.llm.prompt import harmless, shown
from jejaring.extraction.llm.references import REACH, References
from jejaring.extraction.relations.funded import money
from jejaring.models import Document
from jejaring.text.sentences import Sentence

LONGEST, SHORTEST = 600, 2  # evidence: at most so many characters, at least so many words
MOST_SENTENCES = 2  # of a quotation: speech may go on behind its full stop
MOST_PLACES = 10  # where the same words stand again, so many places are looked at
_FORMER = re.compile(r"\b(?:mantan|eks|former|ex|bekas)[\s-]+", re.IGNORECASE)
# How sure a rule of this name is of itself: both ends by name; one by what refers to it; a government by an office.
WEIGHTS = {"llm:named": 0.7, "llm:office": 0.7, "llm:reference": 0.5}
_ORDER = list(WEIGHTS)


class DroppedClaimError(Exception):
    """A claim that is not borne out; its argument is the reason."""


@dataclass(frozen=True)
class End:
    """An end of a claim found in its quotation: by which rule, and what refers to it where nothing names it."""

    thing: Thing
    rule: str
    reference: Span | None = None


def read(document: Document, answer: Answer) -> tuple[Draft, Counter[str]]:
    """A draft with what the text bears out of an answer, and how much was dropped, by reason."""
    reading = _Reading(document, answer)
    for claim in answer.claims:
        try:
            reading.propose(claim)
        except DroppedClaimError as reason:
            reading.dropped[str(reason)] += 1
    reading.forget_unnamed()
    return reading.draft, reading.dropped


class _Reading:
    def __init__(self, document: Document, answer: Answer) -> None:
        self.text = shown(document)
        self.draft = Draft.of(document)
        self.dropped = Counter(answer.dropped)
        self.things = add_entities(self.draft, self.text, answer.entities, self.dropped)
        self.references = References(document)
        self.same = {t.id: self.references.same(t.label, mentions(self.draft, t)) for t in self.things.values()}
        for thing in self.things.values():
            size = self.references.size("Group", mentions(self.draft, thing)) if thing.label == "Group" else None
            thing.attrs.update({"size": size} if size else {})

    def propose(self, claim: AnswerClaim) -> None:
        """Propose `claim`; raises DroppedClaimError where it is not borne out."""
        head, tail = self._thing(claim.head), self._thing(claim.tail)
        if head is tail or not ontology.allows(claim.type, head.label, tail.label):
            raise DroppedClaimError("ends")
        quote, ends = self._quoted(claim, head, tail)
        start, end = self._sentences(quote)
        rule = max((e.rule for e in ends), key=_ORDER.index)
        proposal = Proposal(head.id, claim.type, tail.id, start, end, quote, rule, WEIGHTS[rule])
        proposal.modality = claim.modality.value
        proposal.speaker = self._speaker(claim, quote)
        proposal.attrs = self._attrs(claim, head, quote, (start, end))
        for e in ends:
            self._refer(e)
        self.draft.propose(proposal)

    def _thing(self, number: str) -> Thing:
        if number not in self.things:
            raise DroppedClaimError("unknown")
        return self.things[number]

    def _quoted(self, claim: AnswerClaim, head: Thing, tail: Thing) -> tuple[Place, list[End]]:
        """Where the evidence stands, and both ends in it: the first place that has them."""
        if len(claim.evidence.split()) < SHORTEST:
            raise DroppedClaimError("evidence")
        found_at = islice(places(self.text, harmless(claim.evidence)), MOST_PLACES)
        quotes = [q for q in found_at if q[1] - q[0] <= LONGEST and len(self._touched(q)) <= MOST_SENTENCES]
        for quote in quotes:
            evidence = self._sentences(quote)
            found = [self._end(claim, side, evidence) for side in ((head, claim.head_words), (tail, claim.tail_words))]
            ends = [end for end in found if end]
            if len(ends) == 2:
                return quote, ends
        raise DroppedClaimError("unnamed" if quotes else "evidence")

    def _end(self, claim: AnswerClaim, side: tuple[Thing, str], quote: Place) -> End | None:
        thing, words = side
        if mentions(self.draft, thing, quote):
            return End(thing, "llm:named")
        if claim.type == "HOLDS_POSITION" and thing.label == "Institution" and self._seated(claim, thing, quote):
            return End(thing, "llm:office")
        if thing.label == "Topic":
            return None
        span = self.references.linked(self.same[thing.id], *quote) or self.references.believed(
            harmless(words), self.same[thing.id], mentions(self.draft, thing), quote
        )
        return End(thing, "llm:reference", span) if span else None

    def _seated(self, claim: AnswerClaim, government: Thing, quote: Place) -> bool:
        """Whether the office that stands in the quotation names the government or ministry."""
        return any(whole(self.text, seat(government.name), *place) for place in self._office(claim, quote))

    def _office(self, claim: AnswerClaim, quote: Place) -> list[Place]:
        return whole(self.text, harmless(claim.office_or_role or ""), *quote)

    def _sentences(self, quote: Place) -> Place:
        """The whole sentences of a quotation, so that none is out of context; the quotation if they are too long."""
        touched = self._touched(quote)
        start = min([quote[0], *(s.start for s in touched)])
        end = max([quote[1], *(s.end for s in touched)])
        return (start, end) if end - start <= LONGEST else quote

    def _touched(self, quote: Place) -> list[Sentence]:
        return [s for s in self.draft.sentences if s.start < quote[1] and quote[0] < s.end]

    def _speaker(self, claim: AnswerClaim, quote: Place) -> str:
        """The speaker's id, "" for the article itself; one who is not spoken of near the quotation has not said it."""
        if claim.speaker is None or claim.type in NEVER:
            return ""
        speaker = self._thing(claim.speaker)
        numbers = [self.references.sentence(at) for at in quote]
        spans = [*mentions(self.draft, speaker), *self._linked(speaker)]
        near = (numbers[0] - REACH <= self.references.sentence(s.start) <= numbers[1] + REACH for s in spans)
        if speaker.label not in SPEAKERS or not any(near):
            raise DroppedClaimError("speaker")
        return speaker.id

    def _linked(self, thing: Thing) -> list[Span]:
        return [s for s in self.references.draft.spans if s.entity in self.same[thing.id]]

    def _attrs(self, claim: AnswerClaim, head: Thing, quote: Place, evidence: Place) -> dict[str, Any]:
        """The attributes of a claim, each as its sentence has it; an amount as the words quoted have it."""
        if claim.type == "HOLDS_POSITION":
            return self._title(claim, evidence)
        if claim.type == "FUNDED":
            return money(self.text[slice(*quote)])
        if claim.type != "PARTICIPATED_IN":
            return {}
        role = self._office(claim, evidence) if claim.office_or_role else []
        attrs: dict[str, Any] = {"role": self._words(role[0])} if role else {}
        return attrs | ({"count": head.attrs["size"]} if "size" in head.attrs else {})

    def _title(self, claim: AnswerClaim, evidence: Place) -> dict[str, Any]:
        found = self._office(claim, evidence)
        if not found:
            raise DroppedClaimError("office")
        start, end = found[0]
        inside = _FORMER.match(self.text, start)
        before = self.text[max(0, start - 12) : start]
        former = inside or any(m.end() == len(before) for m in _FORMER.finditer(before))
        title = self._words((inside.end() if inside else start, end))
        return {"title": title, **({"former": True} if former else {})}

    def _words(self, place: Place) -> str:
        return " ".join(self.draft.document.text[slice(*place)].split())

    def _refer(self, end: End) -> None:
        """Note the mention that refers to an end, once."""
        span = end.reference
        if span and not any((s.start, s.end) == (span.start, span.end) for s in mentions(self.draft, end.thing)):
            kind = span.kind if span.kind in ("nominal", "pronoun") else "nominal"
            self.draft.mention(end.thing, span.start, span.end, kind)

    def forget_unnamed(self) -> None:
        """Take out what no text names and no claim needs."""
        named = {s.entity for s in self.draft.spans}
        named |= {end for p in self.draft.proposals for end in (p.head, p.tail)}
        self.draft.things = {number: thing for number, thing in self.draft.things.items() if number in named}
