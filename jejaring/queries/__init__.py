"""Asking the graph: the library of named queries, finding an entity by name, and one entity's profile."""

from jejaring.queries.find import Match, find, resolve
from jejaring.queries.header import Parameter, Query
from jejaring.queries.library import queries, query
from jejaring.queries.run import Rows, run, run_cypher
from jejaring.queries.show import Profile, show

__all__ = [
    "Match",
    "Parameter",
    "Profile",
    "Query",
    "Rows",
    "find",
    "queries",
    "query",
    "resolve",
    "run",
    "run_cypher",
    "show",
]
