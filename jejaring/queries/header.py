"""The header of a `.cypher` file: `//` lines that say what the query answers, what it takes and what it gives.

    // name: visitors
    // title: Visitors of a place
    // title_id: ...
    // question: Who visited this place?
    // question_id: ...
    // param: place entity | the place | tempatnya
    // param: limit integer = 50 | at most so many rows | paling banyak sekian baris
    // returns: visitor, modality, sentence
    // mode: read
    // since: 0.1.0

The file runs as it stands on both stores: the header is a comment to them. One thing to know beside what is portable:
`WITH r.id AS edge MATCH (c:Claim {edge: edge})`, since kglite 0.21 finds nothing for `MATCH (c:Claim {edge: r.id})`.
"""

from __future__ import annotations

import re
from typing import Literal

from jejaring.models import Record

TYPES = ("entity", "article", "text", "integer", "date", "edge", "modality", "label")
_LINE = re.compile(r"// (\w+): (.+)")
_PARAM = re.compile(r"(?P<name>\w+) (?P<type>\w+)(?: = (?P<default>\S+))? \| (?P<en>[^|]+) \| (?P<id>[^|]+)")
_FIELDS = ("name", "title", "title_id", "question", "question_id", "returns", "mode", "since")


class Parameter(Record):
    """One parameter: its type (of TYPES), its default where it may be left out, and what it means in two languages."""

    name: str
    type: Literal["entity", "article", "text", "integer", "date", "edge", "modality", "label"]
    required: bool
    default: str | int | None = None
    en: str
    id: str


class Query(Record):
    """One library query: what its header says, and `cypher`, the whole file as it stands."""

    name: str
    title: str
    title_id: str
    question: str
    question_id: str
    params: tuple[Parameter, ...] = ()
    returns: tuple[str, ...]
    mode: Literal["read"]
    since: str
    cypher: str


def _parameter(text: str) -> Parameter:
    match = _PARAM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a parameter: {text}")
    default = match["default"]
    value = None if default in (None, "null") else int(default) if match["type"] == "integer" else default
    return Parameter(
        name=match["name"],
        type=match["type"],
        required=default is None,
        default=value,
        en=match["en"].strip(),
        id=match["id"].strip(),
    )


def parse(text: str) -> Query:
    """The query in `text`; ValueError names a header line that is missing or not understood."""
    fields: dict[str, str] = {}
    params: list[Parameter] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.strip())
        if match is None:
            break
        if match[1] == "param":
            params.append(_parameter(match[2]))
        else:
            fields[match[1]] = match[2]
    if wrong := sorted({*_FIELDS} ^ {*fields}):
        raise ValueError(f"header lines missing or unknown: {', '.join(wrong)}")
    returns = tuple(column.strip() for column in fields.pop("returns").split(","))
    return Query.model_validate({**fields, "returns": returns, "params": tuple(params), "cypher": text})
