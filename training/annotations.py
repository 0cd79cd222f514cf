#!/usr/bin/env python3
"""Annotations of articles without their texts: labels and spans by article id and offsets.

    annotations.py pack GOLD.jsonl [GOLD.jsonl ...] > training/annotations.jsonl
    annotations.py unpack training/annotations.jsonl POOL.jsonl > GOLD.jsonl
    annotations.py unpack training/alumni.jsonl SHARED_FOLDER > GOLD.jsonl

`pack` turns gold lines (with texts) into lines that hold only ids, labels and offsets: what stands in the text is
written as [start, end], what does not (an implied government's name, numbers, dates) as it is. `unpack` gives the gold
lines back, from the articles of the pool or, where rows cite other sets ("of", see citing.py), from the shared folder.
Standard library only.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from citing import Texts

Row = dict[str, Any]
_KEPT = ("kind", "date", "size", "count", "amount", "currency", "former")  # attributes that are no words of the text


def rows(path: str) -> list[Row]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]


def span(text: str, part: str) -> list[int] | str:
    """Where `part` stands first in `text`, else `part` itself."""
    at = text.find(part)
    return [at, at + len(part)] if at >= 0 and part else part


def words(text: str, place: list[int] | str) -> str:
    """What `span` stood for."""
    return place if isinstance(place, str) else text[place[0] : place[1]]


def _attrs(attrs: Row, change: Any) -> Row:
    return {k: v if k in _KEPT or not isinstance(v, str | list) else change(v) for k, v in attrs.items()}


def pack(article: Row) -> Row:
    """A gold article without its text; evidence that is not in the text raises ValueError."""
    text = article["text"]
    if lost := [c["evidence"] for c in article["claims"] if c["evidence"] not in text]:
        raise ValueError(f"{article['id']}: not in the text: {lost[0]}")
    entities = [
        {
            **{key: e[key] for key in ("id", "type")},
            "name": span(text, e["name"]),
            "aliases": [span(text, alias) for alias in e["aliases"]],
            "attrs": _attrs(e["attrs"], lambda v: span(text, v)),
        }
        for e in article["entities"]
    ]
    claims = [
        {**c, "evidence": span(text, c["evidence"]), "attrs": _attrs(c["attrs"], lambda v: span(text, v))}
        for c in article["claims"]
    ]
    cited = {key: article[key] for key in ("of", "language") if "of" in article}
    return {"id": article["id"], **cited, "length": len(text), "entities": entities, "claims": claims}


def unpack(packed: Row, article: Row) -> Row:
    """The gold article again; ValueError where the pool's text is another one."""
    text = article["text"]
    if len(text) != packed["length"]:
        raise ValueError(f"{packed['id']}: the text has {len(text)} characters, not {packed['length']}")
    entities = [
        {
            **e,
            "name": words(text, e["name"]),
            "aliases": [words(text, alias) for alias in e["aliases"]],
            "attrs": _attrs(e["attrs"], lambda v: words(text, v)),
        }
        for e in packed["entities"]
    ]
    claims = [
        {**c, "evidence": words(text, c["evidence"]), "attrs": _attrs(c["attrs"], lambda v: words(text, v))}
        for c in packed["claims"]
    ]
    known = {key: article.get(key) for key in ("id", "title", "published", "language", "text")}
    return {**known, "entities": entities, "claims": claims}


def unpacked(file: Path, shared: Path) -> list[Row]:
    """The gold articles again that a file of packed rows is about, whatever sets of the shared folder it cites."""
    texts = Texts(shared)
    return [unpack(packed, texts.article(packed)) for packed in rows(str(file))]


def main() -> None:
    """Pack or unpack, to standard output."""
    if len(sys.argv) >= 3 and sys.argv[1] == "pack":
        made = [pack(article) for path in sys.argv[2:] for article in rows(path)]
    elif len(sys.argv) == 4 and sys.argv[1] == "unpack" and Path(sys.argv[3]).is_dir():
        made = unpacked(Path(sys.argv[2]), Path(sys.argv[3]))
    elif len(sys.argv) == 4 and sys.argv[1] == "unpack":
        pool = {article["id"]: article for article in rows(sys.argv[3])}
        made = [unpack(packed, pool[packed["id"]]) for packed in rows(sys.argv[2])]
    else:
        sys.exit((__doc__ or "").strip())
    for row in sorted(made, key=lambda row: row["id"]):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
