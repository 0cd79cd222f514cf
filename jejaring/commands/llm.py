"""What load and extract share to read with a language model: the option, the estimate, the consent, the summary."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jejaring.commands import common
from jejaring.commands.common import help_text, tell

if TYPE_CHECKING:
    from jejaring.extraction.llm import Estimate, LlmExtractor


class ExtractorName(StrEnum):
    """The extractors a user can choose."""

    RULES = "rules"
    LLM = "llm"


ExtractorOption = Annotated[ExtractorName, typer.Option("--extractor", help=help_text("extractor"))]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help=help_text("yes"))]


def chosen(name: ExtractorName, sources: Sequence[str], *, yes: bool) -> LlmExtractor | None:
    """The extractor of a command, None for the built-in one; of a model's, the user has agreed to the cost."""
    from jejaring import api

    if name is ExtractorName.RULES:
        return None
    extractor = api.llm_extractor()
    found = api.estimate(sources, extractor)
    _say(_plan(found, extractor))
    if found.send and not yes:
        _agree()
    return extractor


def _plan(found: Estimate, extractor: LlmExtractor) -> str:
    """What will be sent, where to, and what it will cost."""
    counts = {"send": found.send, "kept": found.kept, "left_out": found.left_out}
    lines = [
        tell("llm_plan", model=extractor.endpoint.model, url=extractor.endpoint.url),
        tell("llm_articles", **counts),
    ]
    if found.send:
        price = tell("llm_no_price") if found.cost is None else tell("llm_price", cost=f"{found.cost:.2f}")
        lines.append(tell("llm_tokens", tokens_in=found.tokens_in, tokens_out=found.tokens_out, price=price))
    return "\n".join(lines)


def _agree() -> None:
    from jejaring.extraction.llm.errors import LlmUnconfirmedError

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise LlmUnconfirmedError
    if not typer.confirm(tell("llm_agree"), err=True):
        raise LlmUnconfirmedError


def figures(extractor: LlmExtractor) -> dict[str, Any]:
    """What reading with the model came to: articles asked about and answered before, tokens, cost, what was dropped."""
    from jejaring.extraction.llm import cost

    tally = extractor.tally
    return {
        "extractor": extractor.name,
        "asked": tally.asked,
        "kept": tally.kept,
        "tokens_in": tally.tokens_in,
        "tokens_out": tally.tokens_out,
        "cost": cost(extractor, tally.tokens_in, tally.tokens_out),
        "dropped": dict(sorted(tally.dropped.items())),
    }


def summarise(extractor: LlmExtractor) -> None:
    """Print the figures on standard error, beside whatever a command prints."""
    found = figures(extractor)
    price = "" if found["cost"] is None else f" {tell('llm_price', cost=format(found['cost'], '.2f'))}"
    keys = ("asked", "kept", "tokens_in", "tokens_out")
    lines = [tell("llm_done", **{key: found[key] for key in keys}, price=price)]
    dropped = sorted(found["dropped"].items(), key=lambda pair: (-pair[1], pair[0]))
    if dropped:
        reasons = "; ".join(f"{tell(f'dropped.{reason}')} {number}" for reason, number in dropped)
        lines.append(tell("llm_dropped", n=sum(number for _, number in dropped), reasons=reasons))
    _say("\n".join(lines))


def _say(text: str) -> None:
    common.err().print(common.plain(text), soft_wrap=True)
