"""The extractor protocol, and the first extractor: rules, lexicon, gazetteer and a trained model, step by step."""

from __future__ import annotations

from typing import Protocol

from jejaring.extraction.attribution import attribution
from jejaring.extraction.coreference import coreference
from jejaring.extraction.draft import Draft, Step
from jejaring.extraction.events import events
from jejaring.extraction.finish import finish
from jejaring.extraction.groups import groups
from jejaring.extraction.learned import learned
from jejaring.extraction.modality import modality
from jejaring.extraction.names import names
from jejaring.extraction.relations import RULES
from jejaring.models import Document, Extraction

VERSION = "4"  # raise it when the same text may give other claims: loaded articles are then read anew


class Extractor(Protocol):
    """Whatever reads a document: rules, a trained model, or both."""

    @property
    def name(self) -> str:
        """Its name and version, "rules/1": it stands in every claim."""

    def extract(self, document: Document) -> Extraction:
        """What `document` says; the same document always gives the same extraction."""


def relations(draft: Draft) -> None:
    """Let every relation rule propose."""
    for rule in RULES:
        for proposal in rule(draft):
            draft.propose(proposal)


STEPS: tuple[Step, ...] = (names, coreference, groups, events, relations, learned, modality, attribution)


class RuleExtractor:
    """The steps above, in order; no network, no randomness, no clock."""

    def __init__(self, steps: tuple[Step, ...] = STEPS) -> None:
        self.steps = steps

    @property
    def name(self) -> str:
        """Its name and version."""
        return f"rules/{VERSION}"

    def extract(self, document: Document) -> Extraction:
        """What the rules read in `document`."""
        draft = Draft.of(document)
        for step in self.steps:
            step(draft)
        return finish(draft, self.name)
