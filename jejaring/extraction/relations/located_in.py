"""Find LOCATED_IN in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import bounds, in_title
from jejaring.extraction.relations._places import HEADS, LEVELS, VENUE, level
from jejaring.extraction.relations._seats import being, native

_PHYSICAL = re.compile(
    r"^(?:kbri|kjri|kedutaan|kedubes|universitas|institut|politeknik|university|sekolah|sd\w*|smp\w*|sma\w*|smk\w*"
    r"|mts\w*|rs\w*|rumah sakit|puskesmas|ponpes|pondok|pesantren|lapas|rutan|bank|toko|hotel|pt|museum|kantor|kampus"
    r"|itpc|akademi)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"kantor|rumah", re.IGNORECASE)  # "Kantor Gubernur X" says whose it is, not where
_ASIDE = r"\s*(?:\((?!\d+\))[^()]{1,40}\))?"  # "Medan (2)" counts
_COMMA = re.compile(rf"\)?{_ASIDE},\s*(?:di\s+|in\s+)?(?:kawasan\s+|wilayah\s+|daerah\s+|kota\s+)?", re.IGNORECASE)
_NEXT = re.compile(rf"{_ASIDE}\s+(?:kota\s+|kabupaten\s+)?", re.IGNORECASE)
_PARENS = re.compile(r"\s*\($")
_IN = re.compile(
    rf"{_ASIDE},?\s*(?:(?:yang\s+)?(?:juga\s+)?(?:berada|terletak|berlokasi|berkantor(?:\s+pusat)?|bermarkas|berpusat|berkedudukan|ada|berbasis"
    r"|berdiri|dibangun)\s+(?:di(?:\s+di)?)?|di|in|(?:which\s+is\s+)?(?:based|located|headquartered)\s+in|asal|from)\s*"
    r"(?:bagian\s+\w+\s+)?"
    r"(?:kawasan\s+|wilayah\s+|daerah\s+|kota\s+|pusat\s+|the\s+)?",  # places may be glued to "di"
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|,?\s*\b(?:dan|serta|and)\b)\s*(?:di\s+)?")
_AND = re.compile(r"\b(?:dan|serta|and)\b")
_SEAT = re.compile(r"\b(?:ber\w+|terletak|asal|based|located|headquartered)\b", re.IGNORECASE)
_AMONG = re.compile(
    rf"{_ASIDE},?\s*(?:seperti|yakni|yaitu|khususnya|termasuk|antara lain|di antaranya|such as|including)\s+",
    re.IGNORECASE,
)
# More names behind two, the last behind "dan": "A, B, C, dan D" is no address.
_MORE = re.compile(
    r"(?:,\s+[A-Z]\w+(?:\s+[A-Z]\w+)*)*,?\s+(?:dan|serta|hingga|sampai|maupun|atau|and|or)\s+(?:di\s+)?[A-Z]"
)
# "digelar Bank X di B": where it acts, not where it lies.
_ACTING = re.compile(r"\bdi(?:gelar|adakan|selenggarakan|laksanakan|luncurkan|resmikan|buka|lakukan)\s+(?:oleh\s+)?$")
_AT = re.compile(r"\b(?:di|ke|dari|at|in|to|diselenggarakan|bertempat)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)

# "di gedung KPK, Kuningan": where one of its offices is, not the institution.
_IN_OFFICE = re.compile(r"\b(?:gedung|kantor|markas|kompleks|aula|halaman|ruang|office)\b[^,.;]*$", re.IGNORECASE)


def located_in(draft: Draft) -> Iterator[Proposal]:
    """Proposals of LOCATED_IN, in text order: addresses, "A di B", "A (B)", "kawasan B seperti A dan C"."""
    endings = _endings(draft)
    for sentence in draft.sentences:
        spans = _anchors(draft, sentence.start, sentence.end, endings)
        for before, small, big in zip([None, *spans], spans, spans[1:], strict=False):
            ends = before is not None and _ends_with(before, small) and _named_for(draft, small)
            if not ends and draft.label(big) == "Place" and small.entity != big.entity and _lies(draft, small, big):
                yield _proposal(draft, small, big)
        yield from _examples(draft, spans)
        yield from _around(draft, spans)
        yield from _joint(draft, spans)
        for small, big in (*native(draft, spans), *being(draft, spans)):
            yield _proposal(draft, small, big)


def _ends_with(whole: Span, ending: Span) -> bool:
    return whole.start < ending.start and whole.end == ending.end


def _named_for(draft: Draft, ending: Span) -> bool:
    """Whether what ends with this place has its name from there: "Pos Gunung X di B" says where the post is."""
    return level(draft, ending) < LEVELS["district"]


def _around(draft: Draft, spans: list[Span]) -> Iterator[Proposal]:
    """ "Gedung X Indonesia, Jakarta": what lies in the last is the whole name, not the place it ends with."""
    for whole, ending, big in zip(spans, spans[1:], spans[2:], strict=False):
        nested = _ends_with(whole, ending) and (_named_for(draft, ending) or not _lies(draft, ending, big))
        if nested and draft.label(big) == "Place" and whole.entity != big.entity and _lies(draft, whole, big):
            yield _proposal(draft, whole, big)


def _joint(draft: Draft, spans: list[Span]) -> Iterator[Proposal]:
    """ "Desa A, Desa C dan Desa D di B": what is said of the last of places of one size is said of all."""
    for number, (last, big) in enumerate(pairwise(spans)):
        if draft.label(last) != "Place" or draft.label(big) != "Place" or not _lies(draft, last, big):
            continue
        alike = _alike_before(draft, spans[: number + 1])
        gaps = [draft.text[a.end : b.start] for a, b in pairwise([*alike, last])]
        smaller = level(draft, last) < level(draft, big)
        if gaps and smaller and _AND.search(gaps[-1]) and not _NEXT.fullmatch(draft.text[last.end : big.start]):
            yield from (_proposal(draft, place, big) for place in alike)


def _alike_before(draft: Draft, spans: list[Span]) -> list[Span]:
    """The places that stand before the last of `spans` in an enumeration of places of one size."""
    out: list[Span] = []
    for place, following in reversed(list(pairwise(spans))):
        joined = _JOINED.fullmatch(draft.text, place.end, max(place.end, following.start))
        if not joined or draft.label(place) != "Place" or level(draft, place) != level(draft, following):
            break
        out.insert(0, place)
    return out


def _endings(draft: Draft) -> list[tuple[str, str]]:
    """The forms of places with their ids, the longest first."""
    forms = [(f, t.id) for t in draft.things.values() if t.label == "Place" for f in (t.name, *t.forms)]
    return sorted(forms, key=lambda f: (-len(f[0]), f))


def _anchors(draft: Draft, start: int, end: int, endings: list[tuple[str, str]]) -> list[Span]:
    """Places and institutions of a stretch, and the places that longer names end with ("Kedutaan Besar di Teheran")."""
    out: list[Span] = []
    for span in draft.within(start, end):
        if draft.label(span) in ("Place", "Institution"):
            out.append(span)
        name = draft.text[span.start : span.end]
        ending = next((e for e in endings if name.endswith(" " + e[0]) and not _of_kind(name, e[0])), None)
        if ending and ending[1] != span.entity and not draft.within(span.end - len(ending[0]), span.end, "Place"):
            out.append(Span(span.end - len(ending[0]), span.end, ending[1]))
    return [s for n, s in enumerate(out) if n == 0 or s.entity != out[n - 1].entity]


def _of_kind(name: str, ending: str) -> bool:
    """Whether only the kind of place stands before the ending: "Kabupaten X" lies in no "X"."""
    return name.removesuffix(ending).strip().lower() in HEADS


def _lies(draft: Draft, small: Span, big: Span) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    if big.start < small.end:
        return _named_after(draft, small, big)
    gap = draft.text[small.end : big.start]
    a, b = level(draft, small), level(draft, big)
    if _PARENS.fullmatch(gap):
        return draft.text[big.end : big.end + 1] == ")" and a < b
    if _IN.fullmatch(gap):
        return (a < b or a == b == VENUE) and _stays(draft, small, gap)
    if _COMMA.fullmatch(gap):
        unknown = b == VENUE < a <= LEVELS["district"]  # "Jalan A, B": a quarter that no list has
        return (a < b or unknown or a == b < LEVELS["country"]) and _addressed(draft, small, big, unknown or a == b)
    return bool(_NEXT.fullmatch(gap)) and a < b and draft.label(small) == "Place"


def _named_after(draft: Draft, whole: Span, ending: Span) -> bool:
    """Whether a name that ends with a place's lies there: "Kantor X di Jakarta", "Gedung Sate Bandung"."""
    before = draft.text[whole.start : ending.start]
    return bool(re.search(r"\b(?:di|in)\s+(?:kawasan\s+)?$", before)) or (
        draft.label(whole) == "Place" and bool(_PHYSICAL.match(before)) and not _OFFICE.match(before)
    )


def _stays(draft: Draft, small: Span, gap: str) -> bool:
    """Whether "A di B" places A: a place always, an institution where it has a seat or the words say so."""
    if draft.label(small) == "Place":
        return True
    if _ACTING.search(draft.text[max(0, small.start - 40) : small.start]):
        return False
    physical = bool(_PHYSICAL.match(draft.text[small.start : small.end]))
    return (physical or (len(gap.split()) > 1 and bool(_SEAT.search(gap)))) and not in_title(draft, small)


def _addressed(draft: Draft, small: Span, big: Span, alike: bool) -> bool:
    """Whether "A, B" is an address, and not part of an enumeration."""
    start, _ = bounds(draft, small.start)
    left = [s for s in draft.within(start, small.start, "Place") if draft.text[s.end : small.start] == ", "]
    chain = [*left, small]
    falls = any(
        level(draft, a) > level(draft, b) > VENUE for a, b in pairwise(chain)
    )  # addresses lead from small to big
    if falls or (alike and _enumerated(draft, small, big)):
        return False
    if draft.label(small) == "Place":
        return True
    before = draft.text[max(start, small.start - 40) : small.start]
    name = draft.text[small.start : small.end]
    at = bool(_AT.search(before)) and not _IN_OFFICE.search(before)
    return (at or bool(_PHYSICAL.match(name))) and not in_title(draft, small)


def _enumerated(draft: Draft, small: Span, big: Span) -> bool:
    """Whether two places of one size stand in an enumeration: "A, B, dan C"."""
    start, end = bounds(draft, small.start)
    after = draft.within(big.end, end, "Place")
    joined = bool(after) and re.fullmatch(
        r"\s*,?\s*(?:dan|serta|hingga|and)?\s*(?:\w+\s+)?", draft.text[big.end : after[0].start]
    )
    same = bool(after) and level(draft, after[0]) <= level(draft, big)
    listed = re.search(
        r"\b(?:seperti|yakni|yaitu|antara lain|di antaranya|such as|including|mulai dari)\s+(?:di\s+)?$",
        draft.text[start : small.start],
    )
    if _MORE.match(draft.text, big.end, end):
        return True
    left = [s for s in draft.within(start, small.start, "Place") if draft.text[s.end : small.start] == ", "]
    before = bool(left) and level(draft, left[-1]) == level(draft, small)
    return bool((joined and same) or listed or before)


def _examples(draft: Draft, spans: list[Span]) -> Iterator[Proposal]:
    """ "kawasan B seperti A, C, dan D": each of A, C, D lies in B."""
    for number, big in enumerate(spans[:-1]):
        first = spans[number + 1]
        if draft.label(big) != "Place" or not _AMONG.fullmatch(draft.text[big.end : first.start]):
            continue
        end = big.end
        for small in spans[number + 1 :]:
            if end != big.end and not re.fullmatch(
                r"\s*,?\s*(?:dan|serta|hingga|and)?\s*", draft.text[end : small.start]
            ):
                break
            if draft.label(small) == "Place" and level(draft, small) < level(draft, big):
                yield _proposal(draft, small, big)
            end = small.end


def _proposal(draft: Draft, small: Span, big: Span) -> Proposal:
    start, end = bounds(draft, small.start)
    cue = (min(small.end, big.start), max(small.end, big.start))
    return Proposal(small.entity, "LOCATED_IN", big.entity, start, end, cue, "place beside place", 0.75)
