"""One request to a chat completion API: bounded in time, size and tries, to the URL that was given and to no other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from json import dumps
from typing import TypeVar

import httpx2

from jejaring import __version__
from jejaring.extraction.llm.dialect import Dialect
from jejaring.extraction.llm.endpoint import Endpoint
from jejaring.extraction.llm.problems import BrokenError, OversizeError, Response, UnreachableError

T = TypeVar("T")


@dataclass(frozen=True)
class Limits:
    """How long, how much and how often: seconds a request, bytes an answer, tries, and the waits between them."""

    seconds: float = 180.0
    connect: float = 20.0
    most_bytes: int = 2_000_000
    tries: int = 5
    first_wait: float = 2.0
    longest_wait: float = 120.0


class Client:
    """Posts to one endpoint; `dialect` is what the server was found to understand."""

    def __init__(self, endpoint: Endpoint, limits: Limits) -> None:
        self.endpoint = endpoint
        self.limits = limits
        self.dialect = Dialect()

    def post(self, messages: list[dict[str, str]]) -> Response:
        """Post `messages`; raises UnreachableError, BrokenError, OversizeError."""
        body = dumps(self.dialect.body(self.endpoint.model, messages)).encode()
        return _run(lambda: self._post(body))

    async def _post(self, body: bytes) -> Response:
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._exchange(body)
        except TimeoutError:
            raise BrokenError(f"more than {self.limits.seconds:g} s") from None
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as problem:
            raise UnreachableError(_words(problem)) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as problem:
            raise BrokenError(_words(problem)) from None

    async def _exchange(self, body: bytes) -> Response:
        timeout = httpx2.Timeout(self.limits.seconds, connect=self.limits.connect)
        # No proxy, netrc or certificate comes from the environment: only the URL given decides who reads the articles.
        async with (
            httpx2.AsyncClient(follow_redirects=False, trust_env=False, timeout=timeout) as client,
            client.stream("POST", self.endpoint.url, content=body, headers=self._headers()) as answer,
        ):
            data = bytearray()
            async for chunk in answer.aiter_raw():
                data += chunk
                if len(data) > self.limits.most_bytes:
                    raise OversizeError
            location = answer.headers.get("location", "")
            return Response(answer.status_code, bytes(data), location, _wait(answer.headers.get("retry-after")))

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # what is counted is what there is: nothing unpacks to more
            "User-Agent": f"jejaring/{__version__}",
        }
        return headers | ({"Authorization": f"Bearer {self.endpoint.key}"} if self.endpoint.key else {})

    def pause(self, attempt: int, asked: float | None) -> bool:
        """Wait before the next try: as long as the server asks, else twice as long each time; False: too long to."""
        seconds = asked if asked is not None else self.limits.first_wait * 2**attempt
        if seconds > self.limits.longest_wait:
            return False
        time.sleep(seconds)
        return True


def _words(problem: Exception) -> str:
    return str(problem) or type(problem).__name__


def _wait(header: str | None) -> float | None:
    """The seconds of a Retry-After, which is a number or a date; None where it is neither."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _run(work: Callable[[], Coroutine[None, None, T]]) -> T:
    """Run a coroutine to its end, also where a loop is running already, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work())
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()
