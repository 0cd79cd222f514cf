"""tests/gold/network.yaml as what articles bring to a graph."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from jejaring.models import ArticleEntity, ArticleGraph, Claim, Document, Evidence, Extraction, Mention
from jejaring.resolution.resolver import resolve

FILE = Path(__file__).with_suffix(".yaml")
_FIELDS = ("id", "title", "outlet", "url", "published", "copyright_year", "rights", "text")


def network() -> list[ArticleGraph]:
    """The articles, in the file's order."""
    return [_article(row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))]


def _article(row: dict[str, Any]) -> ArticleGraph:
    text = row["text"]
    fields = {key: row[key] for key in _FIELDS if key in row}
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(name=row["id"], source=FILE.name, content_hash=digest, **fields)
    entities = {key: _entity(key, told) for key, told in row["entities"].items()}
    extraction = Extraction(
        document=document.id,
        extractor="gold/1",
        entities=tuple(entities.values()),
        mentions=tuple(mention for entity in entities.values() for mention in _mentions(text, entity)),
        claims=tuple(_claim(text, entities, claim) for claim in row["claims"]),
    )
    return resolve(document, extraction)


def _entity(key: str, told: list[Any]) -> ArticleEntity:
    label, *forms = told
    attrs = forms.pop() if isinstance(forms[-1], dict) else {}
    return ArticleEntity(id=key, label=label, name=forms[0], aliases=tuple(forms[1:]), attrs=attrs)


def _mentions(text: str, entity: ArticleEntity) -> Iterator[Mention]:
    for form in (entity.name, *entity.aliases):
        for place in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            yield Mention(start=place.start(), end=place.end(), text=form, label=entity.label, entity=entity.id)


def _claim(text: str, entities: dict[str, ArticleEntity], told: list[Any]) -> Claim:
    head, kind, tail, modality, speaker, evidence, *attrs = told
    start = text.index(evidence)
    return Claim(
        head=head,
        head_label=entities[head].label,
        type=kind,
        tail=tail,
        tail_label=entities[tail].label,
        modality=modality,
        attributed_to=speaker,
        evidence=Evidence(start=start, end=start + len(evidence), text=evidence),
        confidence=0.9,
        extractor="gold/1",
        rule="gold",
        attrs=attrs[0] if attrs else {},
        reasons=("gap:near +0.20", "head-as:pronoun -0.10"),
    )
