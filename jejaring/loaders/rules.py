"""The named rules of rules.yaml, compiled."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import yaml

MAX_LINE = 600  # a longer line is story: only its ends are looked at
TAIL = 120  # how much of a line's end TAILS look at

Rules = tuple[tuple[str, re.Pattern[str]], ...]

_DATA: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("rules.yaml").read_text(encoding="utf-8"))
_PIECES = {f"<{name}>": piece.replace("\n", "") for name, piece in _DATA["pieces"].items()}


def _compile(section: str) -> Rules:
    return tuple((rule["name"], re.compile(expand(rule["pattern"]))) for rule in _DATA[section])


def expand(pattern: str) -> str:
    """The pattern without its line breaks, <SITE> and the other pieces filled in."""
    pattern = pattern.replace("\n", "")
    for name, piece in _PIECES.items():
        pattern = pattern.replace(name, piece)
    return pattern


SITE = _PIECES["<SITE>"]
NAMED_OUTLET = _PIECES["<OUTLET>"]
LINES = _compile("lines")
TAILS = _compile("tails")
INLINE = _compile("inline")
FOOT = _compile("foot")
CITIES: tuple[str, ...] = tuple(_DATA["cities"].split(", "))
