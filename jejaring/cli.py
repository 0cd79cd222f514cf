"""The command line: the root app and the error boundary."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from jejaring import __version__
from jejaring.commands import articles, ask, common, load, queries, report
from jejaring.errors import JejaringError, UnexpectedError
from jejaring.settings import debugging

app = typer.Typer(
    name="jejaring",
    help=common.help_text("root"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (load, articles, ask, queries, report):
    group.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jejaring {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=common.help_text("version"))
    ] = False,
) -> None:
    """The options before any command."""


def explain(error: JejaringError) -> None:
    """Print what went wrong and what to do, in the command's language."""
    lang = common.language()
    screen = common.err()
    screen.print(common.plain(f"{common.tell('error')}: {error.message(lang)}", "bold red"))
    if hint := error.hint(lang):
        screen.print(common.plain(hint))


def main() -> None:
    """Run the command line; errors become a message and an exit code, with JEJARING_DEBUG also a traceback."""
    try:
        app()
    except JejaringError as error:
        explain(error)
        sys.exit(error.exit_code)
    except Exception as problem:  # nobody but us can mend it, but nobody shall be shown a traceback unasked
        if debugging():
            raise
        explain(UnexpectedError(problem=f"{type(problem).__name__}: {problem}"))
        sys.exit(UnexpectedError.exit_code)
