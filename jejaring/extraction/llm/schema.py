"""The shape of a model's answer, made from the ontology: labels, edge types and modalities can be no others."""

from __future__ import annotations

from functools import cache
from typing import Any

from jejaring import ontology
from jejaring.extraction.events.heads import KIND_OF
from jejaring.models import Modality

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}


@cache
def event_kinds() -> tuple[str, ...]:
    """The kinds that an event may have."""
    return tuple(dict.fromkeys(KIND_OF.values()))


@cache
def answer_schema() -> Schema:
    """The JSON schema of an answer; strict servers want every property required and no others."""
    entity = _object(
        id=_TEXT,
        label=_one_of(ontology.LABELS),
        name=_TEXT,
        forms=_list(_TEXT),
        event_kind={"type": ["string", "null"], "enum": [*event_kinds(), None]},
        event_date=_TEXT_OR_NULL,
    )
    claim = _object(
        evidence=_TEXT,
        head=_TEXT,
        head_words=_TEXT,
        type=_one_of(ontology.EDGES),
        tail=_TEXT,
        tail_words=_TEXT,
        modality=_one_of(m.value for m in Modality),
        speaker=_TEXT_OR_NULL,
        office_or_role=_TEXT_OR_NULL,
    )
    return _object(entities=_list(entity), claims=_list(claim))


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: Any) -> Schema:
    return {"type": "string", "enum": list(values)}
