"""Find HOLDS_POSITION in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.relations._clauses import bounds
from jejaring.extraction.relations._employers import employer
from jejaring.extraction.relations._leading import leaders
from jejaring.extraction.relations._title_words import comes_from
from jejaring.extraction.relations._titles import Title, Titles

_AND = re.compile(r"\s*(?:,|,?\s(?:dan|serta|and)|&)\s*")
# "memberhentikan A sebagai Direktur": the office is told as one that is held no more.
_REMOVED = re.compile(r"\b(?:memberhentikan|mencopot|memecat|diberhentikan|dicopot|dipecat)\b[^,.;]*$")


def holds_position(draft: Draft) -> Iterator[Proposal]:
    """Proposals of HOLDS_POSITION: a person's titles beside the name, where each is held, and "Bupati X itu"."""
    titles = Titles(draft)
    found: list[tuple[Span, Title]] = []
    for person in [s for s in draft.spans if draft.label(s) == "Person" and s.kind in ("name", "short")]:
        found += [(person, title) for title in titles.of(person, found[-1][1].end if found else 0)]
    found += titles.nominal()
    told: dict[str, list[str]] = {}
    for person, title in sorted(found, key=lambda f: _bare(draft, f[1])):
        words = draft.text[title.start : title.end]
        if comes_from(words) or (_bare(draft, title) and any(t.startswith(words) for t in told.get(person.entity, []))):
            continue
        place = employer(draft, title, person)
        if place:
            told.setdefault(person.entity, []).append(words)
            for each in (place.id, *_coordinated(draft, title, place)):
                yield _proposal(draft, person, title, each)
    for person, whole, cue in leaders(draft):
        yield _proposal(draft, person, Title(*cue), whole.entity, 0.65)


def _coordinated(draft: Draft, title: Title, first: Thing) -> list[str]:
    """The institutions that stand beside the first one in a title: "CEO X dan Y"."""
    spans = draft.within(title.start, title.end, "Institution")
    if not spans or spans[0].entity != first.id:
        return []
    joined = takewhile(lambda pair: _AND.fullmatch(draft.text, pair[0].end, pair[1].start), pairwise(spans))
    return [after.entity for _, after in joined if after.entity != first.id]


def _bare(draft: Draft, title: Title) -> bool:
    """Whether a title is an office word alone, which says less than a fuller one of the same person."""
    return len(draft.text[title.start : title.end].split()) == 1


def _proposal(draft: Draft, person: Span, title: Title, institution: str, confidence: float = 0.8) -> Proposal:
    start, end = bounds(draft, title.start)
    attrs: dict[str, object] = {"title": " ".join(draft.text[title.start : title.end].split())}
    if title.former:
        attrs["former"] = True
    removed = _REMOVED.search(draft.text, start, max(start, person.start))
    return Proposal(
        person.entity,
        "HOLDS_POSITION",
        institution,
        start,
        end,
        (title.start, title.end),
        "title beside name",
        confidence,
        attrs,
        modality="denied" if removed else None,
    )
