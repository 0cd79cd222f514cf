"""The embedded store: one file, no server."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import kglite

from jejaring.errors import (
    CypherError,
    JejaringError,
    LockedStoreError,
    LostStoreError,
    NoFolderError,
    NoGraphError,
    NotAStoreError,
    ReadOnlyGraphError,
    SlowQueryError,
    StaleGraphError,
    StoreFailedError,
)
from jejaring.graph.schema import claim_graph
from jejaring.graph.store import Statement
from jejaring.graph.values import plain

_MAGIC = b"RGF"
_EMPTY_LOG = 5  # bytes: a log that holds no commit is its header alone


class EmbeddedStore:
    """A graph in the file `path`; one process may write it, others see its last `close`.

    `seconds` limits every reading statement. Raises NotAStoreError, LostStoreError, LockedStoreError, NoFolderError,
    NoGraphError (nothing there and `create` is False), ForeignGraphError, NewerGraphError, StoreFailedError.
    """

    def __init__(self, path: str, *, create: bool = True, read_only: bool = False, seconds: float = 120) -> None:
        self._path = Path(path)
        self._milliseconds = int(seconds * 1000)
        self._changed = False
        kglite.set_query_warning_policy("silent")  # a label that nothing bears yet is no news
        self._check_files(create=create and not read_only)
        self._read_only = read_only
        with self._translated():
            self._graph: Any = self._load() if read_only else kglite.open(path, durable="full")
        self._graph.read_only(True)
        self._claim(create=create and not read_only)

    @property
    def url(self) -> str:
        """The path it was opened by."""
        return str(self._path)

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement; raises CypherError, SlowQueryError."""
        with self._translated():
            rows = self._open.cypher(
                cypher, params=dict(params or {}), timeout_ms=self._milliseconds, hide_structural_keys=True
            )
            return [{key: plain(value) for key, value in row.items()} for row in rows]

    def write(self, statements: Sequence[Statement]) -> int:
        """Run all in one transaction, or none; returns how many nodes, edges and properties changed."""
        if self._read_only:
            raise ReadOnlyGraphError(url=self.url)
        try:
            with self._translated(), self._writable() as graph, graph.begin(timeout_ms=0) as transaction:
                changes = sum(self._run(transaction, statement) for statement in statements)
        except StoreFailedError:
            self._graph = None  # the engine's memory holds what its log does not: closing must not save it
            raise
        self._changed = self._changed or changes > 0
        return changes

    def reads_only(self, cypher: str) -> bool:
        """Whether `cypher` can't write and reads no outside file; raises CypherError where it isn't Cypher."""
        with self._translated():
            try:
                plan = self._open.begin_read().cypher(f"EXPLAIN {cypher}")
            except kglite.ReadOnlyError:
                return False
            except kglite.CypherExecutionError:  # only a parameter is missing: it was parsed, and is no write
                return True
            return all(step["operation"] != "LoadCsv" for step in plan)

    def close(self) -> None:
        """Save what was written and let go of the file; closing again does nothing."""
        graph, self._graph = self._graph, None
        if graph is not None and self._changed:
            with self._translated():
                graph.close()

    @property
    def _open(self) -> Any:
        if self._graph is None:
            raise StoreFailedError(url=self.url, problem="it is closed")
        return self._graph

    @contextmanager
    def _writable(self) -> Iterator[Any]:
        """The engine's graph, which takes writes here alone, so that `read` can't write."""
        graph = self._open
        graph.read_only(False)
        try:
            yield graph
        finally:
            graph.read_only(True)

    def _run(self, transaction: Any, statement: Statement) -> int:
        stats = transaction.cypher(statement.cypher, params=dict(statement.params)).stats
        changes: int = sum((stats or {}).values())
        if statement.changes not in (None, changes):
            raise StaleGraphError(url=self.url)
        return changes

    def _check_files(self, *, create: bool) -> None:
        """What can be said before the engine leaves its lock files beside the file."""
        path, log = self._path, Path(f"{self._path}-wal")
        if path.is_dir():
            raise NotAStoreError(path=path, problem="a folder")
        if path.exists():
            self._check_magic()
        elif log.exists() and log.stat().st_size > _EMPTY_LOG:
            raise LostStoreError(path=path, log=log)
        elif not create:
            raise NoGraphError(url=self.url)
        elif not path.parent.is_dir():
            raise NoFolderError(path=path, folder=path.parent)

    def _check_magic(self) -> None:
        try:
            with self._path.open("rb") as file:
                start = file.read(len(_MAGIC))
        except OSError as problem:
            raise StoreFailedError(url=self.url, problem=problem.strerror) from None
        if start != _MAGIC:
            raise NotAStoreError(path=self._path, problem="an empty file" if not start else "another kind of file")

    def _load(self) -> Any:
        """The last save; first with what a killed writer left in the log, unless one is writing now."""
        log = Path(f"{self._path}-wal")
        if log.exists() and log.stat().st_size > _EMPTY_LOG:
            with suppress(kglite.WriterLeaseHeldError, kglite.FileIoError):  # somebody is writing, or we may not
                kglite.open(str(self._path), durable="full").close()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that the log holds commits newer than the save is what was looked at
            return kglite.load(str(self._path))

    def _claim(self, *, create: bool) -> None:
        try:
            if claim_graph(self, create=create):
                with self._translated():
                    self._graph.save()  # from now on a missing file means a lost one
        except JejaringError:
            self._graph = None
            raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except kglite.WriterLeaseHeldError as problem:
            raise LockedStoreError(path=self.url, pid=(problem.holder or {}).get("pid")) from None
        except kglite.FileFormatError as problem:
            raise NotAStoreError(path=self.url, problem=_first_line(problem)) from None
        except kglite.CypherTimeoutError:
            raise SlowQueryError(seconds=self._milliseconds / 1000) from None
        except kglite.ReadOnlyError:
            raise ReadOnlyGraphError(url=self.url) from None
        except (kglite.FileError, kglite.FileIoError, OSError, RuntimeError) as problem:
            raise StoreFailedError(url=self.url, problem=_first_line(problem)) from None
        except (kglite.KgError, TypeError, ValueError, OverflowError) as problem:
            raise CypherError(problem=str(problem)) from None


def _first_line(problem: Exception) -> str:
    return str(problem).partition("\n")[0]
