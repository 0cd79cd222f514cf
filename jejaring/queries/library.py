"""The query library: every `.cypher` file of this package, by name."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from jejaring.errors import UnknownQueryError
from jejaring.queries.header import Query, parse


@cache
def queries() -> tuple[Query, ...]:
    """All library queries, by name."""
    paths = (path for path in files(__package__).iterdir() if path.name.endswith(".cypher"))
    return tuple(sorted((parse(path.read_text(encoding="utf-8")) for path in paths), key=lambda q: q.name))


def query(name: str) -> Query:
    """The query called `name` (blanks and underscores count as dashes); UnknownQueryError suggests the nearest."""
    known = {q.name: q for q in queries()}
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return known[wanted]
    near = get_close_matches(wanted, known, n=3, cutoff=0.4) or sorted(known)
    raise UnknownQueryError(name=name, near=", ".join(near))
