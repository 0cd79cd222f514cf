"""A finished draft as an Extraction: one claim a fact and modality, and only what is named or takes part.

Which claim of a fact is kept the rules' own confidence says; how sure it is, the calibrated one.
"""

from __future__ import annotations

from collections.abc import Iterable

from jejaring import ontology
from jejaring.extraction.confidence import Scene
from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.models import ArticleEntity, Claim, Evidence, Extraction, Mention, Modality

# These are kept only where a claim needs them.
_ONLY_IN_CLAIMS = frozenset({"Event", "Topic", "Group"})


def finish(draft: Draft, extractor: str) -> Extraction:
    """The extraction that `draft` amounts to; pronouns and nominals give mentions but no aliases."""
    proposals = one_a_fact(draft.proposals)
    scene = Scene(draft, proposals)
    used = {end for p in proposals for end in (p.head, p.tail, p.speaker) if end}
    kept = [t for t in _in_text_order(draft) if t.id in used or t.label not in _ONLY_IN_CLAIMS]
    ids = {thing.id: f"e{number}" for number, thing in enumerate(kept, 1)}
    return Extraction(
        document=draft.document.id,
        extractor=extractor,
        entities=tuple(_entity(thing, ids) for thing in kept),
        mentions=tuple(_mention(draft, span, ids) for span in draft.spans if span.entity in ids),
        claims=tuple(_claim(scene, p, ids, extractor) for p in proposals),
    )


def _in_text_order(draft: Draft) -> list[Thing]:
    first: dict[str, int] = {}
    for span in draft.spans:
        first.setdefault(span.entity, span.start)
    return sorted(draft.things.values(), key=lambda t: (first.get(t.id, len(draft.text)), int(t.id[1:])))


def _fact(proposal: Proposal) -> tuple[str, ...]:
    edge = ontology.EDGES[proposal.type]
    ends = [proposal.head, proposal.tail]
    key = str(proposal.attrs.get(edge.key, "")) if edge.key else ""
    return (proposal.type, *(sorted(ends) if edge.symmetric else ends), key, proposal.modality or "asserted")


def one_a_fact(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The most confident proposal of each fact (the earlier of equals), in text order."""
    best: dict[tuple[str, ...], Proposal] = {}
    for proposal in sorted(proposals, key=lambda p: (-p.confidence, p.start, p.end, p.rule)):
        best.setdefault(_fact(proposal), proposal)
    return sorted(best.values(), key=lambda p: (p.start, p.end, p.type, int(p.head[1:]), int(p.tail[1:])))


def _entity(thing: Thing, ids: dict[str, str]) -> ArticleEntity:
    aliases = tuple(form for form in dict.fromkeys(thing.forms) if form != thing.name)
    return ArticleEntity(id=ids[thing.id], label=thing.label, name=thing.name, aliases=aliases, attrs=thing.attrs)


def _mention(draft: Draft, span: Span, ids: dict[str, str]) -> Mention:
    text = draft.document.text[span.start : span.end]
    return Mention(start=span.start, end=span.end, text=text, label=draft.label(span), entity=ids[span.entity])


def _claim(scene: Scene, proposal: Proposal, ids: dict[str, str], extractor: str) -> Claim:
    draft, verdict = scene.draft, scene.verdict(proposal)
    return Claim(
        head=ids[proposal.head],
        head_label=draft.things[proposal.head].label,
        type=proposal.type,
        tail=ids[proposal.tail],
        tail_label=draft.things[proposal.tail].label,
        modality=Modality(proposal.modality or "asserted"),
        evidence=Evidence(
            start=proposal.start, end=proposal.end, text=draft.document.text[proposal.start : proposal.end]
        ),
        attributed_to=ids[proposal.speaker] if proposal.speaker else None,
        confidence=verdict.confidence,
        extractor=extractor,
        rule=proposal.rule,
        attrs=proposal.attrs,
        reasons=verdict.reasons,
    )
