"""What the program says to people, in English and Indonesian, from messages.yaml."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# Terminal control characters, bidirectional overrides included: article text must not steer the screen.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


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


def clean(text: object) -> str:
    """`text` without characters that steer a terminal."""
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", str(text))
