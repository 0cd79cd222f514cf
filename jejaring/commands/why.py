"""why: what an edge rests on, claim by claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding

from jejaring.commands import common
from jejaring.commands.ask import pick
from jejaring.commands.common import GraphOption, JsonOption, LangOption, help_text, plain, tell
from jejaring.commands.edges import arrow, sentence_lines

if TYPE_CHECKING:
    from jejaring.api import Ground, Why


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command(help=help_text("why"))(why)


def why(
    what: Annotated[list[str], typer.Argument(help=help_text("why.what"), metavar="ID | HEAD EDGE_TYPE TAIL")],
    graph: GraphOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    """Why an edge or a claim is there: its sentences, the rules that read them, and what moved their confidence."""
    from jejaring import api

    common.use(graph, lang)
    if len(what) not in (1, 3):
        raise typer.BadParameter(tell("why_what"))
    with common.opened(graph, lang, read_only=True) as store:
        if len(what) == 1:
            found: tuple[Why, ...] = (api.why(store, what[0]),)
        else:
            api.check_edge_type(what[1])
            found = api.why_between(store, pick(store, what[0]), what[1], pick(store, what[2]))
    if as_json:
        common.print_json(found[0] if len(what) == 1 else list(found))
    else:
        for edge in found:
            _print(edge)


def _print(found: Why) -> None:
    screen = common.out()
    text = plain(found.head.name, "bold").append_text(arrow(found.edge, True))
    screen.print(text.append_text(plain(found.tail.name, "bold")))
    facts = [found.edge.id, *(f"{name}: {value}" for name, value in found.edge.attrs.items())]
    facts.append(tell("basis", claims=found.edge.claims, sources=found.edge.sources))
    screen.print(Padding(plain(", ".join(facts), "dim"), (0, 0, 0, 2)))
    for number, claim in enumerate(found.claims, 1):
        _claim(screen, number, claim)


def _claim(screen: Console, number: int, claim: Ground) -> None:
    from jejaring import api

    lang = common.language()
    screen.print()
    screen.print(plain(f"{number}. ").append_text(sentence_lines(claim)), soft_wrap=False)
    lines = [
        f"{claim.claim} · {tell(f'modality.{claim.modality}')} · {claim.extractor}",
        tell("why_rule", words=api.rule_words(claim.rule or "", lang), rule=claim.rule),
        tell("why_moved" if claim.reasons else "why_confidence", percent=round(100 * claim.confidence)),
    ]
    for line in lines:
        screen.print(Padding(plain(line), (0, 0, 0, 3)))
    for reason in claim.reasons:
        feature, weight = api.split_reason(reason)
        sign = "+" if weight > 0 else "-"
        screen.print(Padding(plain(f"{sign} {api.feature_words(feature, lang)}", "dim"), (0, 0, 0, 5)))
