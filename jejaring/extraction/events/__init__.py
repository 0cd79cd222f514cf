"""The step events."""

from jejaring.extraction.draft import Draft


def events(draft: Draft) -> None:
    """Fill `draft`."""
