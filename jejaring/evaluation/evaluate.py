"""The whole evaluation: gold articles read by the extractor, judged, and summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import Field

from jejaring.evaluation.calibration import calibration
from jejaring.evaluation.figures import Figures, by_language, figures, intervals, total
from jejaring.evaluation.gold import Gold, checked_gold, document_of, gold_draft, to_gold
from jejaring.evaluation.judge import Fault, Judged, judge
from jejaring.extraction.extractor import STEPS, Extractor, RuleExtractor
from jejaring.extraction.finish import finish
from jejaring.models.record import Record

# Steps that given entities replace.
_NAMING = {"names", "coreference", "groups"}


class Evaluation(Record):
    """How right extraction is on gold articles: figures in percent, how far they swing, errors by kind, calibration."""

    articles: int
    missing: tuple[str, ...] = ()
    figures: dict[str, Any]
    intervals: dict[str, tuple[float, float]] = Field({})
    languages: dict[str, Any] = Field({})
    kinds: dict[str, int] = Field({})
    errors: tuple[Fault, ...] = ()
    calibration: dict[str, Any] = Field({})


def predict(article: Gold, extractor: Extractor | None = None) -> Gold:
    """The extraction of one gold article, in gold's format."""
    document = document_of(article)
    return to_gold(document, (extractor or RuleExtractor()).extract(document))


def predict_given(article: Gold) -> Gold:
    """The same with people, institutions, programmes, places and groups from gold: events and relations alone."""
    document = document_of(article)
    draft = gold_draft(article, document=document)
    for step in STEPS:
        if step.__name__ not in _NAMING:  # type: ignore[attr-defined]
            step(draft)
    return to_gold(document, finish(draft, "rules/given"))


def evaluate(golds: Sequence[Gold], found: Iterable[Gold]) -> Evaluation:
    """`found` (matched by id; what is missing counts as empty) against `golds`."""
    by_id = {article["id"]: article for article in found}
    judged = [judge(gold, by_id.get(gold["id"], {"entities": [], "claims": []})) for gold in golds]
    return summed(judged, tuple(gold["id"] for gold in golds if gold["id"] not in by_id))


def summed(judged: Sequence[Judged], missing: tuple[str, ...] = ()) -> Evaluation:
    """What judged articles add up to."""
    errors = tuple(fault for article in judged for fault in article.faults)
    kinds = Counter(fault.kind for fault in errors)
    found: Figures = figures(total(judged))
    return Evaluation(
        articles=len(judged),
        missing=missing,
        figures=found,
        intervals=intervals(judged),
        languages=by_language(judged),
        kinds=dict(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
        errors=errors,
        calibration=calibration([claim for article in judged for claim in article.claims]),
    )


def evaluate_file(gold: str, predicted: str | None = None, extractor: Extractor | None = None) -> Evaluation:
    """The articles of the file `gold` read by the extractor, or as the file `predicted` has them, and judged.

    Raises MissingFileError, UnreadableFileError, EmptyFileError, NotGoldError.
    """
    golds = checked_gold(gold)
    extractor = extractor or RuleExtractor()
    found = checked_gold(predicted) if predicted else [predict(article, extractor) for article in golds]
    return evaluate(golds, found)
