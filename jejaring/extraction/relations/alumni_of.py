"""Find ALUMNI_OF in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, bounds, subject, words
from jejaring.extraction.relations._titles import Titles

ALUMNI = words("alumni alumnus alumna lulusan jebolan almamater graduate doktor doctor")
_WHOLES = ("Institution", "Program")
_GROUP = re.compile(r"\b(?:alumni|lulusan|jebolan|graduates?)\b", re.IGNORECASE)
_STUDIED = re.compile(
    r"\b(?:lulus\s+dari|menamatkan\s+(?:\w+\s+){0,3}di|menyelesaikan\s+(?:pendidikan|studi|kuliah)\w*\s+(?:\w+\s+){0,3}(?:di|dari)"
    r"|alumni|lulusan|jebolan|graduated\s+from|alumn(?:us|a|i)\s+of|graduates?\s+of)\b",
    re.IGNORECASE,
)


def alumni_of(draft: Draft) -> Iterator[Proposal]:
    """Proposals of ALUMNI_OF: "lulusan X" beside a name, groups of alumni, "A lulus dari X", "almamaternya"."""
    titles = Titles(draft, ALUMNI)
    named = [s for s in draft.spans if draft.label(s) == "Person" and s.kind in ("name", "short")]
    beside = [(p, t) for p in named for t in titles.of(p)] + list(titles.nominal())
    for person, title in beside:
        for whole in draft.within(title.start, title.end, *_WHOLES)[:1]:
            yield _proposal(draft, person.entity, whole.entity, (title.start, title.end))
    yield from _groups(draft)
    yield from _studied(draft)


def _groups(draft: Draft) -> Iterator[Proposal]:
    """A group of alumni named after what they attended: "30 alumni Jagoan Banyuwangi"."""
    forms = [(f, t.id) for t in draft.things.values() if t.label in _WHOLES for f in (t.name, *t.forms)]
    for span in draft.spans:
        name = draft.text[span.start : span.end]
        found = _GROUP.search(name) if draft.label(span) == "Group" else None
        ends = [f for f in forms if found and re.search(rf"\b{re.escape(f[0])}$", name[found.end() :])]
        if ends:
            whole = max(ends, key=lambda f: (len(f[0]), f[1]))
            yield _proposal(draft, span.entity, whole[1], (span.start, span.end))


def _studied(draft: Draft) -> Iterator[Proposal]:
    """ "A lulus dari X", "A merupakan alumni X"."""
    for cue in _STUDIED.finditer(draft.text):
        _, end = bounds(draft, cue.start())
        whole = next(iter(draft.within(cue.end(), end, *_WHOLES)), None)
        if whole and not re.search(r"[,.;]|\b(?:yang|di|untuk)\b", draft.text[cue.end() : whole.start]):
            for head in _heads(draft, cue):
                yield _proposal(draft, head.entity, whole.entity, cue.span())


def _heads(draft: Draft, cue: re.Match[str]) -> list[Span]:
    """The alumnus: a subject that a copula or a verb joins to the cue."""
    heads = subject(draft, cue.start(), ACTORS)
    gap = draft.text[heads[-1].end : cue.start()] if heads else ""
    verb = cue.group().lower() not in ("alumni", "lulusan", "jebolan")
    copula = re.search(r"\b(?:merupakan|adalah|juga|is|was|are|were|an?)\s*$", gap)
    return [h for h in heads if draft.label(h) in ("Person", "Group")] if verb or copula else []


def _proposal(draft: Draft, head: str, whole: str, cue: tuple[int, int]) -> Proposal:
    start, end = bounds(draft, cue[0])
    return Proposal(head, "ALUMNI_OF", whole, start, end, cue, "alumni", 0.75)
