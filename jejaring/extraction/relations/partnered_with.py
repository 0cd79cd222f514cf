"""Find PARTNERED_WITH in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def partnered_with(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PARTNERED_WITH, in text order."""
    yield from ()
