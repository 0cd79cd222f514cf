#!/usr/bin/env python3
"""Measure what extraction costs beside the encoder's forward passes, its memory, start-up, and that it repeats itself.

    speed.py [--articles 300] [--seeds 2]

One run gives the ratio: CPU time of the whole extraction over CPU time of both encoders' sessions, on the same
articles.
Memory is what the process holds (RSS) after each hundred articles. Start-up is a fresh process from its first line to
the first article's claims. The same articles are read by fresh processes under other hash seeds, in two runs each: the
hashes of all outputs must be one. JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class Timed:
    """A session of ONNX Runtime that counts the CPU time of its runs."""

    def __init__(self, session: Any) -> None:
        self._session, self.seconds = session, 0.0

    def run(self, *args: Any) -> Any:
        """What the session gives."""
        begin = time.process_time()
        out = self._session.run(*args)
        self.seconds += time.process_time() - begin
        return out


def articles(count: int) -> list[dict[str, Any]]:
    """`count` articles of the pool, evenly spread over it."""
    path = Path(os.environ.get("JEJARING_SHARED", "")) / "articles" / "pool.jsonl"
    if not path.is_file():
        sys.exit("speed.py: set JEJARING_SHARED to the folder that holds articles/")
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [json.loads(lines[i * len(lines) // count]) for i in range(count)]


def read(count: int) -> list[Any]:
    """The documents of `count` articles; those that the loader refuses are left out."""
    from jejaring.errors import EmptyArticleError  # noqa: PLC0415 - start-up is measured apart
    from jejaring.evaluation.gold import document_of  # noqa: PLC0415

    documents = []
    for row in articles(count):
        with contextlib.suppress(EmptyArticleError):
            documents.append(document_of(row))
    return documents


def held() -> float:
    """The megabytes that the process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(count: int) -> None:
    """Print the ratio, articles a second and memory."""
    from jejaring.extraction.extractor import RuleExtractor  # noqa: PLC0415
    from jejaring.extraction.model.encoder import encoder  # noqa: PLC0415

    documents = read(count)
    count = len(documents)
    extractor = RuleExtractor()
    extractor.extract(documents[0])
    timed = {name: Timed(getattr(encoder(), name)) for name in ("session", "names")}
    for name, session in timed.items():
        object.__setattr__(encoder(), name, session)
    cpu, wall = time.process_time(), time.perf_counter()
    for number, document in enumerate(documents, 1):
        extractor.extract(document)
        if number % 100 == 0 or number == count:
            print(f"{number:5} articles  {held():6.0f} MB held")
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    forward = sum(session.seconds for session in timed.values())
    print(f"articles a second, one thread            {count / wall:6.2f}  ({count / cpu:.2f} a CPU second)")
    print(f"CPU ms an article: whole, forward        {1000 * cpu / count:6.1f} {1000 * forward / count:6.1f}")
    print(f"whole / forward (1.5 wanted)             {cpu / forward:6.2f}")
    peak = Path("/proc/self/status").read_text(encoding="ascii").split("VmHWM:")[1].split()[0]
    print(f"memory peak                              {int(peak) / 1024:6.0f} MB")


def digest(count: int) -> None:
    """Print the hash of two runs over the same articles, a line a run."""
    from jejaring.extraction.extractor import RuleExtractor  # noqa: PLC0415

    documents = read(count)
    for _ in range(2):
        out = hashlib.sha256()
        for document in documents:
            out.update(RuleExtractor().extract(document).model_dump_json().encode())
        print(out.hexdigest())


def again(*args: str, seed: int = 0) -> str:
    """The output of this script in a fresh process."""
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, __file__, *args], env=env, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def main() -> None:
    """Print every figure; exit 1 where outputs differ."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--articles", type=int, default=300)
    args.add_argument("--seeds", type=int, default=2)
    args.add_argument("--only", choices=["measure", "digest", "first"], help=argparse.SUPPRESS)
    opts = args.parse_args()
    if opts.only:
        return {"measure": measure, "digest": digest, "first": lambda _: digest(1)}[opts.only](opts.articles)
    print(again("--only", "measure", "--articles", str(opts.articles)), end="")
    starts = []
    for _ in range(3):
        begin = time.perf_counter()
        again("--only", "first")
        starts.append(time.perf_counter() - begin)
    print(f"start-up to first result, best of three  {min(starts):6.2f} s")
    hashes = {h for seed in range(opts.seeds) for h in again("--only", "digest", "--articles", "60", seed=seed).split()}
    print(f"60 articles, {opts.seeds} processes x 2 runs, other hash seeds: {len(hashes)} output(s)")
    size = sum(p.stat().st_size for p in (ROOT / "jejaring").rglob("*") if p.is_file() and p.suffix != ".pyc")
    print(f"package, model and data, unpacked        {size / 1e6:6.1f} MB")
    return sys.exit(len(hashes) != 1)


if __name__ == "__main__":
    main()
