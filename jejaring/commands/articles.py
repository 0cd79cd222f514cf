"""articles, forget, status, push: what the graph holds, and moving it."""

from __future__ import annotations

from typing import Annotated

import typer

from jejaring.commands import common
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text, tell


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    for command in (articles, forget, status, push):
        app.command(help=help_text(command.__name__))(command)


def articles(graph: GraphOption = None, lang: LangOption = None, as_json: JsonOption = False) -> None:
    """List the articles with their dates and rights notices."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as store:
        rows = api.articles(store)
        url = store.url
    if as_json:
        common.print_json(rows)
    elif not rows:
        common.note("empty", graph=url)
    else:
        columns = [tell(f"column.{name}") for name in ("date", "outlet", "title", "claims", "rights")]
        said = [(r.when(common.language()), r.outlet, r.title or r.id, r.claims, r.rights) for r in rows]
        common.print_table(columns, said)


def forget(
    article: Annotated[list[str], typer.Argument(help=help_text("forget.article"), metavar="ARTICLE...")],
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take articles out, and whatever rested on them alone."""
    from jejaring import api

    with common.opened(graph, lang) as store:
        ids = [api.article(store, name) for name in article]
        number = api.forget(store, ids)
    if as_json:
        common.print_json({"articles": ids, "forgotten": number})
    else:
        common.note("forgotten", n=number)


def status(graph: GraphOption = None, lang: LangOption = None, as_json: JsonOption = False) -> None:
    """Where the graph is and how many nodes and edges of each type it holds."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as store:
        counts, url = api.counts(store), store.url
    if as_json:
        common.print_json({"graph": url, "counts": counts})
    else:
        common.out().print(common.plain(url, "bold"))
        common.print_table([tell("column.what"), tell("column.count")], [(k, n) for k, n in counts.items() if n])


def push(
    target: Annotated[str, typer.Argument(help=help_text("push.target"), metavar="URL")],
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Copy the graph into another store; user and password are the settings' own."""
    from jejaring import api

    with common.opened(graph, lang, read_only=True) as source:
        settings = common.use(graph, lang)
        other = api.connect(target, settings.user, settings.password)
        try:
            counts = api.push(source, other)
            url = other.url
        finally:
            other.close()
    if as_json:
        common.print_json({"graph": url, "counts": counts})
    else:
        common.note("pushed", graph=url)
        common.print_table([tell("column.what"), tell("column.count")], [(k, n) for k, n in counts.items() if n])
