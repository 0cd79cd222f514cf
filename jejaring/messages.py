"""What the program says to people, in English and Indonesian, from messages.yaml."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = yaml.safe_load((files("jejaring") / "messages.yaml").read_text(encoding="utf-8"))
    return data


def say(key: str, lang: str, **values: Any) -> str:
    """The message `key` in `lang` ("id" or "en") with its places filled; KeyError where there is none."""
    return _catalogue()[key][lang].format(**values)


def keys() -> list[str]:
    """All keys, in the catalogue's order."""
    return list(_catalogue())
