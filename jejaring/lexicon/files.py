"""Read the data files of the lexicon."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of a data file: lines that are neither empty nor comments, cut at tabs, blanks around them stripped."""
    text = (files("jejaring.lexicon") / "data" / name).read_text(encoding="utf-8")
    return [
        [cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip() and line[0] != "#"
    ]


def column(name: str) -> frozenset[str]:
    """The first column of a data file."""
    return frozenset(row[0] for row in rows(name))
