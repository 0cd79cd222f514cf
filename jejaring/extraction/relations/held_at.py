"""Find HELD_AT in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def held_at(draft: Draft) -> Iterator[Proposal]:
    """Proposals of HELD_AT, in text order."""
    yield from ()
