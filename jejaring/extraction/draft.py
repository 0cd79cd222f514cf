"""The work sheet that extraction steps fill for one document, one after the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from jejaring import ontology
from jejaring.extraction.model.encoder import Reading
from jejaring.models import Document
from jejaring.text.sentences import Sentence, sentences


@dataclass
class Span:
    """A mention found so far: `text[start:end]`, with the id of the draft entity it stands for.

    `kind` tells "name", "short" (a short name or acronym), "nominal" ("bupati itu") and "pronoun" apart: names and
    short forms become aliases, the others do not.
    """

    start: int
    end: int
    entity: str
    kind: str = "name"


def _start(stretch: Span | Sentence) -> int:
    return stretch.start


def _order(span: Span) -> tuple[int, int]:
    return span.start, -span.end


@dataclass
class Thing:
    """An entity found so far; `name` is its fullest form, `forms` the others in order of appearance."""

    id: str
    label: str
    name: str
    forms: list[str] = field(default_factory=list)
    attrs: dict[str, Any] = field(default_factory=dict)


@dataclass
class Proposal:
    """A claim on its way: ends by id, evidence span, the cue words that triggered it, the rule and its confidence.

    A rule that knows better than the shared steps sets `modality` or `speaker`; the shared steps fill what is None.
    `speaker` "" means nobody in particular says so (the article itself). `likely` is how likely the trained model
    finds it, None where it did not see both ends together.
    """

    head: str
    type: str
    tail: str
    start: int
    end: int
    cue: tuple[int, int]
    rule: str
    confidence: float
    attrs: dict[str, Any] = field(default_factory=dict)
    modality: str | None = None
    speaker: str | None = None
    likely: float | None = None


@dataclass
class Draft:
    """One document being read: `text` is the masked text (same offsets), the rest is what the steps found so far.

    `reading` is what the encoder makes of the text, once names have been looked for. `notes` keeps what rules work
    out from text and spans and ask for again; it is emptied where a span joins that is no topic's.
    """

    document: Document
    text: str
    sentences: list[Sentence]
    things: dict[str, Thing] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    reading: Reading | None = field(default=None, repr=False, compare=False)
    notes: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _longest: int = field(default=0, repr=False, compare=False)

    @classmethod
    def of(cls, document: Document) -> Draft:
        """An empty draft of `document`, cut into sentences."""
        masked = document.masked
        return cls(document, masked, sentences(masked))

    def add(self, label: str, name: str, **attrs: Any) -> Thing:
        """A new thing with the next id ("e1", "e2", ...)."""
        last = next(reversed(self.things), "e0")  # not their number: some may have been united
        thing = Thing(f"e{int(last[1:]) + 1}", ontology.check_label(label), name, attrs=attrs)
        self.things[thing.id] = thing
        return thing

    def mention(self, thing: Thing, start: int, end: int, kind: str = "name") -> Span:
        """A new span of `thing`, kept in text order; names and short forms join its forms."""
        span = Span(start, end, thing.id, kind)
        insort(self.spans, span, key=_order)
        self._longest = max(self._longest, end - start)
        if thing.label != "Topic":
            self.notes.clear()
        form = self.document.text[start:end]
        if kind in ("name", "short") and form != thing.name and form not in thing.forms:
            thing.forms.append(form)
        return span

    def unite(self, thing: Thing, other: Thing) -> None:
        """Makes `other` the same thing as `thing`, which takes over its forms, spans and proposals."""
        thing.forms += [f for f in (other.name, *other.forms) if f != thing.name and f not in thing.forms]
        self.spans[:] = [replace(s, entity=thing.id) if s.entity == other.id else s for s in self.spans]
        for p in self.proposals:
            p.head, p.tail = (thing.id if end == other.id else end for end in (p.head, p.tail))
        del self.things[other.id]
        self.notes.clear()

    def label(self, span: Span) -> str:
        """The label of the thing that `span` stands for."""
        return self.things[span.entity].label

    def within(self, start: int, end: int, *labels: str) -> list[Span]:
        """The spans that lie in `text[start:end]`, of these labels where any are given, in text order."""
        return [s for s in self.starting(start, end) if s.end <= end and (not labels or self.label(s) in labels)]

    def starting(self, start: int, end: int) -> list[Span]:
        """The spans that begin in `text[start:end]`, in text order."""
        return self.spans[bisect_left(self.spans, start, key=_start) : bisect_left(self.spans, end, key=_start)]

    def holding(self, offset: int) -> list[Span]:
        """The spans that hold `offset`, in text order."""
        first = bisect_left(self.spans, offset - self._longest, key=_start)
        return [s for s in self.spans[first : bisect_right(self.spans, offset, key=_start)] if offset < s.end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`."""
        at = bisect_right(self.sentences, offset, key=_start) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def propose(self, proposal: Proposal) -> None:
        """Keep `proposal` if its ends differ and the ontology allows them; a rule need not check labels itself."""
        head, tail = self.things[proposal.head], self.things[proposal.tail]
        if proposal.head != proposal.tail and ontology.allows(proposal.type, head.label, tail.label):
            self.proposals.append(proposal)


class Step(Protocol):
    """One step of extraction: it reads and fills a draft in place. Rules and trained models are steps alike."""

    def __call__(self, draft: Draft) -> None:
        """Read and fill `draft`."""


class Rule(Protocol):
    """One relation: what it proposes for a draft whose names, groups and events are known."""

    def __call__(self, draft: Draft) -> Iterator[Proposal]:
        """The proposals, in text order."""
