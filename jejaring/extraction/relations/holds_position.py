"""Find HOLDS_POSITION in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import bounds
from jejaring.extraction.relations._employers import employer
from jejaring.extraction.relations._titles import Title, titles_of


def holds_position(draft: Draft) -> Iterator[Proposal]:
    """Proposals of HOLDS_POSITION, in text order: a person's title beside the name, and where it is held."""
    taken = 0
    for person in [s for s in draft.spans if draft.label(s) == "Person" and s.kind in ("name", "short")]:
        for title in titles_of(draft, person, taken):
            place = employer(draft, title, person)
            taken = max(taken, title.end)
            if place:
                yield _proposal(draft, person, title, place.id)


def _proposal(draft: Draft, person: Span, title: Title, institution: str) -> Proposal:
    start, end = bounds(draft, person.start)
    attrs: dict[str, object] = {"title": " ".join(draft.text[title.start : title.end].split())}
    if title.former:
        attrs["former"] = True
    return Proposal(
        person.entity,
        "HOLDS_POSITION",
        institution,
        start,
        end,
        (title.start, title.end),
        "title beside name",
        0.8,
        attrs,
    )
