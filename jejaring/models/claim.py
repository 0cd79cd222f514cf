"""What one article says: mentions, the things they stand for in the article, and claims with their evidence."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field, field_validator, model_validator

from jejaring import ontology
from jejaring.models.record import Record


class Modality(StrEnum):
    """Whether a claim is told as so, as planned, as hoped for, or as not so."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HOPED = "hoped"
    DENIED = "denied"


class Mention(Record):
    """The span `text[start:end]` of an article, its label, and the id of the article's entity it stands for."""

    start: int
    end: int
    text: str
    label: str
    entity: str


class ArticleEntity(Record):
    """One thing inside one article: its fullest name there, the other forms the article uses, and attributes."""

    id: str
    label: str
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    attrs: dict[str, Any] = Field(default_factory=dict)

    _known_label = field_validator("label")(ontology.check_label)


class Evidence(Record):
    """The sentence, or the clause of it, that says so: exactly `text[start:end]` of the article."""

    start: int
    end: int
    text: str = Field(min_length=1)


class Claim(Record):
    """One sentence of one article that says `head -type-> tail`; ends the ontology forbids raise OntologyError.

    `head`, `tail` and `attributed_to` are ids of the article's entities, `confidence` is in 0..1, `extractor` is
    "name/version", `rule` says which rule or feature made it, `reasons` what moved its confidence ("gap:far -0.35").
    """

    head: str
    head_label: str
    type: str
    tail: str
    tail_label: str
    modality: Modality = Modality.ASSERTED
    evidence: Evidence
    attributed_to: str | None = None
    confidence: float = Field(ge=0, le=1)
    extractor: str
    rule: str
    attrs: dict[str, Any] = Field(default_factory=dict)
    reasons: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _ends_are_allowed(self) -> Claim:
        ontology.check_edge(self.type, self.head_label, self.tail_label)
        return self


class Extraction(Record):
    """All that an extractor read in one document, in a stable order."""

    document: str
    extractor: str
    entities: tuple[ArticleEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
