"""Killed loads, and loads, changes, forgettings and pushes in any order: the graph is what its articles say."""

# ruff: noqa: S311, S603 - chance must come again from its seed; the commands run are our own

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from soak_articles import article, write_articles

from jejaring import api
from jejaring.graph.store import Statement, Store
from jejaring.models import Status

BIG = 220  # short articles of a load that is killed: three transactions
SMALL = 30  # articles that a sequence moves in and out
_LOAD = "from jejaring.cli import main; main()"
_ENOUGH = 300  # seconds that no load takes
_MANY = 20  # rounds of which some must fall into the middle of a load


@dataclass
class Place:
    """Where a graph lies, and how it is emptied."""

    name: str
    url: str
    user: str = ""
    password: str = ""

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The graph, made where it is missing."""
        store = api.connect(self.url, self.user or None, self.password or None)
        try:
            yield store
        finally:
            store.close()

    def empty(self) -> None:
        """Take everything out; the files of an embedded graph are removed."""
        if "://" not in self.url:
            for file in Path(self.url).parent.glob(Path(self.url).name + "*"):
                file.unlink()
            return
        with self.opened() as store:
            store.write([Statement("MATCH (n) WHERE NOT n:Jejaring DETACH DELETE n")])

    def command(self, *sources: Path) -> subprocess.Popen[str]:
        """A `jejaring load` of these files under way."""
        known = {"JEJARING_GRAPH": self.url, "JEJARING_USER": self.user, "JEJARING_PASSWORD": self.password}
        return subprocess.Popen(
            [sys.executable, "-c", _LOAD, "load", *map(str, sources)],
            env={**os.environ, **{key: value for key, value in known.items() if value}, "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )


@dataclass
class Soak:
    """What a run found: lines for the log, counts, and faults."""

    seed: int
    say: Callable[[str], None] = print
    faults: list[str] = field(default_factory=list)

    def fault(self, what: str) -> None:
        """Note a fault, and say it at once."""
        self.faults.append(what)
        self.say(f"FAULT {what}")


def picture(store: Store) -> str:
    """Every node and edge with its properties, but our marker, in one order."""
    nodes = store.read("MATCH (n) WHERE NOT n:Jejaring RETURN n ORDER BY n.id")
    edges = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, r, b.id AS b ORDER BY a, type(r), b, r.id")
    return json.dumps([nodes, edges], indent=1, sort_keys=True, ensure_ascii=False)


def difference(found: str, wanted: str) -> str:
    """The first lines in which two pictures differ."""
    pairs = zip(found.splitlines(), wanted.splitlines(), strict=False)
    at = next((f"{a.strip()} instead of {b.strip()}" for a, b in pairs if a != b), "one is longer")
    return f"{len(found)} characters instead of {len(wanted)}, first {at[:300]}"


def _seen(place: Place) -> str:
    with place.opened() as store:
        return picture(store)


def kills(soak: Soak, place: Place, folder: Path, rounds: int, articles: int = BIG) -> None:
    """Kill loads at random moments, every third time by Ctrl-C, and load again: nothing may be lost or half there."""
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # where it is ignored (a run with &), loads would inherit it
    chance = random.Random(f"kills {soak.seed}")
    source = write_articles(folder / "many.jsonl", (article(number, sentences=2) for number in range(articles)))
    whole = min(_uninterrupted(soak, place, source) for _ in range(2))  # the first finds a server not yet warm
    wanted = _seen(place)
    alive = part = 0
    for number in range(rounds):
        place.empty()
        with_signal = signal.SIGINT if number % 3 == 2 else signal.SIGKILL
        for _ in range(1 + (number % 4 == 3)):  # sometimes the load that repairs is killed too
            alive += _killed(soak, place, source, chance.uniform(0.2, 1) * whole, with_signal)
        part += _articles(place) not in (0, articles)
        _finish(soak, place, source)
        found = _seen(place)
        if found != wanted:
            soak.fault(f"kills {place.name} seed {soak.seed} round {number}: {difference(found, wanted)}")
    if rounds >= _MANY and not (alive and part):
        soak.fault(f"kills {place.name}: no kill of {rounds} fell into the middle of a load")
    soak.say(
        f"kills {place.name}: seed {soak.seed}, {rounds} rounds of {articles} articles ({whole:.1f} s uninterrupted), "
        f"{alive} loads hit while running, {part} left a part of the articles"
    )


def _uninterrupted(soak: Soak, place: Place, source: Path) -> float:
    place.empty()
    begin = time.monotonic()
    _finish(soak, place, source)
    return time.monotonic() - begin


def _killed(soak: Soak, place: Place, source: Path, after: float, how: signal.Signals) -> bool:
    """Whether a load still ran when the signal came."""
    load = place.command(source)
    try:
        load.wait(after)
    except subprocess.TimeoutExpired:
        load.send_signal(how)
    said, _ = load.communicate(timeout=_ENOUGH)
    if "Traceback" in said and how is signal.SIGINT:
        soak.fault(f"kills {place.name}: a traceback after Ctrl-C: {said[-300:]}")
    return load.returncode != 0


def _articles(place: Place) -> int:
    with place.opened() as store:
        return len(api.articles(store))


def _finish(soak: Soak, place: Place, source: Path) -> None:
    load = place.command(source)
    said, _ = load.communicate(timeout=_ENOUGH)
    if load.returncode != 0:
        soak.fault(f"kills {place.name}: a load ended with {load.returncode}: {said[-500:]}")


@dataclass
class _World:
    """The articles of a sequence: which are in the graph, and in which version their file stands."""

    folder: Path
    chance: random.Random
    held: dict[int, int] = field(default_factory=dict)

    def file(self, number: int) -> Path:
        return self.folder / f"a{number:02d}.jsonl"

    def load(self, store: Store, numbers: list[int], *, changed: bool) -> None:
        for number in numbers:
            version = self.held.get(number, 1) + changed
            write_articles(self.file(number), [article(number, version)])
            self.held[number] = version
        report = api.load(store, [str(self.file(number)) for number in numbers])
        bad = [o for o in report.outcomes if o.status in (Status.FAILED, Status.SKIPPED)]
        if bad:
            raise AssertionError(f"{bad[0].source}: {bad[0].reason}")

    def step(self, store: Store) -> None:
        """A load of some, of changed ones, or a forgetting."""
        what = self.chance.choice(("load", "load", "change", "forget"))
        numbers = self.chance.sample(range(SMALL), self.chance.randrange(1, 8))
        if what == "forget":
            api.forget(store, [f"https://kabar.example/{number}" for number in numbers])
            self.held = {n: version for n, version in self.held.items() if n not in numbers}
        else:
            self.load(store, numbers, changed=what == "change")


def sequences(soak: Soak, place: Place, folder: Path, rounds: int, steps: int = 6) -> None:
    """Load, change, forget and push in random order; then the graph equals a fresh load of what is left."""
    total = 0
    for number in range(rounds):
        world = _World(folder, random.Random(f"sequence {soak.seed}/{number}"))
        place.empty()
        with place.opened() as store:
            for _ in range(steps):
                world.step(store)
            pushed = _pushed(store, folder) if number % 3 == 0 else None
            found = picture(store)
        wanted = _fresh(world, folder)
        total += len(world.held)
        for how, got in (("", found), (" pushed", pushed)):
            if got not in (None, wanted):
                soak.fault(
                    f"sequence{how} {place.name} seed {soak.seed} round {number}: {difference(str(got), wanted)}"
                )
    soak.say(
        f"sequences {place.name}: seed {soak.seed}, {rounds} rounds of {steps} steps over {SMALL} articles, "
        f"{total / rounds:.1f} left on average, every third also pushed into an embedded graph"
    )


def _pushed(store: Store, folder: Path) -> str:
    """The picture of a graph that `store` was pushed into, twice, with an article forgotten in between."""
    other = Place("pushed", str(folder / "pushed.kgl"))
    other.empty()
    with other.opened() as target:
        api.push(store, target)
        for row in api.articles(store)[:1]:
            api.forget(target, [row.id])
        api.push(store, target)
        return picture(target)


def _fresh(world: _World, folder: Path) -> str:
    fresh = Place("fresh", str(folder / "fresh.kgl"))
    fresh.empty()
    with fresh.opened() as store:
        api.load(store, [str(world.file(number)) for number in sorted(world.held)])
        return picture(store)
