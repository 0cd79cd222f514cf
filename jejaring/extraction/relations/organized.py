"""Find ORGANIZED in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def organized(draft: Draft) -> Iterator[Proposal]:
    """Proposals of ORGANIZED, in text order."""
    yield from ()
