"""What mentions add up to in an entity, and claims in an edge: pure sums, so that the order of loading is no matter."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jejaring import ontology
from jejaring.models import Edge, Entity, EntityMention, Modality
from jejaring.text.normalise import fold

_ATTR = re.compile(r"[a-z][a-z0-9_]*")
_ENTITY_FIELDS = frozenset(Entity.model_fields) | {"tally", "title", "type"}
_EDGE_FIELDS = frozenset(Edge.model_fields) | {"type"}
_LARGEST = 2**63 - 1  # the stores' integers
_GO_TOGETHER = {"amount": ("amount", "currency"), "currency": ("amount", "currency")}


def dumped(value: Any) -> str:
    """`value` as JSON that is the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@dataclass
class Tally:
    """How often each form, name, canonical name and attribute value stands for one entity, over all its articles."""

    label: str
    articles: int = 0
    forms: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    canonicals: Counter[str] = field(default_factory=Counter)
    attrs: Counter[str] = field(default_factory=Counter)

    def add(self, mention: EntityMention, sign: int = 1) -> None:
        """Count one article's mention in, or out again with `sign` -1."""
        self.articles += sign
        self.names[mention.name] += sign
        for form, count in mention.forms.items():
            self.forms[form] += sign * count
            self.seen[form] += sign
        if mention.canonical:
            self.canonicals[mention.canonical] += sign
        for item in mention.attrs.items():
            self.attrs[dumped(item)] += sign

    @classmethod
    def load(cls, label: str, text: str) -> Tally:
        """What `dump` wrote."""
        data = json.loads(text)
        return cls(label, data.pop("articles"), **{key: Counter(value) for key, value in data.items()})

    def dump(self) -> str:
        """All counts as JSON, without those that came down to nothing."""
        counters = {
            "seen": self.seen,
            "names": self.names,
            "canonicals": self.canonicals,
            "attrs": self.attrs,
        }
        kept = {key: {k: n for k, n in counter.items() if n} for key, counter in counters.items()}
        kept["forms"] = {form: n for form, n in self.forms.items() if self.seen[form]}
        return dumped({"articles": self.articles, **kept})

    def entity(self, identity: str) -> Entity:
        """The entity that the counts make: its canonical name, else the commonest, then the longest, then the first."""
        names = Counter({name: n for name, n in self.names.items() if n})
        name = _commonest(self.canonicals) or _commonest(names) or identity
        forms = {form: self.forms[form] for form, n in self.seen.items() if n} | {n: self.forms[n] for n in names}
        aliases = sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form))
        folded = dict.fromkeys(fold(form) for form in (name, *aliases))
        return Entity(
            id=identity,
            label=self.label,
            name=name,
            aliases=tuple(aliases),
            alias_counts=tuple(forms[form] for form in aliases),
            search=f"|{'|'.join(folded)}|",
            articles=self.articles,
            attrs=self._attrs(),
        )

    def _attrs(self) -> dict[str, Any]:
        values: dict[str, Counter[str]] = {}
        for item, count in self.attrs.items():
            if count:
                key, value = json.loads(item)
                values.setdefault(key, Counter())[dumped(value)] += count
        return {key: json.loads(_commonest(counter) or "null") for key, counter in sorted(values.items())}


@dataclass(frozen=True)
class ClaimRow:
    """What an edge needs to know of one claim; `date` is the article's (ISO, or a bare year)."""

    id: str
    edge: str
    type: str
    head: str
    tail: str
    modality: str
    confidence: float
    attrs: Mapping[str, Any]
    article: str
    story: str
    date: str | None

    @property
    def ends(self) -> tuple[str, str]:
        """Head and tail, sorted where the type may be read either way round."""
        first, second = (self.head, self.tail)
        return (min(first, second), max(first, second)) if ontology.EDGES[self.type].symmetric else (first, second)


def edge(claims: Iterable[ClaimRow]) -> Edge:
    """What the claims of one edge add up to."""
    rows = sorted(claims, key=lambda claim: claim.id)
    modalities = Counter(row.modality for row in rows)
    dates = sorted(row.date for row in rows if row.date)
    head, tail = rows[0].ends
    return Edge(
        id=rows[0].edge,
        type=rows[0].type,
        head=head,
        tail=tail,
        **{str(modality): modalities[modality] for modality in Modality},
        modality=next(modality for modality in Modality if modalities[modality]),
        articles=len({row.article for row in rows}),
        sources=len({row.story for row in rows}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=max(row.confidence for row in rows),
        attrs=_edge_attrs(rows),
    )


def _edge_attrs(rows: list[ClaimRow]) -> dict[str, Any]:
    """The commonest value of each attribute; `former` as the newest articles have it."""
    values: dict[str, Counter[str]] = {}
    for row in rows:
        for key in row.attrs:
            together = _GO_TOGETHER.get(key, (key,))
            values.setdefault(key, Counter())[dumped([row.attrs.get(k) for k in together])] += 1
    attrs = {}
    for key, counter in sorted(values.items()):
        chosen = json.loads(_commonest(counter) or "[]")
        attrs[key] = chosen[_GO_TOGETHER.get(key, (key,)).index(key)]
    if "former" in attrs:
        newest = max(row.date or "" for row in rows)
        attrs["former"] = any(row.attrs.get("former") for row in rows if (row.date or "") == newest)
    return {key: value for key, value in attrs.items() if value is not None}


def _commonest(counter: Counter[str]) -> str | None:
    """The value with the highest count above 0; of several the longest, of those the first by alphabet."""
    best = sorted((-count, -len(value), value) for value, count in counter.items() if count > 0)
    return best[0][2] if best else None


def properties(attrs: Mapping[str, Any], *, edge: bool = False) -> dict[str, Any]:
    """Attributes as properties: plain names that no field has (else with `attr_` before them), values a store takes."""
    taken = _EDGE_FIELDS if edge else _ENTITY_FIELDS
    out = {}
    for key, value in attrs.items():
        name = key if _ATTR.fullmatch(key) and key not in taken else f"attr_{re.sub('[^a-z0-9_]', '_', key.lower())}"
        if value is not None:
            out[name] = _storable(value)
    return out


def _storable(value: Any) -> str | bool | int | float:
    if isinstance(value, int) and abs(value) > _LARGEST:
        return float(value)
    return value if isinstance(value, (str, bool, int, float)) else dumped(value)
