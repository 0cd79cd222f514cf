"""Find LOCATED_IN in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def located_in(draft: Draft) -> Iterator[Proposal]:
    """Proposals of LOCATED_IN, in text order."""
    yield from ()
