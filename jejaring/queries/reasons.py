"""Rules and features in words, from reasons.yaml: how a claim was read, and what made it more or less sure."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from jejaring import ontology

_SIDES = ("head", "tail")


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    text = (files("jejaring.queries") / "reasons.yaml").read_text(encoding="utf-8")
    words: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)
    return words


def rules() -> list[str]:
    """The names of all rules that have words."""
    return list(_words()["rules"])


def rule_words(rule: str, lang: str = "en") -> str:
    """By what the rule reads a claim, in `lang`; the rule's own name where it has no words (an older graph's)."""
    return _words()["rules"].get(rule, {}).get(lang, rule)


def split(reason: str) -> tuple[str, float]:
    """The feature and its weight: "gap:far -0.35" is far apart, and that takes confidence away."""
    feature, _, weight = reason.rpartition(" ")
    return feature, float(weight)


def feature_words(feature: str, lang: str = "en") -> str:
    """What the feature says, in `lang`; its own name where it has no words (an older graph's)."""
    name, _, value = feature.partition(":")
    if name == "rule":
        value = rule_words(value, lang)
    elif name in ("edge", "second"):
        value = _edge(value, lang)
    places: dict[str, str] = {"value": value}
    if name == "likely-of":
        edge, _, value = value.rpartition(":")
        places = {"edge": _edge(edge, lang), "value": value}
    side, dash, rest = name.partition("-")
    if side in _SIDES:
        name = f"side{dash}{rest}"
        edge, _, label = value.rpartition(":")
        places |= {"side": _words()["sides"][side][lang], "edge": _edge(edge, lang), "label": _label(label, lang)}
    templates = _words()["features"]
    found: Any = templates.get(f"{name}:{value}") or templates.get(name)
    return found[lang].format(**places) if found else feature


def _edge(kind: str, lang: str) -> str:
    edge = ontology.EDGES.get(kind)
    return (edge.id if lang == "id" else edge.en) if edge else kind


def _label(label: str, lang: str) -> str:
    node = ontology.NODES.get(label)
    return (node.id if lang == "id" else node.en) if node else label
