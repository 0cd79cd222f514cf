"""Answers kept on disk, a file each, so that none is paid for twice and a stopped load goes on."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from jejaring.extraction.llm.errors import LlmCacheError

MOST_BYTES = 4_000_000  # a larger file is none of ours


@dataclass(frozen=True)
class Reply:
    """What a model answered, and the tokens it counted (0 where it told none)."""

    content: str
    tokens_in: int = 0
    tokens_out: int = 0


class AnswerCache:
    """The answers in one folder, by key (hex); a file appears only when it is whole."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def prepare(self) -> None:
        """Make the folder and see that it can be written, before anything is paid; raises LlmCacheError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=self.folder):
                pass
        except OSError as problem:
            raise self._failed(problem) from None

    def get(self, key: str) -> Reply | None:
        """The answer kept under `key`; None where there is none, or what is there is damaged."""
        try:
            with self._path(key).open("rb") as file:
                data = json.loads(file.read(MOST_BYTES + 1))
            if data.pop("key") != key or not isinstance(data["content"], str):
                return None
            return Reply(data["content"], int(data["tokens_in"]), int(data["tokens_out"]))
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep `reply` under `key`; raises LlmCacheError where the disk does not let us."""
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".answer.")
        except OSError as problem:
            raise self._failed(problem) from None
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"key": key, **asdict(reply)}, file)
            os.replace(name, path)
        except OSError as problem:
            raise self._failed(problem) from None
        finally:
            Path(name).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"

    def _failed(self, problem: OSError) -> LlmCacheError:
        return LlmCacheError(path=self.folder, problem=problem.strerror or str(problem))
