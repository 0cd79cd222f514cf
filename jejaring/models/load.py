"""What became of each document of a load."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum

from jejaring.models.record import Record


class Status(StrEnum):
    """What became of a document."""

    OK = "ok"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    SKIPPED = "skipped"
    FAILED = "failed"


class Outcome(Record):
    """One document of a load; `article` is its id in the graph, `reason` and `hint` are for skipped and failed ones."""

    source: str
    status: Status
    article: str | None = None
    title: str = ""
    entities: int = 0
    claims: int = 0
    reason: str = ""
    hint: str = ""


class LoadReport(Record):
    """Every document of a load, in the order read, and how many changes were written to the graph (0: none)."""

    outcomes: tuple[Outcome, ...]
    writes: int

    def count(self, status: Status) -> int:
        """How many documents ended as `status`."""
        return Counter(outcome.status for outcome in self.outcomes)[status]

    @property
    def exit_code(self) -> int:
        """0 where no document failed, 3 where some did, 1 where none was read."""
        failed = self.count(Status.FAILED)
        if not failed:
            return 0
        return 1 if failed + self.count(Status.SKIPPED) == len(self.outcomes) else 3
