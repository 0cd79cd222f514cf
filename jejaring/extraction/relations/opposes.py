"""Find OPPOSES in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def opposes(draft: Draft) -> Iterator[Proposal]:
    """Proposals of OPPOSES, in text order."""
    yield from ()
