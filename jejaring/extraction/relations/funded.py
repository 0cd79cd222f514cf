"""Find FUNDED in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def funded(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FUNDED, in text order."""
    yield from ()
