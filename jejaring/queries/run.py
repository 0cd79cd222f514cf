"""Run a library query, or a reading statement of the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jejaring import ontology
from jejaring.errors import MissingParameterError, ParameterValueError, UnknownParameterError, WriteRefusedError
from jejaring.graph.store import Store
from jejaring.models import Modality
from jejaring.models.record import Record
from jejaring.queries.articles import article
from jejaring.queries.find import resolve
from jejaring.queries.header import Parameter, Query
from jejaring.queries.library import query

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Rows(Record):
    """A table: the names of its columns, and its rows in order, each as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def run(store: Store, name: str, params: Mapping[str, Any] | None = None) -> Rows:
    """What the library query `name` gives for `params` (texts as typed will do; entities by name or id).

    Raises UnknownQueryError, UnknownParameterError, MissingParameterError, ParameterValueError, and what `resolve`
    raises.
    """
    asked = query(name)
    rows = store.read(asked.cypher, _values(store, asked, params or {}))
    return Rows(columns=asked.returns, rows=tuple(tuple(row[c] for c in asked.returns) for row in rows))


def run_cypher(store: Store, text: str, params: Mapping[str, Any] | None = None) -> Rows:
    """What a reading statement gives; one that could write raises WriteRefusedError before it runs."""
    if not store.reads_only(text):
        raise WriteRefusedError()
    rows = store.read(text, params or {})
    columns = tuple(rows[0]) if rows else ()
    return Rows(columns=columns, rows=tuple(tuple(row[c] for c in columns) for row in rows))


def _values(store: Store, asked: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    known = {p.name for p in asked.params}
    if unknown := sorted(set(given) - known):
        raise UnknownParameterError(query=asked.name, name=unknown[0], known=", ".join(sorted(known)))
    return {p.name: _value(store, asked, p, given.get(p.name)) for p in asked.params}


def _value(store: Store, asked: Query, param: Parameter, given: Any) -> Any:
    if given is None or given == "":
        if param.required:
            raise MissingParameterError(query=asked.name, name=param.name, meaning=param.en, arti=param.id)
        return param.default
    if param.type in _NAMED:
        return _NAMED[param.type](store, str(given))
    value = _READERS[param.type](given)
    if value is None:
        raise ParameterValueError(query=asked.name, name=param.name, value=given, wanted=_WANTED[param.type])
    return value


def _integer(given: Any) -> int | None:
    text = str(given).strip()
    return int(text) if re.fullmatch(r"[1-9]\d{0,8}", text) else None


def _date(given: Any) -> str | None:
    return str(given).strip() if _DATE.fullmatch(str(given).strip()) else None


def _one_of(names: Mapping[str, Any] | type[Modality]) -> Callable[[Any], str | None]:
    known = {str(name).casefold(): str(name) for name in names}
    return lambda given: known.get(str(given).strip().casefold())


_NAMED: Mapping[str, Callable[[Store, str], str]] = {
    "entity": lambda store, text: resolve(store, text).id,
    "article": article,
}
_READERS: Mapping[str, Callable[[Any], Any]] = {
    "text": str,
    "integer": _integer,
    "date": _date,
    "edge": _one_of(ontology.EDGES),
    "modality": _one_of(Modality),
    "label": _one_of(ontology.NODES),
}
_WANTED: Mapping[str, str] = {
    "integer": "1, 2, 3, ...",
    "date": "2025, 2025-02, 2025-02-12",
    "edge": ", ".join(ontology.EDGES),
    "modality": ", ".join(Modality),
    "label": ", ".join(ontology.NODES),
}
