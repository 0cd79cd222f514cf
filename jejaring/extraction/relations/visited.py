"""Find VISITED in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def visited(draft: Draft) -> Iterator[Proposal]:
    """Proposals of VISITED, in text order."""
    yield from ()
