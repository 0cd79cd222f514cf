"""Say in words what a path rests on and why it ranks where it does, in English and Indonesian."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jejaring import ontology
from jejaring.models import Modality
from jejaring.trace.paths import hub_cost
from jejaring.trace.records import Hop, Path

_TOLD = 0.2  # the cost from which a hub is worth a word: 32 connections
WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "hops": "{hops} steps",
            "hop": "a direct connection",
            "asserted": "all of it told as fact",
            "planned": "only planned: {what}",
            "hoped": "only hoped for: {what}",
            "denied": "denied: {what}",
            "disputed": "asserted, but also denied: {what}",
            "one_sentence": "rests on one single sentence",
            "one_article": "rests on one single article",
            "source": "at least one step has a single source",
            "sources": "every step has {sources} independent sources or more",
            "confidence": "the least certain step: {confidence:.2f}",
            "hub": "goes through {name}, which has {degree} connections and so says little",
        },
        "id": {
            "hops": "{hops} langkah",
            "hop": "hubungan langsung",
            "asserted": "semuanya dinyatakan sebagai fakta",
            "planned": "baru direncanakan: {what}",
            "hoped": "baru diharapkan: {what}",
            "denied": "dibantah: {what}",
            "disputed": "dinyatakan, tetapi juga dibantah: {what}",
            "one_sentence": "hanya bertumpu pada satu kalimat",
            "one_article": "hanya bertumpu pada satu artikel",
            "source": "sedikitnya satu langkah hanya memiliki satu sumber",
            "sources": "setiap langkah memiliki {sources} sumber independen atau lebih",
            "confidence": "langkah yang paling kurang pasti: {confidence:.2f}",
            "hub": "melalui {name}, yang memiliki {degree} hubungan sehingga kurang bermakna",
        },
    }
)


def explain(path: Path, lang: str = "en") -> tuple[str, ...]:
    """Why the path ranks where it does, one reason each: length, modality, what it rests on, certainty, hubs."""
    words = WORDS["id" if lang == "id" else "en"]
    count = len(path.hops)
    reasons = [words["hop"] if count == 1 else words["hops"].format(hops=count)]
    reasons += _modalities(path, words)
    reasons += _basis(path, words)
    reasons.append(words["confidence"].format(confidence=min(hop.edge.confidence for hop in path.hops)))
    hubs = (node for node in path.nodes[1:-1] if hub_cost(node) >= _TOLD)
    reasons += [words["hub"].format(name=node.name, degree=node.degree) for node in hubs]
    return tuple(reasons)


def _modalities(path: Path, words: Mapping[str, str]) -> list[str]:
    weak = [hop for hop in path.hops if hop.edge.modality != Modality.ASSERTED]
    told = [words[hop.edge.modality].format(what=_fact(hop, words)) for hop in weak] or [words["asserted"]]
    disputed = [hop for hop in path.hops if hop not in weak and hop.edge.denied]
    return told + [words["disputed"].format(what=_fact(hop, words)) for hop in disputed]


def _fact(hop: Hop, words: Mapping[str, str]) -> str:
    kind = ontology.EDGES[hop.edge.type]
    return f"{hop.head.name} {kind.id if words is WORDS['id'] else kind.en} {hop.tail.name}"


def _basis(path: Path, words: Mapping[str, str]) -> list[str]:
    """What it rests on; copies of one article count once, so a path of one source rests on one article."""
    said = [hop.sentence for hop in path.hops if hop.sentence]
    if all(hop.edge.claims == 1 for hop in path.hops) and len({(s.article, s.text) for s in said}) == 1:
        return [words["one_sentence"]]
    if all(hop.edge.sources <= 1 for hop in path.hops) and len({s.article for s in said}) == 1:
        return [words["one_article"]]
    least = min(hop.edge.sources for hop in path.hops)
    return [words["source"] if least <= 1 else words["sources"].format(sources=least)]
