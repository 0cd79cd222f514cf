"""evaluate: how right extraction is on annotated articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jejaring.commands import common
from jejaring.commands.common import JsonOption, LangOption, help_text, tell

if TYPE_CHECKING:
    from jejaring.api import Evaluation

_SUMS = {"NAMED": "named_entities", "ENTITIES": "entities"}


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command(help=help_text("evaluate"))(evaluate)


def evaluate(
    gold: Annotated[str, typer.Argument(help=help_text("evaluate.gold"), metavar="GOLD")],
    predicted: Annotated[
        str | None, typer.Option(help=help_text("evaluate.predicted"), metavar="FILE", show_default=False)
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help=help_text("evaluate.errors"))] = False,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Judge the extraction of annotated articles: tables by label and edge, by language, errors, calibration."""
    from jejaring import api

    common.use(None, lang)
    found = api.evaluate_file(gold, predicted)
    if as_json:
        data = found.model_dump(mode="json", exclude=None if errors else {"errors"})
        common.print_json(data)
    else:
        _print(found, errors)


def _print(found: Evaluation, errors: bool) -> None:
    if errors:
        for fault in found.errors:
            kind = tell(f"fault.{fault.kind}")
            common.out().print(common.plain(f"{fault.article} {fault.what}: {kind}: {fault.text}"))
    common.note("evaluated", n=found.articles, missing=len(found.missing))
    figures = found.figures
    _lines(found, "entity", [*((n, f"by_type.{n}") for n in figures["by_type"]), *_SUMS.items()])
    _lines(found, "edge", [*((n, f"by_edge.{n}") for n in figures["by_edge"]), ("CLAIMS", "claims")])
    shares = [(tell(f"figure.{name}"), figures[name], _swing(found, name)) for name in _shares(figures)]
    _table(("figure", "percent", "interval"), shares)
    _languages(found)
    _table(("error", "count"), [(tell(f"fault.{kind}"), n) for kind, n in found.kinds.items()])
    _calibration(found.calibration)


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    names = [tell(f"column.{name}") for name in columns]
    common.print_table(names, rows, whole=names)


def _lines(found: Evaluation, first: str, paths: Sequence[tuple[str, str]]) -> None:
    rows = []
    for name, path in paths:
        line: Any = found.figures
        for part in path.split("."):
            line = line[part]
        rows.append((name, line["p"], line["r"], line["f1"], _swing(found, f"{path}.f1"), *_counts(line)))
    _table((first, "precision", "recall", "f1", "interval", "right", "wrong", "missed"), rows)


def _counts(line: Mapping[str, float]) -> tuple[float, ...]:
    return line["tp"], line["fp"], line["fn"]


def _swing(found: Evaluation, path: str) -> str:
    low, high = found.intervals.get(path, (None, None))
    return "-" if low is None else f"{low}-{high}"


def _shares(figures: Mapping[str, Any]) -> list[str]:
    return [name for name, value in figures.items() if not isinstance(value, dict)]


def _languages(found: Evaluation) -> None:
    parts = ("named_entities", "entities", "claims")
    rows = [(lang, f["articles"], *(f[part]["f1"] for part in parts)) for lang, f in found.languages.items()]
    _table(("language", "articles", "named_f1", "entities_f1", "claims_f1"), rows)


def _calibration(found: Mapping[str, Any]) -> None:
    if not found["claims"]:
        return
    bins = [
        (f"{b['from']:.1f}-{b['to']:.1f}", b["claims"], f"{b['said']:.2f}", f"{b['right']:.2f}") for b in found["bins"]
    ]
    _table(("confidence", "claims", "said", "came_right"), bins)
    values = {key: "-" if found[key] is None else found[key] for key in ("ece", "ece_mass", "auroc", "brier")}
    common.note("calibration", **values)
