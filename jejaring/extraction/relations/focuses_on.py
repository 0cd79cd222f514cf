"""Find FOCUSES_ON in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def focuses_on(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FOCUSES_ON, in text order."""
    yield from ()
