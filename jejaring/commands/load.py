"""load and extract: documents in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from jejaring.commands import common, llm
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text, tell
from jejaring.commands.llm import ExtractorName, ExtractorOption, YesOption
from jejaring.messages import clean
from jejaring.models import LoadReport, Outcome, Status

Sources = Annotated[list[str], typer.Argument(help=help_text("load.sources"), metavar="FILES...")]
SHOWN = 20  # documents in the summary's table; trouble always comes first
TITLE = 120  # characters; what a scraper takes for a title may be a whole page


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command(help=help_text("load"))(load)
    app.command(help=help_text("extract"))(extract)


def load(
    sources: Sources,
    graph: GraphOption = None,
    extractor: ExtractorOption = ExtractorName.RULES,
    yes: YesOption = False,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Load articles into the graph; exit code 3 where some documents failed, 1 where none could be read."""
    from jejaring import api

    common.use(graph, lang)
    url, reader = "", None
    report = api.unreadable(sources, lang=common.language())
    if report is None:
        reader = llm.chosen(extractor, sources, yes=yes)
        with common.opened(graph, lang, create=True) as store, _progress(sources) as advance:
            report = api.load(store, sources, lang=common.language(), extractor=reader, report=advance)
            url = store.url
    if as_json:
        model = {"llm": llm.figures(reader)} if reader else {}
        common.print_json({"graph": url, **report.model_dump(mode="json"), **model})
    else:
        summarise(report, url)
        if reader:
            llm.summarise(reader)
    raise typer.Exit(report.exit_code)


@contextmanager
def _progress(sources: Sequence[str]) -> Iterator[Callable[[Outcome], None]]:
    """A bar that what is given advances by one document."""
    from jejaring import api

    with _bar() as bar:
        task = bar.add_task(tell("reading"), total=api.count(sources))
        yield lambda _: bar.advance(task)


def _bar() -> Progress:
    screen = common.err()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)


def summarise(report: LoadReport, url: str) -> None:
    """Print what became of every document: trouble first, at most SHOWN rows, then the sums."""
    worst = {Status.FAILED: 0, Status.SKIPPED: 1, Status.REPLACED: 2, Status.OK: 3, Status.UNCHANGED: 4}
    outcomes = sorted(report.outcomes, key=lambda o: worst[o.status])
    for outcome in (o for o in outcomes if o.reason):
        _trouble(outcome)
    good = [o for o in outcomes if not o.reason]
    if good:
        columns = [tell(f"column.{name}") for name in ("status", "document", "entities", "claims", "title")]
        common.print_table(columns, [_row(outcome) for outcome in good[:SHOWN]])
    if len(good) > SHOWN:
        common.out().print(common.plain(tell("more_documents", n=len(good) - SHOWN)))
    written = tell("writes", n=report.writes, graph=url) if url else ""
    sums = [f"{report.count(status)} {tell(f'status.{status}')}" for status in Status if report.count(status)]
    common.out().print(common.plain(f"{', '.join(sums)}. {written}".strip(), "bold"))


def _row(outcome: Outcome) -> list[object]:
    counts = [None, None] if outcome.status is Status.UNCHANGED else [outcome.entities, outcome.claims]
    title = outcome.title if len(outcome.title) <= TITLE else f"{outcome.title[: TITLE - 1]}…"
    return [tell(f"status.{outcome.status}"), _short(outcome.source), *counts, title]


def _short(source: str) -> str:
    return source if len(source) <= 30 else "…" + source[-29:]


def _trouble(outcome: Outcome) -> None:
    style = "red" if outcome.status is Status.FAILED else "yellow"
    screen = common.err()
    screen.print(common.plain(f"{tell(f'status.{outcome.status}')}: {outcome.reason}", style))
    if outcome.hint:
        screen.print(common.plain(f"  {outcome.hint}"))


def extract(
    sources: Sources,
    out: Annotated[str, typer.Option("-o", "--out", help=help_text("extract.out"))] = "-",
    extractor: ExtractorOption = ExtractorName.RULES,
    yes: YesOption = False,
    lang: LangOption = None,
) -> None:
    """Write what articles say as JSON lines, in the order read."""
    from jejaring import api

    common.use(lang=lang)
    reader = llm.chosen(extractor, sources, yes=yes)
    target = sys.stdout if out == "-" else out
    report = api.extract_to(target, sources, lang=common.language(), extractor=reader)
    if reader:
        llm.summarise(reader)
    for outcome in report.outcomes:
        if outcome.reason:
            _trouble(outcome)
    if out != "-":
        done = report.count(Status.OK)
        typer.echo(clean(tell("extracted", n=done, path=out)))
    raise typer.Exit(report.exit_code)
