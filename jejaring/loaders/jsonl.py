"""JSON lines: one article a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

from jejaring.errors import EmptyFileError, EncodingError, JejaringError, MalformedRowError
from jejaring.loaders.decode import decode
from jejaring.loaders.document import from_row
from jejaring.loaders.files import Unread, read_bytes
from jejaring.models import Document

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHUNK = 1 << 20


def read_jsonl(path: Path) -> Iterator[Document | Unread]:
    """The article of each line that is not blank, or why that line could not be read; sources are "file:line"."""
    source = str(path)
    try:
        data = read_bytes(path)
        if not data.strip():
            raise EmptyFileError(source=source)
        if data.startswith(_WIDE):
            data = decode(data, source).encode("utf-8", "surrogatepass")
    except JejaringError as error:
        yield Unread(source, error)
        return
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if line.strip():
            yield _row(line, f"{source}:{number}")


def _row(line: bytes, source: str) -> Document | Unread:
    try:
        return from_row(_parse(line, source), source)
    except JejaringError as error:
        return Unread(source, error)


def _parse(line: bytes, source: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise EncodingError(source=source, encoding="UTF-8", byte=problem.start) from None
    except RecursionError:
        raise MalformedRowError(source=source, problem="nested too deeply") from None
    except ValueError as problem:  # JSONDecodeError, and numbers of more digits than Python reads
        raise MalformedRowError(source=source, problem=str(problem).partition(";")[0]) from None
    if not isinstance(row, dict):
        raise MalformedRowError(source=source, problem="not an object { }")
    return row


def count_jsonl(path: Path) -> int:
    """The number of lines, read in chunks; 1 where the file can't be read."""
    lines, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                lines, last = lines + chunk.count(b"\n"), chunk[-1:]
    except OSError:
        return 1
    return lines + (last != b"\n")
