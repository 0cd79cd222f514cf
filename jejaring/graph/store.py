"""The store protocol: everything else about graphs is Cypher that both stores run alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Statement:
    """One writing statement and its parameters; safe to run twice, or guarded by `changes`.

    `changes` is how many changes it must make: with any other number the whole transaction is undone and
    StaleGraphError raised.
    """

    cypher: str
    params: Mapping[str, Any] = field(default_factory=dict)
    changes: int | None = None


class Store(Protocol):
    """A graph that runs portable Cypher; rows are plain Python values (strings, numbers, lists, dicts, None)."""

    @property
    def url(self) -> str:
        """The path or URL it was opened by, without a password."""

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a reading statement, in the order the statement gives; raises a JejaringError where it fails."""

    def write(self, statements: Sequence[Statement]) -> int:
        """Run all in one transaction, or none; returns how many nodes, edges and properties changed (0: nothing)."""

    def reads_only(self, cypher: str) -> bool:
        """Whether `cypher` can't write, decided without running it; raises where it isn't Cypher."""

    def close(self) -> None:
        """Make everything durable and let go of the store."""
