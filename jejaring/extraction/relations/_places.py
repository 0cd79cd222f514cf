"""How big places are, from a venue (0) to a part of the world (8)."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Span
from jejaring.lexicon import known

# How big a place is, by its kind and by the first word of its name; a venue is smallest.
VENUE = 0
LEVELS = {
    "district": 3,
    "city": 4,
    "regency": 4,
    "province": 5,
    "island": 5,
    "state": 5,
    "country": 7,
    "region": 8,
    "continent": 8,
    "lake": 2,
    "mountain": 2,
    "place": 2,
    "sea": 6,
}
HEADS = {
    "rw": 1,
    "rt": 1,
    "jalan": 1,
    "jl": 1,
    "dusun": 1,
    "kampung": 1,
    "desa": 2,
    "kelurahan": 2,
    "nagari": 2,
    "kecamatan": 3,
    "distrik": 3,
    "kabupaten": 4,
    "kota": 4,
    "dki": 5,
    "provinsi": 5,
    "province": 5,
    "federasi": 7,
    "republik": 7,
}
_AREA = re.compile(r"^(?:kawasan|wilayah|daerah|pusat)\s+(?=\w)", re.IGNORECASE)


def level(draft: Draft, span: Span) -> int:
    """How big the place of `span` is, from a venue (0) to a part of the world (8)."""
    thing = draft.things[span.entity]
    if thing.label != "Place":
        return VENUE
    for name in (draft.text[span.start : span.end], thing.name):
        bare = _AREA.sub("", name)
        head = HEADS.get(bare.split()[0].lower())
        entry = known("Place", bare)
        if head or entry:
            return head or LEVELS.get(entry.kind if entry else "", VENUE)
    return LEVELS.get(str(thing.attrs.get("kind", "")), VENUE)
