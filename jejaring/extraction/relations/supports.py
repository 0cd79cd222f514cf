"""Find SUPPORTS in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def supports(draft: Draft) -> Iterator[Proposal]:
    """Proposals of SUPPORTS, in text order."""
    yield from ()
