"""The step attribution: it fills what rules left None in the draft's proposals."""

from jejaring.extraction.draft import Draft


def attribution(draft: Draft) -> None:
    """Fill the proposals of `draft`."""
