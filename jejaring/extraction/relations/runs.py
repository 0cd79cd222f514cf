"""Find RUNS in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def runs(draft: Draft) -> Iterator[Proposal]:
    """Proposals of RUNS, in text order."""
    yield from ()
