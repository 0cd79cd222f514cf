"""The step names."""

from jejaring.extraction.draft import Draft


def names(draft: Draft) -> None:
    """Fill `draft`."""
