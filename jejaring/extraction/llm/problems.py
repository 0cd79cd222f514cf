"""What can be wrong with one request; asking.py makes of it what users are told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Response:
    """What came back; `location` is where a redirect would lead, `wait` the seconds of its Retry-After."""

    status: int
    body: bytes
    location: str = ""
    wait: float | None = None


class UnreachableError(Exception):
    """No connection came about."""


class BrokenError(Exception):
    """The connection broke, or gave no whole answer in time."""


class OversizeError(Exception):
    """More bytes than any answer has."""


class UnusableError(Exception):
    """A response that holds no answer of the wanted shape."""
