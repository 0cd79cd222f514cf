"""How two or more entities connect: paths over the graph's edges, ranked and explained."""

from jejaring.trace.paths import cost_of
from jejaring.trace.records import Hop, Link, Near, Pair, Path, SharedArticle, Trace, TraceOptions
from jejaring.trace.trace import trace
from jejaring.trace.words import explain

__all__ = [
    "Hop",
    "Link",
    "Near",
    "Pair",
    "Path",
    "SharedArticle",
    "Trace",
    "TraceOptions",
    "cost_of",
    "explain",
    "trace",
]
