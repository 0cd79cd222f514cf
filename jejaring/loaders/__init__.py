"""Formats of articles -> Document, with the page around each story recognised and cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jejaring.loaders.document import from_row, from_text
from jejaring.loaders.files import Unread, articles
from jejaring.loaders.jsonl import count_jsonl, read_jsonl
from jejaring.loaders.text import count_text, read_text
from jejaring.models import Document

__all__ = ["FORMATS", "Format", "Unread", "count", "from_row", "from_text", "read"]


@dataclass(frozen=True)
class Format:
    """How the files of one format are read, and how the documents in one are counted without reading them."""

    read: Callable[[Path], Iterator[Document | Unread]]
    count: Callable[[Path], int]


_TEXT = Format(read_text, count_text)
_JSONL = Format(read_jsonl, count_jsonl)
FORMATS: Mapping[str, Format] = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".jsonl": _JSONL,
    ".ndjson": _JSONL,
}


def read(sources: Sequence[str]) -> Iterator[Document | Unread]:
    """The documents of files, folders (all below them) and globs, in a stable order, each file once.

    What can't be read comes as an Unread in its place, so that one bad document never stops the others. Files of
    unknown suffix in a folder come as Unread with `skipped`.
    """
    for found in articles(sources, FORMATS):
        if isinstance(found, Unread):
            yield found
        else:
            yield from FORMATS[found.suffix.lower()].read(found)


def count(sources: Sequence[str]) -> int:
    """About how many documents and failures `read` will give: enough for a progress bar, and quick."""
    found = articles(sources, FORMATS)
    return sum(1 if isinstance(item, Unread) else FORMATS[item.suffix.lower()].count(item) for item in found)
