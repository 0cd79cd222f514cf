#!/usr/bin/env python3
"""Texts that annotations cite: articles of the pool and lines of other sets, by their place in the shared folder.

A row of annotations has "of": {"file": path in the shared folder} and, for the pool, perhaps "chars": [from, to]; for
other sets "lines": [[first, last], ...], counted from 1, each such stretch a paragraph. Without "of" it is the pool's
article of the row's id. Lines are read by kind: the "# text = " lines of .conllu, the first column of tokens with a
label behind it, plain lines of other files. Standard library only.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

Row = dict[str, Any]
POOL = "articles/pool.jsonl"
_TEXT = "# text = "
_COLUMNS = re.compile(r"\S+[\t ][A-Z0-9_+-]+(?:[\t ]\S+)*|\s*")


class Texts:
    """The texts of the shared folder; each file is read once."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        self._pool: dict[str, Row] = {}
        self._lines: dict[str, list[str]] = {}

    def article(self, row: Row) -> Row:
        """The article that a row is about, in the pool's form; KeyError where the pool lacks it."""
        of = row.get("of") or {"file": POOL}
        if of["file"] != POOL:
            text = "\n".join(joined(self._read(of["file"])[a - 1 : b], of["file"]) for a, b in of["lines"])
            return {"id": row["id"], "title": None, "published": None, "language": row["language"], "text": text}
        article = self._article(row["id"])
        start, end = of.get("chars") or (0, len(article["text"]))
        return {**article, "text": article["text"][start:end]}

    def _article(self, name: str) -> Row:
        if not self._pool:
            found = [json.loads(line) for line in self._read(POOL) if line.strip()]
            self._pool = {article["id"]: article for article in found}
        return self._pool[name]

    def _read(self, file: str) -> list[str]:
        if file not in self._lines:
            self._lines[file] = (self.shared / file).read_text(encoding="utf-8").split("\n")
        return self._lines[file]


def joined(lines: list[str], file: str) -> str:
    """Lines of a file as running text."""
    if file.endswith(".conllu"):
        return " ".join(line[len(_TEXT) :].strip() for line in lines if line.startswith(_TEXT))
    if all(_COLUMNS.fullmatch(line) for line in lines):
        return glued([line.split()[0] for line in lines if line.strip()])
    return "\n".join(lines)


def glued(tokens: list[str]) -> str:
    """Tokens as they stand in print: signs at their words, quotation marks in pairs."""
    out, opened = "", False
    after = True  # whether the next word follows without a space
    for word in tokens:
        closing = word in ".,;:)!?%'’]" or (word == '"' and opened) or word.startswith("'")
        out += word if closing or after else f" {word}"
        opened = opened != (word == '"')
        after = word in "([" or (word == '"' and opened)
    return out
