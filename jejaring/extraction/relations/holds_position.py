"""Find HOLDS_POSITION in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def holds_position(draft: Draft) -> Iterator[Proposal]:
    """Proposals of HOLDS_POSITION, in text order."""
    yield from ()
