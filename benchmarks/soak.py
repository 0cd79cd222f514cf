#!/usr/bin/env python3
"""Long runs with seeds: killed loads, sequences of changes, damaged files, odd texts; exit 1 where one is at fault.

    soak.py [--rounds 30] [--sequences 300] [--neo4j-sequences 20] [--files 10000] [--texts 2000] [--seed 1]
            [--no-neo4j] [--only kills,sequences,loaders,extraction]

The Neo4j is a real one that tests/neo4j_server/server.py starts.
"""

from __future__ import annotations

import argparse
import importlib.util
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType

import soak_fuzz
from soak_stores import Place, Soak, kills, sequences

SERVER = Path(__file__).resolve().parent.parent / "tests" / "neo4j_server" / "server.py"
PARTS = ("kills", "sequences", "loaders", "extraction")


def server_module() -> ModuleType:
    """The module that starts a Neo4j of its own."""
    spec = importlib.util.spec_from_file_location("soak_neo4j", SERVER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SERVER)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@contextmanager
def places(folder: Path, *, neo4j: bool) -> Iterator[list[Place]]:
    """An embedded graph in `folder`, and a Neo4j of its own."""
    found = [Place("embedded", str(folder / "soak.kgl"))]
    if not neo4j:
        yield found
        return
    server = server_module().start()
    try:
        yield [*found, Place("neo4j", server.url, server.user, server.password)]
    finally:
        server.stop()


def run(soak: Soak, args: argparse.Namespace, folder: Path) -> None:
    """Every part that was asked for."""
    wanted = args.only.split(",")
    stores = args.neo4j and bool({"kills", "sequences"}.intersection(wanted))
    if "loaders" in wanted:
        timed(soak, partial(soak_fuzz.loaders, soak, folder, args.files))
    if "extraction" in wanted:
        timed(soak, partial(soak_fuzz.extraction, soak, args.texts))
    with places(folder, neo4j=stores) as graphs:
        for place in graphs if "sequences" in wanted else ():
            rounds = args.sequences if place.name == "embedded" else args.neo4j_sequences
            timed(soak, partial(sequences, soak, place, folder, rounds))
        for place in graphs if "kills" in wanted else ():
            timed(soak, partial(kills, soak, place, folder, args.rounds))


def timed(soak: Soak, part: Callable[[], None]) -> None:
    """Run one part and say how long it took."""
    begin = time.monotonic()
    part()
    soak.say(f"  {time.monotonic() - begin:.0f} s, {len(soak.faults)} faults so far")


def main() -> None:
    """Run, print the verdict."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--rounds", type=int, default=30, help="loads killed on each store")
    args.add_argument("--sequences", type=int, default=300, help="sequences on the embedded store")
    args.add_argument("--neo4j-sequences", type=int, default=20)
    args.add_argument("--files", type=int, default=10_000)
    args.add_argument("--texts", type=int, default=2_000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--no-neo4j", dest="neo4j", action="store_false")
    args.add_argument("--only", default=",".join(PARTS))
    opts = args.parse_args()
    if unknown := set(opts.only.split(",")) - set(PARTS):
        args.error(f"--only takes {', '.join(PARTS)}, not {', '.join(sorted(unknown))}")
    soak = Soak(opts.seed, say=partial(print, flush=True))
    soak.say(f"soak with seed {opts.seed}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(prefix="jejaring-soak-") as folder:
        run(soak, opts, Path(folder))
    soak.say(f"verdict: {len(soak.faults)} faults" if soak.faults else "verdict: no fault")
    sys.exit(bool(soak.faults))


if __name__ == "__main__":
    main()
