"""The step modality: it fills what rules left None in the draft's proposals."""

from jejaring.extraction.draft import Draft


def modality(draft: Draft) -> None:
    """Fill the proposals of `draft`."""
