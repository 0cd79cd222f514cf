"""One name found in a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """A name at `text[start:end]`."""

    start: int
    end: int
    label: str
    form: str
