"""From what a user names (files, folders, globs) to the files that hold articles, in a stable order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jejaring.errors import (
    FileTooBigError,
    JejaringError,
    MissingFileError,
    NoArticlesError,
    UnknownFormatError,
    UnreadableFileError,
)

MAX_BYTES = 50_000_000
_GRAPH = re.compile(
    r"\.kgl(-wal|\.lock|\.lock-owner)?$"
)  # our own embedded graph, beside the articles it was made from


@dataclass(frozen=True)
class Unread:
    """A document, or a file, that could not be read, and why; `skipped` where nobody asked for it by name."""

    source: str
    error: JejaringError
    skipped: bool = False


def articles(sources: Sequence[str], suffixes: Collection[str]) -> Iterator[Path | Unread]:
    """Each file once, in the order of `sources`, folders sorted; Unread for what is missing or of an unknown format."""
    seen: set[str] = set()
    for source in sources:
        for found in _expand(source, suffixes):
            key = os.path.realpath(found) if isinstance(found, Path) else f"unread {found.source}"
            if key not in seen:
                seen.add(key)
                yield found


def read_bytes(path: Path) -> bytes:
    """The file's bytes; FileTooBigError above MAX_BYTES, UnreadableFileError where the system says no."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    except OSError as problem:
        raise _unreadable(path, problem) from None
    if max(size, len(data)) > MAX_BYTES:
        raise FileTooBigError(source=path, size=max(size, len(data)) // 1_000_000, limit=MAX_BYTES // 1_000_000)
    return data


def _unreadable(path: str | Path, problem: OSError) -> UnreadableFileError:
    return UnreadableFileError(source=path, problem=problem.strerror or str(problem))


def _expand(source: str, suffixes: Collection[str]) -> Iterator[Path | Unread]:
    if not source:  # an unset variable of the shell, which to Path is the folder one is in
        yield Unread("''", MissingFileError(source="''"))
        return
    try:
        yield from _named(Path(source), suffixes)
    except FileNotFoundError:
        yield from _globbed(source, suffixes)
    except OSError as problem:
        yield Unread(source, _unreadable(source, problem))
    except ValueError:  # a NUL in the name
        yield Unread(source, MissingFileError(source=source))


def _named(path: Path, suffixes: Collection[str]) -> Iterator[Path | Unread]:
    path.stat()
    if path.is_dir():
        yield from _folder(path, suffixes)
    elif not path.is_file():
        yield Unread(str(path), UnreadableFileError(source=path, problem="not a regular file"))
    else:
        yield from _file(path, suffixes, skipped=False)


def _globbed(source: str, suffixes: Collection[str]) -> Iterator[Path | Unread]:
    matches = sorted(glob.glob(source, recursive=True)) if glob.has_magic(source) else []
    if not matches:
        yield Unread(source, MissingFileError(source=source))
    for match in matches:
        yield from _named(Path(match), suffixes)


def _file(path: Path, suffixes: Collection[str], skipped: bool) -> Iterator[Path | Unread]:
    if path.suffix.lower() in suffixes:
        yield path
    else:
        known = " ".join(sorted(suffixes))
        yield Unread(str(path), UnknownFormatError(source=path, known=known), skipped=skipped)


def _folder(folder: Path, suffixes: Collection[str]) -> Iterator[Path | Unread]:
    """All files below, but graphs, hidden ones and those in hidden folders; links to folders are not followed."""
    problems: list[OSError] = []
    files: list[Path] = []
    for parent, below, names in os.walk(folder, onerror=problems.append):
        below[:] = [name for name in below if not name.startswith(".")]
        files += [Path(parent, name) for name in names if not (name.startswith(".") or _GRAPH.search(name))]
    found = [item for path in sorted(files) if path.is_file() for item in _file(path, suffixes, skipped=True)]
    found += [
        Unread(str(p.filename), _unreadable(str(p.filename), p))
        for p in sorted(problems, key=lambda p: str(p.filename))
    ]
    yield from found
    if not any(isinstance(item, Path) for item in found) and not problems:
        yield Unread(str(folder), NoArticlesError(source=folder, known=" ".join(sorted(suffixes))))
