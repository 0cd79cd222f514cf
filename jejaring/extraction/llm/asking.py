"""Asking until there is an answer, patiently but not for ever: what is retried, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from jejaring.extraction.llm.cache import Reply
from jejaring.extraction.llm.errors import LlmAnswerError, LlmBusyError, LlmUnreachableError, LlmUrlError
from jejaring.extraction.llm.problems import (
    BrokenError,
    OversizeError,
    Response,
    UnreachableError,
    UnusableError,
)
from jejaring.extraction.llm.reply import complaint, fatal, is_passing, reply_of

if TYPE_CHECKING:
    from jejaring.extraction.llm.client import Client

MOST_FAILED = 5  # articles in a row; then it is not the articles
# What a failure costs of the tries: a server that is busy gets them all, one that hangs three, a bad answer two.
_BUSY, _BROKEN, _UNUSABLE = 1, 2, 3


class FailedTryError(Exception):
    """One try that failed: what it costs, what is wrong, and how long the server asks to wait."""

    def __init__(self, cost: int, problem: str, response: Response | None = None) -> None:
        super().__init__(problem)
        self.cost, self.problem, self.response = cost, problem, response

    @property
    def wait(self) -> float | None:
        """The seconds the server asks for."""
        return self.response.wait if self.response else None


class Asker:
    """Asks one endpoint article after article; it remembers whether it ever answered, and how many failed in a row."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.answered = False
        self.failed = 0

    def ask(self, source: str, messages: list[dict[str, str]], check: Callable[[Reply], object]) -> Reply:
        """The reply to `messages` that passes `check` (which raises UnusableError).

        Raises LlmAnswerError where this article alone gets none, another LlmError where none would.
        """
        try:
            reply = self._patiently(source, messages, check)
        except LlmAnswerError as error:
            self.failed += 1
            if self.failed >= MOST_FAILED:
                self._give_up(self.failed, str(error.where["problem"]))
            raise
        self.answered, self.failed = True, 0
        return reply

    def _patiently(self, source: str, messages: list[dict[str, str]], check: Callable[[Reply], object]) -> Reply:
        spent = attempt = 0
        while True:
            try:
                return self._try(source, messages, check)
            except FailedTryError as failure:
                spent, attempt = spent + failure.cost, attempt + 1
                if spent >= self.client.limits.tries or not self.client.pause(attempt - 1, failure.wait):
                    self._fail(source, attempt, failure)

    def _try(self, source: str, messages: list[dict[str, str]], check: Callable[[Reply], object]) -> Reply:
        response = self._understood(source, messages)
        if is_passing(response):
            raise FailedTryError(_BUSY, f"HTTP {response.status}: {complaint(response)}", response)
        if response.status != 200:
            raise LlmAnswerError(source=source, problem=self._told(f"HTTP {response.status}: {complaint(response)}"))
        try:
            reply = reply_of(response)
        except UnusableError as problem:
            if not self.answered and str(problem) == "no chat completion":
                raise LlmUrlError(url=self.client.endpoint.url, problem=problem) from None
            raise FailedTryError(_UNUSABLE, str(problem)) from None
        self.answered = True
        try:
            check(reply)
        except UnusableError as problem:
            raise FailedTryError(_UNUSABLE, str(problem)) from None
        return reply

    def _understood(self, source: str, messages: list[dict[str, str]]) -> Response:
        """The response to a request in a dialect the server does not refuse; errors that stop everything are raised."""
        while True:
            response = self._post(source, messages)
            simpler = self.client.dialect.without(complaint(response)) if response.status in (400, 422) else None
            if simpler is None:
                break
            self.client.dialect = simpler
        if error := fatal(self.client.endpoint, response):
            raise error
        return response

    def _post(self, source: str, messages: list[dict[str, str]]) -> Response:
        try:
            return self.client.post(messages)
        except UnreachableError as problem:
            if not self.answered:  # a wrong URL is told at once
                raise self._unreachable(str(problem)) from None
            raise FailedTryError(_BUSY, str(problem)) from None
        except BrokenError as problem:
            raise FailedTryError(_BROKEN, str(problem)) from None
        except OversizeError:
            most = self.client.limits.most_bytes
            raise LlmAnswerError(source=source, problem=f"> {most} B") from None

    def _fail(self, source: str, tries: int, failure: FailedTryError) -> NoReturn:
        response = failure.response
        limited = response is not None and response.status == 429
        asked_too_long = failure.wait is not None and failure.wait > self.client.limits.longest_wait
        if limited or asked_too_long:
            wait = f", Retry-After {failure.wait:g} s" if failure.wait is not None else ""
            self._give_up(tries, f"{failure.problem}{wait}")
        if response is None and failure.cost == _BUSY:
            raise self._unreachable(failure.problem)
        raise LlmAnswerError(source=source, problem=self._told(failure.problem))

    def _give_up(self, tries: int, problem: str) -> NoReturn:
        raise LlmBusyError(url=self.client.endpoint.url, tries=tries, problem=self._told(problem))

    def _unreachable(self, problem: str) -> LlmUnreachableError:
        return LlmUnreachableError(url=self.client.endpoint.url, problem=self._told(problem))

    def _told(self, words: str) -> str:
        return self.client.endpoint.told(words)
