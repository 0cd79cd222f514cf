"""Find HOLDS_POSITION in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import bounds
from jejaring.extraction.relations._employers import employer
from jejaring.extraction.relations._titles import Title, Titles


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
        if _bare(draft, title) and any(t.startswith(words) for t in told.get(person.entity, [])):
            continue
        place = employer(draft, title, person)
        if place:
            told.setdefault(person.entity, []).append(words)
            yield _proposal(draft, person, title, place.id)


def _bare(draft: Draft, title: Title) -> bool:
    """Whether a title is an office word alone, which says less than a fuller one of the same person."""
    return len(draft.text[title.start : title.end].split()) == 1


def _proposal(draft: Draft, person: Span, title: Title, institution: str) -> Proposal:
    start, end = bounds(draft, title.start)
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
