"""Plain text: one article a file, as copied from a web page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jejaring.errors import EmptyFileError, JejaringError
from jejaring.loaders.decode import decode
from jejaring.loaders.document import from_text
from jejaring.loaders.files import Unread, read_bytes
from jejaring.models import Document


def read_text(path: Path) -> Iterator[Document | Unread]:
    """The one article of the file, or why it could not be read."""
    source = str(path)
    try:
        data = read_bytes(path)
        if not data.strip():
            raise EmptyFileError(source=source)
        yield from_text(decode(data, source), source, path.stem)
    except JejaringError as error:
        yield Unread(source, error)


def count_text(path: Path) -> int:
    """One."""
    return 1
