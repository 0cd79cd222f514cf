"""One article's extraction as its part of the graph: ids over articles instead of ids inside the article."""

from __future__ import annotations

from collections import Counter
from typing import Any

from jejaring import ontology
from jejaring.models import (
    ArticleEntity,
    ArticleGraph,
    Claim,
    Document,
    EntityMention,
    Extraction,
    GraphClaim,
)
from jejaring.resolution.identity import VERSION, canonical_name, digest, entity_id
from jejaring.text.normalise import fold


def fingerprint(document: Document, extractor: str) -> str:
    """What changes when the document, what is known of it, or the reading of it changes."""
    return digest(document.model_dump_json(exclude={"source", "name"}), extractor, VERSION)


def story(document: Document) -> str:
    """The id of the story: copies of one text share it, whatever their headline and boilerplate."""
    body = document.masked.replace(document.title, " ", 1) if document.title else document.masked
    return f"story-{digest(fold(body))}"


def resolve(document: Document, extraction: Extraction) -> ArticleGraph:
    """What `document` brings to the graph; entities that get the same id become one, claims on one thing alone go."""
    ids = {entity.id: entity_id(entity, document) for entity in extraction.entities}
    claims: dict[str, GraphClaim] = {}
    for claim in extraction.claims:
        if ids[claim.head] != ids[claim.tail]:
            graph_claim = _claim(claim, ids, document)
            claims.setdefault(graph_claim.id, graph_claim)
    return ArticleGraph(
        document=document,
        story=story(document),
        fingerprint=fingerprint(document, extraction.extractor),
        entities=_mentions(extraction, ids),
        claims=tuple(claims.values()),
    )


def _mentions(extraction: Extraction, ids: dict[str, str]) -> tuple[EntityMention, ...]:
    counts: dict[str, Counter[str]] = {}
    for mention in extraction.mentions:
        counts.setdefault(mention.entity, Counter())[" ".join(mention.text.split())] += 1
    merged: dict[str, EntityMention] = {}
    for entity in extraction.entities:
        found = _mention(entity, ids[entity.id], counts.get(entity.id, Counter()))
        merged[found.id] = _merge(merged[found.id], found) if found.id in merged else found
    return tuple(merged[key] for key in sorted(merged))


def _mention(entity: ArticleEntity, identity: str, counts: Counter[str]) -> EntityMention:
    forms = {" ".join(form.split()): 0 for form in (entity.name, *entity.aliases)}
    forms = {form: counts.get(form, 0) for form in forms}
    return EntityMention(
        id=identity,
        label=entity.label,
        name=" ".join(entity.name.split()),
        canonical=canonical_name(entity),
        forms=dict(sorted(forms.items())),
        attrs=entity.attrs,
    )


def _merge(one: EntityMention, other: EntityMention) -> EntityMention:
    forms = Counter(one.forms) + Counter(other.forms)
    forms.update(dict.fromkeys((*one.forms, *other.forms), 0))
    name = max(one.name, other.name, key=lambda n: (len(n), n))
    update = {"name": name, "forms": dict(sorted(forms.items())), "attrs": {**other.attrs, **one.attrs}}
    return one.model_copy(update=update)


def edge_id(kind: str, head: str, tail: str, attrs: dict[str, Any]) -> str:
    """The id of the edge that a claim supports: its type, its ends (sorted if symmetric) and its key attribute."""
    edge = ontology.EDGES[kind]
    ends = sorted((head, tail)) if edge.symmetric else [head, tail]
    return f"edge-{digest(kind, *ends, fold(str(attrs.get(edge.key, ''))) if edge.key else '')}"


def _claim(claim: Claim, ids: dict[str, str], document: Document) -> GraphClaim:
    head, tail = ids[claim.head], ids[claim.tail]
    edge = edge_id(claim.type, head, tail, claim.attrs)
    return GraphClaim(
        id=f"claim-{digest(document.id, edge, claim.modality, str(claim.evidence.start))}",
        edge=edge,
        type=claim.type,
        head=head,
        tail=tail,
        modality=claim.modality,
        evidence=claim.evidence,
        attributed_to=ids[claim.attributed_to] if claim.attributed_to else None,
        confidence=claim.confidence,
        extractor=claim.extractor,
        rule=claim.rule,
        attrs=claim.attrs,
        reasons=claim.reasons,
    )
