"""report: how two entities connect, as Markdown."""

from __future__ import annotations

from typing import Annotated

import typer

from jejaring.commands import common
from jejaring.commands.ask import Name, pick
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command(help=help_text("report"))(report)


def report(
    one: Name,
    other: Name,
    out: Annotated[str, typer.Option("-o", "--out", help=help_text("report.out"))] = "-",
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write the report to a file or to standard output."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as store:
        data = api.report(store, pick(store, one), pick(store, other), common.language())
    if as_json:
        common.print_json(data)
        return
    text = api.markdown(data, common.language())
    if out == "-":
        typer.echo(text, nl=False)
    else:
        api.write_text(out, text)
        common.note("written", path=out)
