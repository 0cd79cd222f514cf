#!/usr/bin/env python3
"""Measure extraction against gold articles with the judge of the shared folder (score.py), and hold its floors.

    quality.py [seed|dev|train ...] [--errors] [--given-entities] [--edges MET,VISITED]

`--given-entities` takes people, institutions, programmes, places and groups from gold, to measure events and relations
alone. `--edges` judges only claims of these types. JEJARING_SHARED names the shared folder.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import sys
import time
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from jejaring.evaluation.calibration import calibration
from jejaring.evaluation.evaluate import predict, predict_given
from jejaring.evaluation.gold import Gold, read_gold
from jejaring.evaluation.judge import judge as judged


def shared() -> Path:
    """The shared folder; exits with a message where JEJARING_SHARED does not name one."""
    folder = os.environ.get("JEJARING_SHARED")
    if not folder or not (Path(folder) / "gold").is_dir():
        sys.exit("quality.py: set JEJARING_SHARED to the folder that holds gold/")
    return Path(folder)


def judge(folder: Path) -> ModuleType:
    """The module score.py of the shared folder."""
    spec = importlib.util.spec_from_file_location("score", folder / "gold" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"quality.py: no gold/score.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def only(articles: list[Gold], edges: set[str]) -> list[Gold]:
    """The articles with the claims of these edge types alone."""
    return [{**a, "claims": [c for c in a["claims"] if c["type"] in edges]} for a in articles]


def show(result: dict[str, Any]) -> None:
    """Print the tables that score.py prints."""
    rows = {**result["by_type"], "NAMED": result["named_entities"], "ALL": result["entities"], "": None}
    rows |= {**result["by_edge"], "CLAIMS": result["claims"]}
    for name, t in rows.items():
        print(f"{name:18} {t['p']:6} {t['r']:6} {t['f1']:6} {t['tp']:5} {t['fp']:5} {t['fn']:5}" if t else "")
    for name, value in result.items():
        if not isinstance(value, dict | list):
            print(f"{name:18} {value}")
    for name in ("ece", "ece_mass", "auroc", "brier"):
        print(f"{name:18} {result['calibration'][name]}")


def hold(floors: dict[str, Any], results: dict[str, dict[str, Any]], folder: Path) -> list[str]:
    """What is below its floor or above its ceiling, and which gold file is not the one that the floors were set on."""
    faults = []
    for name, wanted in floors["sha256"].items():
        if hashlib.sha256((folder / "gold" / name).read_bytes()).hexdigest() != wanted:
            faults.append(f"{name} is another file than the floors were set on")
    for kind, sign in (("floor", 1), ("ceiling", -1)):
        for gold, figures in floors[f"{kind}s"].items():
            for figure, limit in figures.items():
                value: Any = results[gold]
                for part in figure.split("."):
                    value = value[part]
                if value is None or sign * value < sign * limit:
                    faults.append(f"{gold}: {figure} is {value}, the {kind} is {limit}")
    return faults


def main() -> None:
    """Score the gold files named."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("sets", nargs="*", default=["seed", "dev"])
    args.add_argument("--errors", action="store_true")
    args.add_argument("--given-entities", action="store_true")
    args.add_argument("--edges", default="")
    args.add_argument("--floors", type=Path, help="a TOML file; exit 1 where a figure is below its floor")
    opts = args.parse_args()
    folder = shared()
    results = {}
    for name in opts.sets:
        golds = read_gold(folder / "gold" / f"{name}.jsonl")
        begin = time.perf_counter()
        found = [(predict_given if opts.given_entities else predict)(a) for a in golds]
        seconds = time.perf_counter() - begin
        if opts.edges:
            golds, found = only(golds, set(opts.edges.split(","))), only(found, set(opts.edges.split(",")))
        errors: list[str] | None = [] if opts.errors else None
        results[name] = result = judge(folder).score(golds, {a["id"]: a for a in found}, errors)
        surenesses = [claim for pair in zip(golds, found, strict=True) for claim in judged(*pair).claims]
        result["calibration"] = calibration(surenesses)
        print("\n".join(errors or []))
        print(f"== {name}: {len(golds)} articles, {1000 * seconds / len(golds):.1f} ms an article")
        show(result)
    if opts.floors:
        faults = hold(tomllib.loads(opts.floors.read_text(encoding="utf-8")), results, folder)
        print("\n".join(faults) or "every floor is held")
        sys.exit(bool(faults))


if __name__ == "__main__":
    main()
