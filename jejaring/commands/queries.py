"""queries and query: the library, and Cypher of one's own."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jejaring.commands import common
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text, tell
from jejaring.messages import clean

if TYPE_CHECKING:
    from jejaring.api import Rows

WIDE = 4  # more columns are no table in 80 characters


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command("queries", help=help_text("queries"))(list_queries)
    app.command(help=help_text("query"))(query)


def list_queries(lang: LangOption = None, as_json: JsonOption = False) -> None:
    """List the library with the questions it answers and the parameters it takes."""
    from jejaring import api

    common.use(lang=lang)
    found = api.queries()
    if as_json:
        common.print_json(found)
        return
    indonesian = common.language() == "id"
    columns = [tell(f"column.{key}") for key in ("query", "question", "params")]
    rows = [
        (
            q.name,
            q.question_id if indonesian else q.question,
            " ".join(p.name if p.required else f"[{p.name}]" for p in q.params),
        )
        for q in found
    ]
    common.print_table(columns, rows)


def query(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    name: Annotated[str | None, typer.Argument(help=help_text("query.name"), metavar="[NAME]")] = None,
    param: Annotated[list[str] | None, typer.Option(help=help_text("query.param"), metavar="NAME=VALUE")] = None,
    cypher: Annotated[str | None, typer.Option(help=help_text("query.cypher"))] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help=help_text("csv"))] = False,
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run a query of the library by name, or reading Cypher."""
    from jejaring import api

    if (name is None) == (cypher is None):
        raise typer.BadParameter(tell("one_query"))
    params = _params(param or [])
    with common.opened(graph, lang, read_only=True) as store:
        rows = api.run(store, name, params) if name is not None else api.run_cypher(store, cypher or "", params)
    if not rows.rows and not (as_json or as_csv):
        common.note("nothing")
    elif as_json:
        common.print_json([dict(zip(rows.columns, row, strict=True)) for row in rows.rows])
    elif as_csv:
        _print_csv(rows)
    elif len(rows.columns) > WIDE:
        common.print_cards(rows.columns, rows.rows)
    else:
        common.print_table(rows.columns, rows.rows)


def _params(given: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if wrong := [name for name, sign, _ in pairs if not sign or not name]:
        raise typer.BadParameter(tell("bad_param", text=wrong[0]))
    return {name: value for name, _, value in pairs}


def _cell(value: object) -> object:
    """A cell that steers no terminal and that no spreadsheet runs as a formula."""
    if isinstance(value, list | tuple):
        value = "; ".join(str(v) for v in value)
    value = clean(value) if isinstance(value, str) else value
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _print_csv(rows: Rows) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.columns)
    writer.writerows([_cell(value) for value in row] for row in rows.rows)
