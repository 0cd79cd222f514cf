"""What servers understand of a request: each refuses something else, and what was refused is asked no more."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from jejaring.extraction.llm.schema import answer_schema

MOST_TOKENS = 16_000  # of one answer: a long article's takes about 8,000; thinking models think in the rest
_FORMATS = ("json_schema", "json_object", "text")
# What is asked for besides: its name, its value, and how a server complains of it.
_OPTIONS = (
    ("temperature", 0, re.compile(r"temperature", re.IGNORECASE)),
    ("seed", 1, re.compile(r"\bseed\b", re.IGNORECASE)),
    ("max_completion_tokens", MOST_TOKENS, re.compile(r"max_(?:completion_)?tokens", re.IGNORECASE)),
)
_SHAPE = re.compile(r"response.?format|json.?schema|json.?object|structured|grammar|\bschema\b", re.IGNORECASE)


@dataclass(frozen=True)
class Dialect:
    """The parts of a request that a server may refuse."""

    format: str = _FORMATS[0]
    refused: frozenset[str] = frozenset()

    def body(self, model: str, messages: list[dict[str, str]]) -> dict[str, Any]:
        """The request; no tools are ever offered."""
        options = {name: value for name, value, _ in _OPTIONS if name not in self.refused}
        body: dict[str, Any] = {"model": model, "messages": messages, "stream": False, **options}
        if self.format == "json_schema":
            shape = {"name": "article", "strict": True, "schema": answer_schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": shape}
        elif self.format == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def without(self, complaint: str) -> Dialect | None:
        """A dialect without what the server complains of; None where nothing is left to give up."""
        for name, _, tell in _OPTIONS:
            if name not in self.refused and tell.search(complaint):
                return replace(self, refused=self.refused | {name})
        at = _FORMATS.index(self.format)
        if at + 1 < len(_FORMATS) and _SHAPE.search(complaint):
            return replace(self, format=_FORMATS[at + 1])
        return None
