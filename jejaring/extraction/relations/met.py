"""Find MET in a draft."""

from __future__ import annotations

from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal


def met(draft: Draft) -> Iterator[Proposal]:
    """Proposals of MET, in text order."""
    yield from ()
