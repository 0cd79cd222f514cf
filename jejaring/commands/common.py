"""What all commands share: their common options, the open store, and printing for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jejaring.errors import InterruptedWorkError
from jejaring.messages import CONTROLS, clean, say
from jejaring.ontology import NODES
from jejaring.settings import Settings, help_language, load_settings

if TYPE_CHECKING:
    from jejaring.graph.store import Store

HELP_LANG = help_language()


def help_text(key: str) -> str:
    """The help of a command or an option, in the language of the environment."""
    return say(f"help.{key}", HELP_LANG)


GraphOption = Annotated[
    str | None, typer.Option("--graph", help=help_text("graph"), metavar="PATH|URL", show_default=False)
]
LangOption = Annotated[str | None, typer.Option("--lang", help=help_text("lang"), metavar="id|en", show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help=help_text("json"))]

current: ContextVar[Settings | None] = ContextVar("current", default=None)


def use(graph: str | None = None, lang: str | None = None) -> Settings:
    """The settings of this command, kept for the error boundary."""
    settings = load_settings(graph=graph, lang=lang)
    current.set(settings)
    return settings


def language() -> str:
    """The language of messages, whether or not a command has begun."""
    settings = current.get()
    return settings.lang if settings else HELP_LANG


def tell(key: str, **values: Any) -> str:
    """The message `key` in the command's language."""
    return say(key, language(), **values)


@contextmanager
def opened(graph: str | None, lang: str | None, *, create: bool = False, read_only: bool = False) -> Iterator[Store]:
    """The store of this command; closed, and so durable, at the end, whatever happens."""
    from jejaring.graph.connect import connect

    settings = use(graph, lang)
    store = connect(settings.graph, settings.user, settings.password, create=create, read_only=read_only)
    try:
        yield store
    except KeyboardInterrupt:
        raise InterruptedWorkError from None
    finally:
        store.close()


def label_name(label: str) -> str:
    """A node label as people read it."""
    node = NODES[label]
    return node.id if language() == "id" else node.en


def note(key: str, **values: Any) -> None:
    """Print the message `key`."""
    out().print(plain(tell(key, **values)))


def out() -> Console:
    """The console for results."""
    return Console(highlight=False, soft_wrap=False)


def err() -> Console:
    """The console for progress and trouble."""
    return Console(stderr=True, highlight=False)


def plain(value: object, style: str = "") -> Text:
    """`value` as text, never as markup; None is a dash."""
    if value is None:
        return Text("-", style="dim")
    if isinstance(value, list | tuple):
        value = ", ".join(str(v) for v in value)
    return Text(clean(value), style=style)


def print_json(data: Any) -> None:
    """`data` as JSON on standard output; records become objects, what steers a terminal its escape."""
    text = json.dumps(data, ensure_ascii=False, indent=2, default=_jsonable)
    typer.echo(CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def _jsonable(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[object]], whole: Sequence[str] = ()) -> None:
    """A table that folds long cells and fits the terminal (80 columns where there is none); `whole` ones never fold."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(plain(column), overflow="fold", no_wrap=column in whole)
    for row in rows:
        table.add_row(*(plain(cell) for cell in row))
    out().print(table)


def print_cards(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Each row as a block of "column: value" lines, for rows too wide for a table; empty cells are left out."""
    screen = out()
    for number, row in enumerate(rows, 1):
        screen.print(plain(f"[{number}]", "bold"))
        for column, cell in zip(columns, row, strict=True):
            if cell not in (None, "", []):
                screen.print(Padding(plain(f"{column}: ", "dim").append_text(plain(cell)), (0, 0, 0, 2)))
