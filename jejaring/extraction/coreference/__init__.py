"""The step coreference."""

from jejaring.extraction.draft import Draft


def coreference(draft: Draft) -> None:
    """Fill `draft`."""
