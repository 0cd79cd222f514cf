"""find, show, trace: entities, their edges, and how they connect."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jejaring.commands import common
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text, tell
from jejaring.commands.edges import print_profile, print_trace
from jejaring.errors import AmbiguousNameError
from jejaring.messages import clean

if TYPE_CHECKING:
    from jejaring.api import Match
    from jejaring.graph.store import Store

Name = Annotated[str, typer.Argument(help=help_text("entity"), metavar="NAME")]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    for command in (find, show, trace):
        app.command(help=help_text(command.__name__))(command)


def pick(store: Store, name: str) -> str:
    """The id of the entity that `name` names; where several fit, a person at a terminal is asked which."""
    from jejaring import api

    try:
        return api.resolve(store, name).id
    except AmbiguousNameError:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
    found = api.find(store, name)
    for number, match in enumerate(found, 1):
        common.err().print(common.plain(f"{number:3} {match.label}: {match.name} ({match.articles})"))
    return found[_number(tell("which", name=clean(name)), len(found)) - 1].id


def _number(question: str, most: int) -> int:
    """A number from 1 to `most`, asked until it is one."""
    while not 1 <= (number := int(typer.prompt(question, type=int, err=True))) <= most:
        pass
    return number


def find(
    name: Annotated[str, typer.Argument(help=help_text("find.name"), metavar="NAME")],
    limit: Annotated[int, typer.Option(help=help_text("limit"), min=1)] = 20,
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find entities; exit code 1 and the nearest names where nothing fits."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as store:
        found = api.find(store, name, limit=limit)
        if not found:
            api.resolve(store, name)  # raises, with the nearest names
    if as_json:
        common.print_json(found)
    else:
        columns = [tell(f"column.{key}") for key in ("label", "name", "articles", "id")]
        rows = [(common.label_name(m.label), _found(m), m.articles, m.id) for m in found]
        common.print_table(columns, rows, whole=[columns[0], columns[-1]])


def _found(match: Match) -> str:
    return match.name if match.form == match.name else f"{match.name} ({match.form})"


def show(
    name: Name,
    limit: Annotated[int, typer.Option(help=help_text("limit"), min=1)] = 30,
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show an entity with its edges and the sentences behind them."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as store:
        profile = api.show(store, pick(store, name), limit)
    if as_json:
        common.print_json(profile)
    else:
        print_profile(profile)


def trace(
    names: Annotated[list[str], typer.Argument(help=help_text("entity"), metavar="NAME NAME...")],
    hops: Annotated[int, typer.Option(help=help_text("hops"), min=1, max=8)] = 4,
    asserted: Annotated[bool, typer.Option("--asserted", help=help_text("asserted"))] = False,
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Trace how two or more entities connect; exit code 1 where they do not."""
    from jejaring import api

    if len(names) < 2:
        raise typer.BadParameter(tell("two_names"))
    with common.opened(graph, lang, read_only=True) as store:
        found = api.trace(store, [pick(store, name) for name in names], max_hops=hops, asserted_only=asserted)
    if as_json:
        common.print_json(found)
    else:
        print_trace(found)
    raise typer.Exit(0 if found.connected else 1)
