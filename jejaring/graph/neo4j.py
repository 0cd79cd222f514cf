"""The Neo4j store: a server, by its driver; the one module that imports it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, GraphDatabase, Query, Transaction
from neo4j import exceptions as failures
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from jejaring.errors import (
    BusyGraphError,
    CypherError,
    GraphUrlError,
    JejaringError,
    NoRoomError,
    NoServerError,
    ReadOnlyGraphError,
    SlowQueryError,
    StaleGraphError,
    StoreFailedError,
    WrongPasswordError,
)
from jejaring.graph.schema import claim_graph
from jejaring.graph.store import Statement
from jejaring.graph.values import duration, plain

_TRIES = 6
_WAIT = 0.1  # seconds before the second attempt; doubles
_COUNTED = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set")
_NO_ROOM = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
T = TypeVar("T")


class Neo4jStore:
    """A graph on the Neo4j 5 server at `url`; the default database.

    `seconds` limits every reading statement. Raises NoServerError, WrongPasswordError, ForeignGraphError,
    NewerGraphError, NoGraphError (empty and `create` is False).
    """

    def __init__(
        self,
        url: str,
        user: str | None = None,
        password: str | None = None,
        *,
        create: bool = True,
        read_only: bool = False,
        seconds: float = 120,
    ) -> None:
        self._url, self._user, self._seconds, self._read_only = url, user or "neo4j", seconds, read_only
        auth = (self._user, password) if password is not None else None
        with self._translated():
            self._driver = GraphDatabase.driver(
                url, auth=auth, connection_timeout=10, notifications_min_severity="OFF", user_agent="jejaring"
            )
        try:
            with self._translated():
                self._driver.verify_connectivity()
            claim_graph(self, create=create and not read_only)
        except BaseException:
            self._driver.close()
            raise

    @property
    def url(self) -> str:
        """The URL it was opened by."""
        return self._url

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement; raises CypherError, SlowQueryError."""
        query = Query(cypher, timeout=self._seconds)

        def rows() -> list[dict[str, Any]]:
            with self._driver.session(default_access_mode=READ_ACCESS) as session:
                records = session.run(query, dict(params or {}))
                keys = records.keys()
                return [{key: _plain(value) for key, value in zip(keys, record, strict=True)} for record in records]

        return self._again(rows)

    def write(self, statements: Sequence[Statement]) -> int:
        """Run all in one transaction, or none; returns how many nodes, edges and properties changed.

        What passes by itself (a deadlock, a server just starting) is tried again, and so is a commit whose answer was
        lost: every statement is safe to run twice or guarded.
        """
        if self._read_only:
            raise ReadOnlyGraphError(url=self.url)

        def changes() -> int:
            with (
                self._driver.session(default_access_mode=WRITE_ACCESS) as session,
                session.begin_transaction() as transaction,
            ):
                total = sum(self._run(transaction, statement) for statement in statements)
                transaction.commit()
                return total

        return self._again(changes)

    def reads_only(self, cypher: str) -> bool:
        """Whether `cypher` can't write and reads no outside file; raises CypherError where it isn't Cypher."""

        def read_only() -> bool:
            with self._driver.session(default_access_mode=READ_ACCESS) as session:
                summary = session.run(f"EXPLAIN {cypher}").consume()
                return summary.query_type == "r" and not _has(summary.plan or {}, "LoadCSV")

        return self._again(read_only)

    def close(self) -> None:
        """Close the connections; closing again does nothing."""
        self._driver.close()

    def _run(self, transaction: Transaction, statement: Statement) -> int:
        counters = transaction.run(statement.cypher, dict(statement.params)).consume().counters
        changes: int = sum(getattr(counters, name) for name in _COUNTED)
        if statement.changes not in (None, changes):
            raise StaleGraphError(url=self.url)
        return changes

    def _again(self, work: Callable[[], T]) -> T:
        """What `work` gives, tried again while its failure may pass by itself."""
        with self._translated():
            for attempt in range(_TRIES - 1):
                try:
                    return work()
                except (failures.DriverError, failures.Neo4jError) as failure:
                    if not _may_pass(failure):
                        raise
                time.sleep(_WAIT * 2**attempt)
            return work()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except failures.Neo4jError as failure:
            raise self._answer(failure) from None
        except (failures.ServiceUnavailable, failures.SessionExpired, OSError):
            raise NoServerError(url=self.url) from None
        except (failures.ConfigurationError, ValueError) as failure:
            raise GraphUrlError(url=self.url) if not hasattr(self, "_driver") else self._failed(failure) from None
        except failures.DriverError as failure:
            raise self._failed(failure) from None

    def _failed(self, failure: Exception) -> JejaringError:
        return StoreFailedError(url=self.url, problem=str(failure).partition("\n")[0])

    def _answer(self, failure: failures.Neo4jError) -> JejaringError:
        """What the server said, as an error of ours; the first code that fits counts."""
        code, problem = failure.code or "", failure.message or ""
        known: dict[str, JejaringError] = {
            "Neo.ClientError.Security": WrongPasswordError(url=self.url, user=self._user),
            "Neo.ClientError.Transaction.TransactionTimedOut": SlowQueryError(seconds=self._seconds),
            "Neo.ClientError.Statement.AccessMode": ReadOnlyGraphError(url=self.url),
            "Neo.ClientError.Statement": CypherError(problem=problem),
            "Neo.ClientError.Procedure": CypherError(problem=problem),
            "Neo.ClientError.Schema": CypherError(problem=problem),
            _NO_ROOM: NoRoomError(url=self.url, problem=problem),
            "Neo.TransientError": BusyGraphError(url=self.url, problem=problem),
        }
        return next((error for start, error in known.items() if code.startswith(start)), self._failed(failure))


def _may_pass(failure: failures.DriverError | failures.Neo4jError) -> bool:
    """Whether the same work may go through later; a commit whose answer was lost may have, and is guarded."""
    if isinstance(failure, failures.Neo4jError) and (failure.code or "").startswith(_NO_ROOM):
        return False  # the same work needs the same memory
    return failure.is_retryable() or isinstance(failure, failures.IncompleteCommit)


def _has(plan: Mapping[str, Any], operator: str) -> bool:
    here = str(plan.get("operatorType", "")).startswith(operator)
    return here or any(_has(child, operator) for child in plan.get("children", ()))


def _plain(value: Any) -> Any:
    """The driver's own types as what `plain` takes."""
    return plain(_unwrapped(value))


def _unwrapped(value: Any) -> Any:
    match value:
        case Node() | Relationship() | Path():
            return _unwrapped_entity(value)
        case dict():
            return {key: _unwrapped(item) for key, item in value.items()}
        case Point():
            return dict(zip(("longitude", "latitude", "height"), value, strict=False))
        case Duration():
            return duration(value.months, value.days, value.seconds, value.nanoseconds)
        case list() | tuple():
            return [_unwrapped(item) for item in value]
        case Date() | DateTime() | Time():
            return value.to_native()
    return value


def _unwrapped_entity(value: Node | Relationship | Path) -> dict[str, Any]:
    if isinstance(value, Path):
        return {"nodes": _unwrapped(value.nodes), "relationships": _unwrapped(value.relationships)}
    properties = _unwrapped(dict(value))
    if isinstance(value, Node):
        return {"id": value.element_id, "labels": list(value.labels), "properties": properties}
    start, end = (node.element_id if node else None for node in value.nodes)
    return {"id": value.element_id, "start": start, "end": end, "type": value.type, "properties": properties}
