"""Gather what a report on two entities says: every format is written from this alone."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from jejaring.graph.store import Store
from jejaring.models import Modality
from jejaring.models.record import Record
from jejaring.queries import Profile, show
from jejaring.queries.rows import EdgeRow, Node, Sentence, nodes, sentences
from jejaring.trace import Trace, TraceOptions, explain, trace

EDGES = 25  # edges of each profile that the report tells
SENTENCES = 3  # sentences quoted for an edge
_DATES = """
UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE e.date IS NOT NULL
RETURN e.id AS id, e.date AS date
ORDER BY id
"""


class Source(Record):
    """An article that a sentence is quoted from."""

    number: int
    article: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    date: str
    rights: str | None = None


class Footnote(Record):
    """A quoted sentence, once however many facts rest on it, and the number of its source."""

    number: int
    sentence: Sentence
    source: int


class Fact(Record):
    """An edge with its ends, and the numbers of the footnotes that quote its sentences."""

    edge: EdgeRow
    head: Node
    tail: Node
    on_path: bool = False
    footnotes: tuple[int, ...] = ()


class Moment(Record):
    """A line of the timeline: a dated event, or a fact at the date of the first article that tells it.

    `date` is ISO as far as it is known ("2025-02-12", "2025-02", "2025"); `happened` tells an event's own date from an
    article's; `fact` is the fact's place in `ReportData.facts`.
    """

    date: str
    happened: bool
    name: str | None = None
    modality: Modality
    fact: int


class ReportData(Record):
    """All of a report: the trace first, then both profiles, the timeline, the facts with footnotes, the sources.

    `why` explains each path of the trace in words of `lang`; `undated` counts facts that no dated article tells.
    """

    lang: str
    one: Profile
    other: Profile
    trace: Trace
    why: tuple[tuple[str, ...], ...] = ()
    timeline: tuple[Moment, ...] = ()
    undated: int = 0
    facts: tuple[Fact, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    sources: tuple[Source, ...] = ()
    total: int = Field(0, description="how many edges the two have in all, told here or not")

    def footnotes_of(self, edge: str) -> tuple[int, ...]:
        """The numbers of the footnotes that quote an edge's sentences."""
        return next((fact.footnotes for fact in self.facts if fact.edge.id == edge), ())


def report(store: Store, one: str, other: str, lang: str = "en", options: TraceOptions | None = None) -> ReportData:
    """All that is to be said of how the entities `one` and `other` (ids) connect.

    Raises TraceEndsError and NoSuchEntityError.
    """
    found = trace(store, [one, other], options)
    profiles = [show(store, end.id, EDGES, SENTENCES) for end in found.ends]
    notes = _Notes(lang)
    facts = _facts(store, found, profiles, notes)
    return ReportData(
        lang=lang,
        one=profiles[0],
        other=profiles[1],
        trace=found,
        why=tuple(explain(path, lang) for path in found.paths),
        timeline=_timeline(store, facts),
        undated=sum(fact.edge.first is None for fact in facts),
        facts=facts,
        footnotes=tuple(notes.footnotes),
        sources=tuple(notes.sources),
        total=sum(profile.total for profile in profiles),
    )


class _Notes:
    """Numbers sentences and articles in the order in which they are first quoted."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.footnotes: list[Footnote] = []
        self.sources: list[Source] = []

    def footnote(self, sentence: Sentence) -> int:
        """The number of a sentence's footnote."""
        for known in self.footnotes:
            if (known.sentence.article, known.sentence.text) == (sentence.article, sentence.text):
                return known.number
        number = len(self.footnotes) + 1
        self.footnotes.append(Footnote(number=number, sentence=sentence, source=self._source(sentence)))
        return number

    def _source(self, sentence: Sentence) -> int:
        for known in self.sources:
            if known.article == sentence.article:
                return known.number
        source = Source(
            number=len(self.sources) + 1,
            article=sentence.article,
            outlet=sentence.outlet,
            title=sentence.title,
            url=sentence.url,
            date=sentence.when(self.lang),
            rights=sentence.rights,
        )
        self.sources.append(source)
        return source.number


def _facts(store: Store, found: Trace, profiles: Iterable[Profile], notes: _Notes) -> tuple[Fact, ...]:
    """The edges to tell: those of paths first, in their order, then what is near, then the profiles'."""
    on_paths = [hop.edge for path in found.paths for hop in path.hops]
    near = [hop.edge for pair in found.pairs for end in pair.near for hop in end.hops]
    others = [item.edge for profile in profiles for item in profile.edges]
    edges = {edge.id: edge for edge in (*on_paths, *near, *others)}
    ends = nodes(store, (end for edge in edges.values() for end in (edge.head, edge.tail)))
    said = sentences(store, edges, SENTENCES)
    paths = {edge.id for edge in on_paths}
    return tuple(
        Fact(
            edge=edge,
            head=ends[edge.head],
            tail=ends[edge.tail],
            on_path=edge.id in paths,
            footnotes=tuple(dict.fromkeys(notes.footnote(sentence) for sentence in said.get(edge.id, ()))),
        )
        for edge in edges.values()
    )


def _timeline(store: Store, facts: tuple[Fact, ...]) -> tuple[Moment, ...]:
    """Dated events once each, and every fact at its first article's date; by date, events first."""
    ends = {end.id: end for fact in facts for end in (fact.head, fact.tail)}
    events = {row["id"]: row["date"] for row in store.read(_DATES, {"ids": sorted(ends)})}
    moments = [_event(ends[event], date, facts) for event, date in events.items()]
    moments += [
        Moment(date=fact.edge.first, happened=False, modality=fact.edge.modality, fact=number)
        for number, fact in enumerate(facts)
        if fact.edge.first
    ]
    return tuple(sorted(moments, key=lambda m: (m.date, not m.happened, m.fact)))


def _event(event: Node, date: str, facts: tuple[Fact, ...]) -> Moment:
    """An event at its own date, as surely as the surest fact about it; `fact` is the first of those."""
    about = [(number, fact) for number, fact in enumerate(facts) if event.id in (fact.head.id, fact.tail.id)]
    strongest = min((fact.edge.modality for _, fact in about), key=list(Modality).index)
    return Moment(date=date, happened=True, name=event.name, modality=strongest, fact=about[0][0])
