"""The step groups."""

from jejaring.extraction.draft import Draft


def groups(draft: Draft) -> None:
    """Fill `draft`."""
