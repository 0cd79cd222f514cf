"""Who leads an institution, told by a verb or noun of leading beside its name rather than by an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._clauses import agents, following, lead_word, subject
from jejaring.extraction.relations._words import DELEGATES, words

# "X dipimpin (oleh) A", "X di bawah kepemimpinan A", "klub asuhan A": the institution stands before.
_LED = re.compile(
    r"\b(?:dipimpin|diketuai|dikepalai|dikomandoi|dikomandani|dinakhodai|dilatih|ditukangi|diasuh|dibesut|didirikan"
    r"|kepemimpinan|pimpinan|asuhan|besutan|racikan|led\s+by|headed\s+by|chaired\s+by|founded\s+by)\b(?:\s+langsung)?",
    re.IGNORECASE,
)
# "A memimpin X": the institution stands behind.
_LEADS = re.compile(
    r"\b(?:memimpin|mengetuai|mengepalai|menakhodai|melatih|menukangi|membesut|mengasuh)\s+", re.IGNORECASE
)
_GAP = re.compile(
    r"(?:\s*\([^()]*\))?,?\s+(?:(?:yang|itu|tersebut|juga|kini|saat\sini|di\sbawah|is|was|which)\s+){0,3}",
    re.IGNORECASE,
)
_NOT_IT = DELEGATES | words("rapat kunjungan upacara apel sidang kegiatan acara bersama bagi untuk")


def leaders(draft: Draft) -> Iterator[tuple[Span, Span, tuple[int, int]]]:
    """(person, institution, cue) for each who leads, trains or founded an institution."""
    for cue in _LED.finditer(draft.text):
        whole = _before(draft, cue.start())
        for person in agents(draft, cue.end(), ("Person",)) if whole else []:
            yield person, whole, cue.span()  # type: ignore[misc]
    for cue in _LEADS.finditer(draft.text):
        whole = next(iter(following(draft, cue.end(), ("Institution",), reach=12)), None)
        for person in subject(draft, cue.start(), ("Person",)) if whole else []:
            yield person, whole, cue.span()  # type: ignore[misc]


def _before(draft: Draft, at: int) -> Span | None:
    """The institution right before `at`, unless it is told of its delegation or meeting."""
    near = [s for s in draft.within(max(0, at - 160), at, "Institution") if _GAP.fullmatch(draft.text, s.end, at)]
    whole = near[-1] if near else None
    return whole if whole and lead_word(draft, whole.start) not in _NOT_IT else None
