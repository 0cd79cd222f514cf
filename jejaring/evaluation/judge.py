"""One gold article against what was read in it: counts, errors by kind, and whether each claim is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jejaring import ontology
from jejaring.evaluation.align import align, forms, norm, overlap
from jejaring.evaluation.gold import Gold

Count = tuple[str, ...]
Fact = tuple[str, str, str]
_LONGEST = 600  # characters of evidence


@dataclass(frozen=True)
class Fault:
    """One error: `kind` says what went wrong (a key of messages, fault.KIND), `what` on which label or edge type."""

    article: str
    kind: str
    what: str
    text: str


@dataclass(frozen=True)
class Sureness:
    """How sure a claim was said to be, and whether it is right."""

    confidence: float
    right: bool
    type: str


@dataclass
class Judged:
    """One article judged: `counts` by (what, ...) add up over articles to all figures."""

    id: str
    language: str
    counts: Counter[Count] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    claims: list[Sureness] = field(default_factory=list)


def judge(gold: Gold, found: Gold) -> Judged:
    """`found` judged by `gold`."""
    case = _Case(gold, found)
    out = Judged(gold["id"], gold.get("language") or "")
    case.entities(out)
    case.claims(out)
    return out


def rightness(gold: Gold, found: Gold) -> list[bool]:
    """Of each claim in `found`, whether gold makes it too (other modality or speaker aside)."""
    case = _Case(gold, found)
    return [case.fact(claim, case.loose) in case.wanted for claim in found["claims"]]


def fact(head: str, kind: str, tail: str) -> Fact:
    """What makes two claims the same, ends by id."""
    edge = ontology.EDGES.get(kind)
    return (kind, *sorted((head, tail))) if edge and edge.symmetric else (kind, head, tail)  # type: ignore[return-value]


def supports(found: str, wanted: str) -> bool:
    """Whether a predicted piece of evidence is the gold one, or holds it, or shares half of its tokens."""
    return len(found) <= _LONGEST and (norm(wanted) in norm(found) or overlap(found, wanted) >= 0.5)


class _Case:
    """Both sides of one article, their entities aligned: strictly, and with places and institutions as one."""

    def __init__(self, gold: Gold, found: Gold) -> None:
        self.gold, self.found = gold, found
        self.strict = align(gold["entities"], found["entities"], lenient=False)
        self.loose = align(gold["entities"], found["entities"], lenient=True)
        self.wanted: dict[Fact, Gold] = {fact(c["head"], c["type"], c["tail"]): c for c in gold["claims"]}

    @cached_property
    def got(self) -> dict[Fact, Gold]:
        """The predicted claims by fact, the first of each; an end that is not in gold is "?" and its own id."""
        out: dict[Fact, Gold] = {}
        for claim in self.found["claims"]:
            out.setdefault(self.fact(claim, self.loose), claim)
        return out

    @staticmethod
    def fact(claim: Gold, names: dict[str, str]) -> Fact:
        head, tail = (names.get(claim[end], f"?{claim[end]}") for end in ("head", "tail"))
        return fact(head, claim["type"], tail)

    def entities(self, out: Judged) -> None:
        met = set(self.strict.values())
        missed = [e for e in self.gold["entities"] if e["id"] not in met]
        wrong = [e for e in self.found["entities"] if e["id"] not in self.strict]
        for entity in self.gold["entities"]:
            out.counts["entity", entity["type"], "tp" if entity["id"] in met else "fn"] += 1
        for entity in wrong:
            out.counts["entity", entity["type"], "fp"] += 1
        self._events(out)
        for sign, some, others in (("missed", missed, self.found["entities"]), ("wrong", wrong, self.gold["entities"])):
            for entity in some:
                kind = f"{sign}-{_entity_fault(entity, others)}"
                out.faults.append(Fault(out.id, kind, entity["type"], entity["name"]))

    def _events(self, out: Judged) -> None:
        by_id = {e["id"]: e for e in self.gold["entities"]}
        for entity in self.found["entities"]:
            match = by_id.get(self.strict.get(entity["id"], ""))
            if match and match["type"] == "Event":
                wanted, got = match.get("attrs") or {}, entity.get("attrs") or {}
                _share(out, "event_kind_right", wanted.get("kind") == got.get("kind"))
                _share(out, "event_date_right", (wanted.get("date") or None) == (got.get("date") or None))

    def claims(self, out: Judged) -> None:
        for claim in self.found["claims"]:
            if claim.get("evidence"):
                _share(out, "evidence_in_text", claim["evidence"] in self.gold["text"])
        for key, claim in self.got.items():
            right = key in self.wanted
            out.counts["claim", key[0], "tp" if right else "fp"] += 1
            if "confidence" in claim:
                out.claims.append(Sureness(claim["confidence"], right, key[0]))
            if right:
                self._right(out, key, claim)
        for key in self.wanted.keys() - self.got.keys():
            out.counts["claim", key[0], "fn"] += 1
        out.faults += self._claim_faults(out.id)

    def _right(self, out: Judged, key: Fact, claim: Gold) -> None:
        same = [w for w in self.gold["claims"] if fact(w["head"], w["type"], w["tail"]) == key]
        said, modalities = claim.get("modality", "asserted"), {w["modality"] for w in same}
        _share(out, "modality_accuracy", said in modalities)
        out.counts["modality", said if said in modalities else self.wanted[key]["modality"], said] += 1
        quote = claim.get("evidence") or ""
        _share(out, "evidence_right", any(supports(quote, w["evidence"]) for w in same))
        by = claim.get("attributed_to")
        _share(
            out, "speaker_right", (self.loose.get(by, "?") if by else None) in {w.get("attributed_to") for w in same}
        )

    def _claim_faults(self, article: str) -> Iterator[Fault]:
        known = set(self.loose.values())
        names = {e["id"]: e["name"] for e in self.gold["entities"]}
        found_names = {e["id"]: e["name"] for e in self.found["entities"]}
        for key, claim in self.got.items():
            if key not in self.wanted:
                kind = f"wrong-{_claim_fault(key, self.wanted)}"
                yield Fault(article, kind, key[0], _told(claim, found_names))
        for key, claim in self.wanted.items():
            if key not in self.got:
                kind = _claim_fault(key, self.got) if {claim["head"], claim["tail"]} <= known else "end"
                yield Fault(article, f"missed-{kind}", key[0], _told(claim, names))


def _share(out: Judged, figure: str, right: bool) -> None:
    out.counts[figure, "of"] += 1
    out.counts[figure, "right"] += right


def _told(claim: Gold, names: dict[str, str]) -> str:
    return f"{names[claim['head']]} -{claim['type']}-> {names[claim['tail']]}"


def _entity_fault(entity: Gold, others: list[Gold]) -> str:
    """ "label" where the other side has it under another label, "extent" where words are shared, else "name"."""
    own = {norm(f) for f in forms(entity)} - {""}
    if any(other["type"] != entity["type"] and own & {norm(f) for f in forms(other)} for other in others):
        return "label"
    near = (o for o in others if o["type"] == entity["type"])
    return "extent" if any(overlap(entity["name"], o["name"]) >= 0.5 for o in near) else "name"


def _claim_fault(key: Fact, others: dict[Fact, Gold]) -> str:
    """ "end" where an end is not in gold, "turned" or "type" where the other side joins the ends so, else "fact"."""
    kind, head, tail = key
    if head.startswith("?") or tail.startswith("?"):
        return "end"
    if (kind, tail, head) in others:
        return "turned"
    return "type" if any({head, tail} == set(other[1:]) for other in others) else "fact"
