"""A model's answer as records: what has the schema's shape is kept, item by item, the rest is counted."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from jejaring import ontology
from jejaring.errors import OntologyError
from jejaring.extraction.llm.problems import UnusableError
from jejaring.extraction.llm.schema import event_kinds
from jejaring.models import Modality

MOST_ENTITIES, MOST_CLAIMS = 250, 500  # the richest annotated article has 51 and 70

Name = Annotated[str, Field(min_length=1, max_length=300)]
Words = Annotated[str, Field(max_length=2_000)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class AnswerEntity(_Part):
    """An entity as the model gives it, of a label that the ontology has."""

    id: Annotated[str, Field(max_length=40)]
    label: str
    name: Name
    forms: list[str] = []
    event_kind: str | None = None
    event_date: str | None = None

    _known = field_validator("label")(ontology.check_label)

    @field_validator("event_kind")
    @classmethod
    def _kind(cls, value: str | None) -> str | None:
        return value if value in event_kinds() else None


class AnswerClaim(_Part):
    """A claim as the model gives it, of a type and a modality that the ontology has; the ends are not yet looked at."""

    evidence: Annotated[str, Field(min_length=1, max_length=2_000)]
    head: str
    head_words: Words = ""
    type: str
    tail: str
    tail_words: Words = ""
    modality: Modality = Field(strict=False)
    speaker: str | None = None
    office_or_role: Words | None = None

    @field_validator("type")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in ontology.EDGES:
            raise ValueError(value)
        return value


@dataclass
class Answer:
    """The items of an answer that have the right shape, and how many had not, by what was wrong."""

    entities: list[AnswerEntity]
    claims: list[AnswerClaim]
    dropped: Counter[str] = field(default_factory=Counter)


def parse(content: str) -> Answer:
    """The answer in what a model wrote, bare, fenced or behind its thoughts; raises UnusableError."""
    try:
        data: Any = json.loads(_json_in(content))
    except (ValueError, RecursionError):
        raise UnusableError("not JSON") from None
    if not isinstance(data, dict) or not all(isinstance(data.get(key), list) for key in ("entities", "claims")):
        raise UnusableError("not the schema's shape")
    dropped: Counter[str] = Counter()
    entities = _items(AnswerEntity, data["entities"], MOST_ENTITIES, dropped)
    return Answer(entities, _items(AnswerClaim, data["claims"], MOST_CLAIMS, dropped), dropped)


def _json_in(content: str) -> str:
    """What is left of a text without thoughts before it and a fence around it (no pattern: any text is fast)."""
    text = content.strip()
    if text.startswith("<think>"):
        text = text.partition("</think>")[2].strip()
    return text.partition("\n")[2].rpartition("```")[0] if text.startswith("```") else text


P = TypeVar("P", bound=_Part)


def _items(kind: type[P], items: list[Any], most: int, dropped: Counter[str]) -> list[P]:
    kept = []
    for item in items[:most]:
        try:
            kept.append(kind.model_validate(item))
        except ValidationError as problem:
            dropped[_fault(problem)] += 1
        except OntologyError:
            dropped["label"] += 1
        except UnicodeError:  # half a surrogate pair, where pydantic wants to tell of it
            dropped["shape"] += 1
    if len(items) > most:
        dropped["many"] += len(items) - most
    return kept


def _fault(problem: ValidationError) -> str:
    """What is wrong with an item, by the first field that is not as it should be."""
    place = problem.errors(include_url=False, include_input=False)[0]["loc"]
    return str(place[0]) if place and place[0] in ("label", "type", "modality") else "shape"
