"""Where a sentence says that a company, a club or a place has its seat: "maskapai B, A", "A adalah kota di B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._places import LEVELS, level
from jejaring.lexicon import known

# What a named company, club or agency is said to be.
_KIND = (
    r"(?:perusahaan|produsen|pabrikan|lembaga|organisasi|startup|raksasa|maskapai|bank|klub|tim|kantor berita|media"
    r"|surat kabar|stasiun televisi|merek|brand|operator|konglomerat|company|firm|club|airline|carmaker"
    r"|news agency|newspaper)"
)
_FROM = r"(?:asal|dari|berbasis di|berkantor di|bermarkas di|di|based in|from|in)\s*(?:the\s+)?"
# "perusahaan asal B, A", "produsen terbesar di B bernama A"
_OF_SEAT = re.compile(rf"\b{_KIND}\b[^,.;:\"“”]{{0,40}}?\b{_FROM}$", re.IGNORECASE)
# "maskapai penerbangan B, A": without a preposition, only of a country
_NOT_ITS = r"(?:itu|ini|tersebut|me[mnlr][a-z]{3,}|ber[a-z]{3,})\b"  # "perusahaan itu menggandeng B"
_OF_COUNTRY = re.compile(rf"\b{_KIND}\s+(?:(?!{_NOT_ITS})[a-z]+\s+){{0,2}}$", re.IGNORECASE)
_NAMELY = re.compile(r"(?:,?\s*(?:yakni|yaitu|bernama)?)\s*")
_ASIDE = r"\s*(?:\([^()]{1,40}\))?"
# "A, perusahaan logistik B"; "A merupakan klub asal B"
_SAID_OF = re.compile(
    rf"{_ASIDE}\s*(?:,|\b(?:adalah|merupakan|is|was)\b)\s*(?:sebuah\s+|salah satu\s+|an?\s+|the\s+)?{_KIND}\s+"
    rf"(?:[a-z]+\s+){{0,3}}?(?P<at>{_FROM})?",
    re.IGNORECASE,
)
# "A merupakan kota termacet di B": a place, or the first or biggest of its kind.
_BEING = re.compile(
    rf"{_ASIDE},?\s*(?:(?:sendiri|saat ini|juga|kini|yang)\s+)*"
    r"(?:adalah|merupakan|sebagai|dikenal sebagai|is|was)\s+(?P<what>(?:[\w-]+\s+){1,9}?)(?:di|in)\s*(?:kawasan\s+)?",
    re.IGNORECASE,
)
_BEST = re.compile(r"\b(?:salah satu|ter[a-z]{3,}|pertama|induk|one of|biggest|largest|first)\b", re.IGNORECASE)
# Words that make the place behind "di" that of a deed, not of what the subject is.
_DEED = re.compile(r"\b(?:yang|untuk|saat|ketika|tersangka|korban|(?:me|di|ber)[a-z]{4,}|who|which|to)\b")


def native(draft: Draft, spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Institutions with the place that neighbouring words call their seat, of one sentence's names."""
    for first, second in pairwise(spans):
        labels = draft.label(first), draft.label(second)
        gap = draft.text[first.end : second.start] if second.start >= first.end else "-"
        if labels == ("Place", "Institution") and _NAMELY.fullmatch(gap) and _calls(draft, first, gap):
            yield second, first
        said = _SAID_OF.fullmatch(gap) if labels == ("Institution", "Place") else None
        if said and (said["at"] or _country(draft, second)):
            yield first, second


def _calls(draft: Draft, seat: Span, gap: str) -> bool:
    """Whether the words before a place make it the seat of what is named right behind it."""
    before = draft.text[max(0, seat.start - 70) : seat.start]
    return bool(_OF_SEAT.search(before) or ("," in gap and _OF_COUNTRY.search(before) and _country(draft, seat)))


def _country(draft: Draft, place: Span) -> bool:
    return level(draft, place) == LEVELS["country"]


def being(draft: Draft, spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Places and institutions with the bigger place that a sentence says they are something in."""
    for small, big in pairwise(spans):
        told = _BEING.fullmatch(draft.text, small.end, max(small.end, big.start))
        if not told or draft.label(big) != "Place" or _DEED.search(told["what"]):
            continue
        a, b = level(draft, small), level(draft, big)
        smaller = draft.label(small) == "Place" and (a < b or a == b == 0)
        if smaller or (_BEST.search(told["what"]) and not _acts(draft, small)):
            yield small, big


def _acts(draft: Draft, institution: Span) -> bool:
    """Whether an institution is the government of a place, which the sentence speaks of."""
    thing = draft.things[institution.entity]
    return thing.name.startswith("Pem") or any(known("Place", form) for form in (thing.name, *thing.forms))
