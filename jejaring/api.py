"""The stable Python entry points: load, extract, find, trace, report and queries over an open store."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, TextIO

from jejaring import pipeline
from jejaring.errors import DocumentError, UnwritableFileError
from jejaring.evaluation.evaluate import Evaluation, evaluate, evaluate_file
from jejaring.evaluation.gold import to_gold
from jejaring.extraction.extractor import Extractor, RuleExtractor
from jejaring.graph.articles import counts, forget
from jejaring.graph.connect import connect
from jejaring.graph.push import push
from jejaring.graph.store import Store
from jejaring.loaders import Unread, count, read
from jejaring.models import Document, Extraction, LoadReport, Modality, Outcome, Status
from jejaring.queries import (
    Ground,
    Match,
    Profile,
    Query,
    Rows,
    Why,
    check_edge_type,
    feature_words,
    find,
    queries,
    resolve,
    rule_words,
    run,
    run_cypher,
    show,
    split_reason,
    why,
    why_between,
)
from jejaring.queries.articles import ArticleRow, article, articles
from jejaring.queries.rows import EdgeRow, Node, Sentence
from jejaring.reports import ReportData, markdown, report
from jejaring.settings import LlmSettings, load_llm_settings
from jejaring.trace import Hop, Pair, Path, Trace, TraceOptions, explain
from jejaring.trace import trace as trace_ids

if TYPE_CHECKING:
    from jejaring.extraction.llm import Estimate, LlmExtractor

__all__ = [
    "ArticleRow",
    "EdgeRow",
    "Evaluation",
    "Ground",
    "Hop",
    "LlmSettings",
    "Match",
    "Node",
    "Pair",
    "Path",
    "Profile",
    "Query",
    "ReportData",
    "Rows",
    "Sentence",
    "Store",
    "Trace",
    "Why",
    "article",
    "articles",
    "check_edge_type",
    "connect",
    "count",
    "counts",
    "estimate",
    "evaluate",
    "evaluate_file",
    "explain",
    "extract",
    "extract_to",
    "feature_words",
    "find",
    "forget",
    "llm_extractor",
    "load",
    "markdown",
    "push",
    "queries",
    "read",
    "report",
    "resolve",
    "rule_words",
    "run",
    "run_cypher",
    "show",
    "split_reason",
    "trace",
    "unreadable",
    "why",
    "why_between",
    "write_text",
]


def load(
    store: Store,
    sources: Sequence[str],
    *,
    lang: str = "en",
    extractor: Extractor | None = None,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> LoadReport:
    """Load the articles of files, folders and globs; `report` hears of each as it is read, reasons come in `lang`."""
    extractor = extractor or RuleExtractor()
    return pipeline.load(sources, pipeline.Loading(store, lang=lang, extractor=extractor, report=report))


def unreadable(sources: Sequence[str], *, lang: str = "en") -> LoadReport | None:
    """The report of a load that can't bring anything, known before a store is opened; None where one can."""
    return pipeline.unreadable(sources, lang)


def extract(document: Document, extractor: Extractor | None = None) -> Extraction:
    """What one document says, without a store."""
    return (extractor or RuleExtractor()).extract(document)


def extract_to(
    target: TextIO | str,
    sources: Sequence[str],
    *,
    lang: str = "en",
    extractor: Extractor | None = None,
) -> LoadReport:
    """Write the extraction of every document as one JSON line; a file appears only when it is whole."""
    extractor = extractor or RuleExtractor()
    with _written(target) as out:
        outcomes = tuple(_extracted(found, out, lang, extractor) for found in read(sources))
    return LoadReport(outcomes=outcomes, writes=0)


def llm_extractor(settings: LlmSettings | None = None) -> LlmExtractor:
    """An extractor that asks a language model (the settings: those of the environment); nothing is sent yet.

    Raises LlmError where settings or the extra `llm` are missing.
    """
    from jejaring.extraction.llm import LlmExtractor  # noqa: PLC0415 - only those who ask for it wait for it

    return LlmExtractor(settings or load_llm_settings())


def estimate(sources: Sequence[str], extractor: LlmExtractor) -> Estimate:
    """What reading `sources` with a language model will cost at most; nothing is sent."""
    from jejaring.extraction.llm import estimate  # noqa: PLC0415

    return estimate((found for found in read(sources) if isinstance(found, Document)), extractor)


def _extracted(found: Document | Unread, out: TextIO, lang: str, extractor: Extractor) -> Outcome:
    if isinstance(found, Unread):
        return pipeline.unread_outcome(found, lang)
    try:
        extraction = extractor.extract(found)
    except DocumentError as error:
        return pipeline.unread_outcome(Unread(found.source, error, skipped=error.skipped), lang)
    out.write(json.dumps(to_gold(found, extraction), ensure_ascii=False) + "\n")
    return Outcome(
        source=found.source,
        status=Status.OK,
        article=found.id,
        title=found.title,
        entities=len(extraction.entities),
        claims=len(extraction.claims),
    )


def trace(store: Store, ids: Sequence[str], *, max_hops: int = 4, asserted_only: bool = False) -> Trace:
    """How the entities `ids` (two or more) connect, over at most `max_hops` edges a path."""
    modalities = (Modality.ASSERTED,) if asserted_only else tuple(Modality)
    return trace_ids(store, ids, TraceOptions(max_hops=max_hops, modalities=modalities))


def write_text(path: str, text: str) -> None:
    """Write `text` to a file that appears only when it is whole; UnwritableFileError where it can't be."""
    with _written(path) as out:
        out.write(text)


@contextmanager
def _written(target: TextIO | str) -> Iterator[TextIO]:
    if not isinstance(target, str):
        yield target
        return
    path = FilePath(os.path.realpath(target))  # a link stays one: what it points to is written
    try:
        if not target or path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with _whole(path) if path.is_file() or not path.exists() else path.open("w", encoding="utf-8") as out:
            yield out
    except OSError as problem:
        raise UnwritableFileError(path=target, problem=problem.strerror) from None


@contextmanager
def _whole(path: FilePath) -> Iterator[TextIO]:
    """A file that takes the place of `path` once all is written; devices and pipes must not be replaced so."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        FilePath(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
