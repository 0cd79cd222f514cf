"""Find FOCUSES_ON in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.relations._clauses import bounds
from jejaring.extraction.relations._subjects import heads
from jejaring.extraction.topics import PURPOSE, topics

_ALL = ("Person", "Institution", "Group", "Program", "Event", "Place")
_WORKS = ("Institution", "Group", "Program", "Event")
_THINGS = ("Program", "Event")
_ADVERBS = r"(?: (?:terus|dapat|juga|lebih|turut|bisa|mampu|ikut|semakin|kian|sekaligus|untuk|guna|tetap|bersama|help|further|also))*"
# "berupaya meningkatkan", "untuk memperkuat": what the verb of purpose governs is the topic.
_TO = rf"{_ADVERBS} (?={PURPOSE}\b)"


@dataclass(frozen=True)
class _Cue:
    """A pattern whose end is where topics begin, and the labels of those that may be the head."""

    name: str
    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    confidence: float


def _cue(name: str, pattern: str, heads: tuple[str, ...], confidence: float) -> _Cue:
    return _Cue(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE), heads, confidence)


_CUES = (
    _cue("focus", r"(?:ber|di|mem)?fokus(?:kan)?(?: utama)?(?:nya)?(?: (?:pada|terhadap|di|kepada|dalam|adalah|untuk|ke))*\b", _ALL, 0.8),
    _cue("focus", r"focus(?:es|ed|ing)? on\b", _ALL, 0.8),
    _cue("priority", r"(?:menitikberatkan|memprioritaskan|membidangi|berorientasi|berkecimpung|mengutamakan|concern|perhatian lebih)\b(?: (?:pada|di|dalam|terhadap))*", _ALL, 0.7),
    _cue("field", r"bergerak (?:di|dalam)(?: bidang| sektor| industri)?\b", _ALL, 0.8),
    _cue("aim", rf"(?:bertujuan|bertugas|tujuan(?: utama)?nya(?: adalah)?|dirancang|ditujukan|diharapkan|diarahkan|diperlukan|dibutuhkan|dibentuk|didesain)(?: bukan semata-mata| tidak hanya)?{_TO}", _WORKS, 0.7),
    _cue("effort", rf"(?:upaya|berupaya|bertekad|berusaha){_TO}", _WORKS, 0.65),
    _cue("purpose", rf"(?:untuk|guna|demi|dalam rangka|to){_TO}", _THINGS, 0.55),
    _cue("in", rf"dalam{_TO}", ("Institution", "Program"), 0.6),
    _cue("discuss", r"(?:membahas|mendiskusikan|membicarakan|discuss(?:ed|es)?)\b", ("Event",), 0.6),
    _cue("about", r"(?:tentang|mengenai|terkait|seputar|on|about)\b", _THINGS, 0.5),
    _cue("covers", r"(?:mencakup|meliputi|covers)\b", _WORKS, 0.6),
    _cue("does", rf"(?={PURPOSE}\b)", _THINGS, 0.5),
)


def focuses_on(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FOCUSES_ON, in text order."""
    for cue in _CUES:
        for match in cue.pattern.finditer(draft.text):
            start, end = bounds(draft, match.start())
            subjects = heads(draft, match.start(), cue.heads)
            for thing in topics(draft, match.end(), end) if subjects else ():
                for head in subjects:
                    yield Proposal(head, "FOCUSES_ON", thing.id, start, end, match.span(), f"focuses_on:{cue.name}:{draft.things[head].label}", cue.confidence)
