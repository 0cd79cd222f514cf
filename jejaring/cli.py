"""The command line: the root app and the error boundary."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Annotated, TextIO

import typer

from jejaring import __version__
from jejaring.commands import articles, ask, common, evaluate, load, queries, report, why
from jejaring.errors import JejaringError, UnexpectedError, UnwritableFileError
from jejaring.settings import debugging

app = typer.Typer(
    name="jejaring",
    help=common.help_text("root"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (load, articles, ask, why, queries, report, evaluate):
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


def any_text(stream: TextIO) -> None:
    """Let a stream take every character: files and pipes in UTF-8, terminals as they can, the rest as escapes."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def as_ours(problem: Exception) -> JejaringError:
    """What nobody but us can mend, as an error of ours: nobody shall be shown a traceback unasked."""
    if isinstance(problem, OSError) and problem.filename is None and problem.errno in (errno.ENOSPC, errno.EIO):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be written would fail again at the end
        return UnwritableFileError(path="-", problem=problem.strerror)
    return UnexpectedError(problem=f"{type(problem).__name__}: {problem}")


def main() -> None:
    """Run the command line; errors become a message and an exit code, with JEJARING_DEBUG also a traceback."""
    any_text(sys.stdout)
    any_text(sys.stderr)
    try:
        app()
    except Exception as problem:
        error = problem if isinstance(problem, JejaringError) else as_ours(problem)
        if isinstance(error, UnexpectedError) and debugging():
            raise
        explain(error)
        sys.exit(error.exit_code)
