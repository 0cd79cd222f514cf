"""Asking the graph: the library of named queries, finding an entity by name, and one entity's profile."""

from jejaring.queries.find import Match, find, resolve
from jejaring.queries.header import Parameter, Query
from jejaring.queries.library import queries, query
from jejaring.queries.reasons import feature_words, rule_words
from jejaring.queries.reasons import split as split_reason
from jejaring.queries.run import Rows, run, run_cypher
from jejaring.queries.show import Profile, show
from jejaring.queries.why import Ground, Why, check_edge_type, why, why_between

__all__ = [
    "Ground",
    "Match",
    "Parameter",
    "Profile",
    "Query",
    "Rows",
    "Why",
    "check_edge_type",
    "feature_words",
    "find",
    "queries",
    "query",
    "resolve",
    "rule_words",
    "run",
    "run_cypher",
    "show",
    "split_reason",
    "why",
    "why_between",
]
