"""The stable Python entry points: load, extract, find, trace, report and queries over an open store."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from jejaring import pipeline
from jejaring.errors import UnwritableFileError
from jejaring.evaluation.gold import to_gold
from jejaring.extraction.extractor import Extractor, RuleExtractor
from jejaring.graph.articles import counts, forget
from jejaring.graph.connect import connect
from jejaring.graph.push import push
from jejaring.graph.store import Store
from jejaring.loaders import Unread, count, read
from jejaring.models import Document, Extraction, LoadReport, Outcome, Status

__all__ = ["Store", "connect", "count", "counts", "extract", "extract_to", "forget", "load", "push", "read"]


def load(
    store: Store,
    sources: Sequence[str],
    *,
    lang: str = "en",
    extractor: Extractor | None = None,
    report: Callable[[Outcome], None] = lambda outcome: None,
) -> LoadReport:
    """Load the articles of files, folders and globs; `report` is called once a document, reasons come in `lang`."""
    extractor = extractor or RuleExtractor()
    return pipeline.load(sources, pipeline.Loading(store, lang=lang, extractor=extractor, report=report))


def extract(document: Document, extractor: Extractor | None = None) -> Extraction:
    """What one document says, without a store."""
    return (extractor or RuleExtractor()).extract(document)


def extract_to(target: TextIO | str, sources: Sequence[str], *, lang: str = "en") -> LoadReport:
    """Write the extraction of every document as one JSON line; a file appears only when it is whole."""
    with _written(target) as out:
        outcomes = tuple(_extracted(found, out, lang) for found in read(sources))
    return LoadReport(outcomes=outcomes, writes=0)


def _extracted(found: Document | Unread, out: TextIO, lang: str) -> Outcome:
    if isinstance(found, Unread):
        return pipeline.unread_outcome(found, lang)
    extraction = extract(found)
    out.write(json.dumps(to_gold(found, extraction), ensure_ascii=False) + "\n")
    return Outcome(
        source=found.source,
        status=Status.OK,
        article=found.id,
        title=found.title,
        entities=len(extraction.entities),
        claims=len(extraction.claims),
    )


@contextmanager
def _written(target: TextIO | str) -> Iterator[TextIO]:
    if not isinstance(target, str):
        yield target
        return
    path = Path(target)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as problem:
        raise UnwritableFileError(path=target, problem=problem.strerror) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
