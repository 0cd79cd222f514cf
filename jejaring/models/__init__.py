"""The frozen records that stages hand to each other: Document, Mention, Claim, Extraction, Entity, Edge."""

from jejaring.models.claim import ArticleEntity, Claim, Evidence, Extraction, Mention, Modality
from jejaring.models.document import Cut, Document
from jejaring.models.graph import ArticleGraph, Edge, Entity, EntityMention, GraphClaim
from jejaring.models.load import LoadReport, Outcome, Status
from jejaring.models.record import Record

__all__ = [
    "ArticleEntity",
    "ArticleGraph",
    "Claim",
    "Cut",
    "Document",
    "Edge",
    "Entity",
    "EntityMention",
    "Evidence",
    "Extraction",
    "GraphClaim",
    "LoadReport",
    "Mention",
    "Modality",
    "Outcome",
    "Record",
    "Status",
]
