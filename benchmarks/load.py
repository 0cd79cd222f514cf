#!/usr/bin/env python3
"""What loading and asking cost: ratios measured in one run first, the absolute figures beside them.

    load.py [--articles 500] [--no-neo4j]

Articles of the shared folder's pool where JEJARING_SHARED names it, else made-up ones. The Neo4j is a real one that
tests/neo4j_server/server.py starts, with its server on the same machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from soak import places
from soak_articles import article, write_articles
from soak_fuzz import memory
from soak_stores import Place

from jejaring import api
from jejaring.extraction.extractor import RuleExtractor
from jejaring.graph.articles import put
from jejaring.graph.store import Store
from jejaring.loaders import read
from jejaring.models import ArticleGraph, Document
from jejaring.pipeline import BATCH
from jejaring.resolution.resolver import resolve

T = TypeVar("T")
_ONE_BY_ONE = 100  # articles put in one transaction and in a hundred
_ENDS = 6  # entities that are found and traced
_STORY = 8_750  # characters of a text, and of one ten times as long


@dataclass
class Bench:
    """Seconds by what took them, over so many articles."""

    articles: int
    seconds: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, work: Callable[[], T]) -> T:
        """Do `work` and note its seconds."""
        begin = time.perf_counter()
        done = work()
        self.seconds[name] = time.perf_counter() - begin
        return done

    def ratio(self, what: str, one: str, other: str, scale: float = 1) -> None:
        """Print how `one` compares with `other`, both noted before."""
        a, b = self.seconds[one], self.seconds[other]
        print(f"{what:62} {a * scale / b:8.3g}   ({one} {_time(a)}, {other} {_time(b)})", flush=True)

    def rate(self, name: str) -> None:
        """Print articles a second of what was noted."""
        print(
            f"{name:62} {self.articles / self.seconds[name]:8.1f} articles/s ({_time(self.seconds[name])})", flush=True
        )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.2f} ms"


def source(folder: Path, number: int) -> tuple[Path, str]:
    """A file of `number` articles, and in words what they are."""
    shared = os.environ.get("JEJARING_SHARED")
    path = folder / "articles.jsonl"
    if not shared:
        return write_articles(path, map(article, range(number))), "made-up articles"
    with (Path(shared) / "articles" / "pool.jsonl").open("rb") as pool:
        path.write_bytes(b"".join(islice(pool, number)))
    return path, "articles of the pool"


def reading(bench: Bench, path: Path) -> list[ArticleGraph]:
    """Read, extract and resolve, each timed alone."""
    extractor = RuleExtractor()
    documents = [d for d in bench.timed("read", lambda: list(read([str(path)]))) if isinstance(d, Document)]
    extractor.extract(documents[0])  # the model and the lexicon are read once
    extractions = bench.timed("extract", lambda: [extractor.extract(d) for d in documents])
    return bench.timed("resolve", lambda: [resolve(d, x) for d, x in zip(documents, extractions, strict=True)])


def batched(store: Store, graphs: Sequence[ArticleGraph], size: int) -> None:
    """Put `graphs`, so many a transaction."""
    for at in range(0, len(graphs), size):
        put(store, graphs[at : at + size])


def writing(bench: Bench, place: Place, graphs: list[ArticleGraph], path: Path) -> None:
    """Put in one way and the other; then load twice, and ask."""
    name, some = place.name, graphs[:_ONE_BY_ONE]
    for how, size, chosen in (
        ("warm up", 100, some),
        ("singly", 1, some),
        ("together", 100, some),
        ("put", BATCH, graphs),
    ):
        place.empty()
        with place.opened() as store:
            bench.timed(f"{name} {how}", partial(batched, store, chosen, size))
    with place.opened() as store:
        asking(bench, name, store)
    place.empty()
    for turn in ("first load", "second load"):
        with place.opened() as store:
            bench.timed(f"{name} {turn}", partial(api.load, store, [str(path)]))


def asking(bench: Bench, name: str, store: Store) -> None:
    """Find the entities that most articles name, and trace every two of them; medians."""
    rows = store.read("MATCH (e:Entity) RETURN e.id AS id, e.name AS name ORDER BY e.articles DESC, id LIMIT 40")
    chosen = rows[:: len(rows) // _ENDS or 1][:_ENDS]
    finds = [_seconds(partial(api.find, store, row["name"])) for row in chosen for _ in range(3)]
    pairs = [(a["id"], b["id"]) for at, a in enumerate(chosen) for b in chosen[at + 1 :]]
    traces = [_seconds(partial(api.trace, store, pair)) for pair in pairs]
    bench.seconds[f"{name} find"], bench.seconds[f"{name} trace"] = statistics.median(finds), statistics.median(traces)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def long_texts(bench: Bench) -> None:
    """Extract one text, and one ten times as long."""
    story = "\n\n".join(article(number)["text"] for number in range(_STORY // 500))[:_STORY]
    for name, times in (("short text", 1), ("long text", 10)):
        text = "\n\n".join([story] * times)
        document = Document(id="long", name="long", source="long", text=text, content_hash="long")
        bench.timed(name, partial(RuleExtractor().extract, document))


def say(bench: Bench, names: Sequence[str]) -> None:
    """Print all that was measured."""
    for name in ("read", "extract", "resolve", *(f"{n} put" for n in names)):
        bench.rate(name)
    bench.ratio("reading files, of extraction", "read", "extract")
    bench.ratio("a character of a text ten times as long, of one", "long text", "short text", 1 / 10)
    for name in names:
        bench.ratio(f"{name}: putting, of extraction", f"{name} put", "extract")
        bench.ratio(f"{name}: a second load, of the first", f"{name} second load", f"{name} first load")
        bench.ratio(f"{name}: 100 in one transaction, of one by one", f"{name} together", f"{name} singly")
        bench.ratio(f"{name}: a trace, of a find (medians)", f"{name} trace", f"{name} find")
    if len(names) > 1:
        bench.ratio("putting into neo4j, of embedded", "neo4j put", "embedded put")


def main() -> None:
    """Measure and print."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--articles", type=int, default=500)
    args.add_argument("--no-neo4j", dest="neo4j", action="store_false")
    opts = args.parse_args()
    with tempfile.TemporaryDirectory(prefix="jejaring-load-") as made:
        folder = Path(made)
        path, what = source(folder, opts.articles)
        size = path.stat().st_size // 1000
        print(f"{opts.articles} {what} ({size} kB); {os.cpu_count()} cores, Python {platform.python_version()}")
        bench = Bench(opts.articles)
        graphs = reading(bench, path)
        long_texts(bench)
        with places(folder, neo4j=opts.neo4j) as graphs_at:
            for place in graphs_at:
                writing(bench, place, graphs, path)
            say(bench, [place.name for place in graphs_at])
        print(f"{'memory peak of this process, the embedded graph included':62} {memory():8} MB")


if __name__ == "__main__":
    main()
