"""A server's response as a reply, or as the error that tells a user what is wrong."""

from __future__ import annotations

import json
import re
from typing import Any

from jejaring.extraction.llm.cache import Reply
from jejaring.extraction.llm.endpoint import Endpoint
from jejaring.extraction.llm.errors import (
    LlmError,
    LlmKeyError,
    LlmModelError,
    LlmQuotaError,
    LlmRedirectError,
    LlmUrlError,
)
from jejaring.extraction.llm.problems import Response, UnusableError

RETRIED = frozenset({408, 409, 425, 429})
_NO_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"model_not_found|model_not_exist|\bmodel\b.{0,80}\b(?:not found|not exist|unknown|invalid|not available)"
    r"|(?:unknown|invalid|no such)\s+model|does not exist.{0,40}\bmodel\b",
    re.IGNORECASE | re.DOTALL,
)
_MOST_TOKENS = 100_000_000  # more than this no server counted


def is_passing(response: Response) -> bool:
    """Whether the same request may succeed a little later."""
    return response.status in RETRIED or response.status >= 500


def complaint(response: Response) -> str:
    """What the server says is wrong, in its own words."""
    try:
        data: Any = json.loads(response.body)
        error = data.get("error", data) if isinstance(data, dict) else data
        told = (
            [error.get(k) for k in ("message", "detail", "code", "type", "param")]
            if isinstance(error, dict)
            else [error]
        )
    except (ValueError, RecursionError):
        told = [response.body[:300].decode("utf-8", "replace")]
    return " ".join(str(word)[:500] for word in told if word)


def fatal(endpoint: Endpoint, response: Response) -> LlmError | None:
    """The error that stops everything, where the response tells of one."""
    status, url, words = response.status, endpoint.url, complaint(response)
    problem = endpoint.told(f"HTTP {status}: {words}")
    if 300 <= status < 400:
        return LlmRedirectError(url=url, target=endpoint.told(response.location or "?"))
    if status in (401, 403):
        return LlmKeyError(url=url, status=status)
    if status == 402 or (status == 429 and _NO_QUOTA.search(words)):
        return LlmQuotaError(url=url, problem=problem)
    if status in (400, 404, 422) and _NO_MODEL.search(words):
        return LlmModelError(url=url, model=endpoint.model, problem=problem)
    if status in (404, 405, 501):
        return LlmUrlError(url=url, problem=problem)
    return None


def reply_of(response: Response) -> Reply:
    """The answer in a response; raises UnusableError, with what is wrong."""
    try:
        data: Any = json.loads(response.body)
        choice = data["choices"][0]
        content, usage = choice["message"]["content"], data.get("usage")
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise UnusableError("no chat completion") from None
    if choice.get("finish_reason") == "length":
        raise UnusableError("cut off at its longest")
    if not isinstance(content, str) or not content.strip():
        raise UnusableError("empty")
    usage = usage if isinstance(usage, dict) else {}
    return Reply(content, _tokens(usage.get("prompt_tokens")), _tokens(usage.get("completion_tokens")))


def _tokens(value: object) -> int:
    return value if type(value) is int and 0 <= value <= _MOST_TOKENS else 0
