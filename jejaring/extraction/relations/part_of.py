"""Find PART_OF in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def part_of(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PART_OF, in text order."""
    yield from ()
