"""Records as rows of properties, and rows as records again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jejaring.graph.store import Statement, Store
from jejaring.graph.sums import ClaimRow, Tally, dumped, properties
from jejaring.models import ArticleGraph, Document, Edge, EntityMention, GraphClaim

ROWS = 2000  # rows a statement, ids a question
Row = dict[str, Any]


def batches(cypher: str, rows: Sequence[Any]) -> list[Statement]:
    """`cypher` over `rows` ($rows), so many at a time; none where there are no rows."""
    return [Statement(cypher, {"rows": rows[at : at + ROWS]}) for at in range(0, len(rows), ROWS)]


def ask(store: Store, cypher: str, ids: Iterable[str], **params: Any) -> list[Row]:
    """The rows of `cypher` for all `ids` ($ids), so many at a time."""
    wanted = sorted(set(ids))
    parts = [wanted[at : at + ROWS] for at in range(0, len(wanted), ROWS)]
    return [row for part in parts for row in store.read(cypher, {"ids": part, **params})]


def filled(row: Row) -> Row:
    """`row` without what is None: a missing property says the same."""
    return {key: value for key, value in row.items() if value is not None}


def date_of(document: Document) -> str | None:
    """The day, month or year that dates the article; its copyright year where nothing else does."""
    if document.published:
        return document.published[:10]
    return str(document.copyright_year) if document.copyright_year else None


def article_row(article: ArticleGraph) -> Row:
    """The properties of an Article node: everything known of the document but its text."""
    document = article.document
    row = document.model_dump(exclude={"text", "cuts", "content_hash", "authors"})
    row |= {"authors": list(document.authors), "hash": document.content_hash}
    return filled(row | {"story": article.story, "fingerprint": article.fingerprint})


def document_of(row: Row) -> Document:
    """The document of an Article node, without its text."""
    fields = {key: value for key, value in row.items() if key in Document.model_fields}
    return Document(**{**fields, "text": "", "authors": tuple(row["authors"]), "content_hash": row["hash"]})


def mention_row(article: str, mention: EntityMention) -> Row:
    """A MENTIONS edge: its ends and its properties."""
    forms = sorted(mention.forms)
    properties = {
        "count": sum(mention.forms.values()),
        "forms": forms,
        "form_counts": [mention.forms[form] for form in forms],
        "name": mention.name,
        "canonical": mention.canonical,
        "attrs": dumped(mention.attrs),
    }
    return {"article": article, "entity": mention.id, "props": filled(properties)}


def mention_of(row: Row) -> EntityMention:
    """The mention that a MENTIONS edge holds; `row` has its properties, and `id` and `labels` of the entity."""
    return EntityMention(
        id=row["id"],
        label=next(label for label in row["labels"] if label != "Entity"),
        name=row["name"],
        canonical=row["canonical"],
        forms=dict(zip(row["forms"], row["form_counts"], strict=True)),
        attrs=json.loads(row["attrs"]),
    )


def claim_row(article: ArticleGraph, claim: GraphClaim) -> Row:
    """A Claim node and the ids of what it points to."""
    properties = {
        "id": claim.id,
        "edge": claim.edge,
        "edge_type": claim.type,
        "modality": str(claim.modality),
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "confidence": float(claim.confidence),
        "extractor": claim.extractor,
        "rule": claim.rule,
        "attrs": dumped(claim.attrs),
        "reasons": list(claim.reasons),
    }
    ends = {"head": claim.head, "tail": claim.tail, "speaker": claim.attributed_to}
    return {"id": claim.id, "article": article.document.id, **ends, "props": properties}


def claim_of(row: Row) -> GraphClaim:
    """The claim that a Claim node holds; `row` has its properties, and `head`, `tail` and `speaker`."""
    return GraphClaim(
        id=row["id"],
        edge=row["edge"],
        type=row["edge_type"],
        head=row["head"],
        tail=row["tail"],
        modality=row["modality"],
        evidence={"start": row["evidence_start"], "end": row["evidence_end"], "text": row["evidence"]},
        attributed_to=row["speaker"],
        confidence=row["confidence"],
        extractor=row["extractor"],
        rule=row["rule"],
        attrs=json.loads(row["attrs"]),
        reasons=tuple(row.get("reasons") or ()),
    )


def claim_sum_row(article: ArticleGraph, claim: GraphClaim) -> ClaimRow:
    """What the claim's edge needs to know of it."""
    return ClaimRow(
        id=claim.id,
        edge=claim.edge,
        type=claim.type,
        head=claim.head,
        tail=claim.tail,
        modality=str(claim.modality),
        confidence=float(claim.confidence),
        attrs=claim.attrs,
        article=article.document.id,
        story=article.story,
        date=date_of(article.document),
    )


def entity_row(identity: str, tally: Tally) -> Row:
    """An Entity node's properties."""
    entity = tally.entity(identity)
    row = entity.model_dump(exclude={"label", "attrs"}) | properties(entity.attrs)
    row |= {"aliases": list(entity.aliases), "alias_counts": list(entity.alias_counts), "tally": tally.dump()}
    return {"id": identity, "props": row}


def edge_row(edge: Edge) -> Row:
    """An ontology edge: its ends and its properties."""
    fields: Mapping[str, Any] = edge.model_dump(exclude={"type", "head", "tail", "attrs"})
    row = filled({**fields, "modality": str(edge.modality)}) | properties(edge.attrs, edge=True)
    return {"id": edge.id, "head": edge.head, "tail": edge.tail, "props": row}
