"""Gold articles in the format of the annotation guidelines: read, written, and turned into drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from jejaring.errors import EmptyFileError, MissingFileError, NotGoldError, UnreadableFileError
from jejaring.extraction.draft import Draft
from jejaring.loaders import from_row
from jejaring.models import Document, Extraction

Gold = dict[str, Any]


def read_gold(path: Path) -> list[Gold]:
    """The articles of a gold file, one a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def to_gold(document: Document, extraction: Extraction) -> Gold:
    """An extraction in the format of gold, evidence with its offsets; `id` is the row's own id or the file's stem."""
    return {
        "id": document.name,
        "source": document.source,
        "title": document.title,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "entities": [
            {"id": e.id, "type": e.label, "name": e.name, "aliases": list(e.aliases), "attrs": e.attrs}
            for e in extraction.entities
        ],
        "claims": [
            {
                "head": c.head,
                "type": c.type,
                "tail": c.tail,
                "modality": c.modality.value,
                "evidence": c.evidence.text,
                "start": c.evidence.start,
                "end": c.evidence.end,
                "attributed_to": c.attributed_to,
                "confidence": c.confidence,
                "extractor": c.extractor,
                "rule": c.rule,
                "reasons": list(c.reasons),
                "attrs": c.attrs,
            }
            for c in extraction.claims
        ],
    }


def document_of(article: Gold) -> Document:
    """A gold article as the JSONL loader reads it: the page around the story is cut."""
    return from_row({key: article.get(key) for key in ("id", "title", "published", "language", "text")}, article["id"])


def gold_draft(article: Gold, without: Collection[str] = ("Event", "Topic"), document: Document | None = None) -> Draft:
    """A draft that holds gold's entities (but those labelled in `without`), each at every place where a form stands.

    Longer forms win over shorter ones inside them, so that relation rules can be measured apart from name finding.
    """
    draft = Draft.of(document or document_of(article))
    taken = [False] * len(draft.text)
    given = [e for e in article["entities"] if e["type"] not in without]
    things = {e["id"]: draft.add(e["type"], e["name"], **e["attrs"]) for e in given}
    forms = [(f, e["id"]) for e in given for f in [e["name"], *e["aliases"]]]
    for form, owner in sorted(set(forms), key=lambda f: (-len(f[0]), f)):
        for start, end in _places(draft.text, form, taken):
            taken[start:end] = [True] * (end - start)
            draft.mention(things[owner], start, end)
    return draft


def _places(text: str, form: str, taken: list[bool]) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
        if not any(taken[match.start() : match.end()]):
            yield match.span()


_NEEDED = {"id": str, "text": str, "entities": list, "claims": list}
_PARTS = {"entities": ("id", "type", "name"), "claims": ("head", "type", "tail", "evidence", "modality")}


def checked_gold(path: str) -> list[Gold]:
    """The annotated articles of a user's file; MissingFileError, UnreadableFileError, NotGoldError with the line."""
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise MissingFileError(source=path) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise UnreadableFileError(source=path, problem=getattr(problem, "strerror", None) or "not UTF-8") from None
    rows = [_checked(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise EmptyFileError(source=path)
    return rows


def _checked(source: str, line: str) -> Gold:
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise NotGoldError(source=source, problem=str(problem)) from None
    if not isinstance(row, dict):
        raise NotGoldError(source=source, problem=type(row).__name__)
    wrong = [key for key, kind in _NEEDED.items() if not isinstance(row.get(key), kind)]
    wrong += [f"{part}.{key}" for part in _PARTS if part not in wrong for key in _lacking(row[part], part)]
    if not wrong:
        known = {e["id"] for e in row["entities"]}
        wrong = [str(c[end]) for c in row["claims"] for end in ("head", "tail") if c[end] not in known]
    if wrong:
        raise NotGoldError(source=source, problem=", ".join(dict.fromkeys(wrong)))
    return row


def _lacking(items: list[Any], part: str) -> list[str]:
    return [k for i in items for k in _PARTS[part] if not (isinstance(i, dict) and isinstance(i.get(k), str))]
