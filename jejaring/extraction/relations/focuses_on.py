"""Find FOCUSES_ON in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, bounds, following, subject
from jejaring.extraction.relations._subjects import PARTNERSHIP, heads
from jejaring.extraction.topics import CHANGE, PURPOSE, topics

_ALL = ("Person", "Institution", "Group", "Program", "Event", "Place")
_WORKS = ("Institution", "Program", "Event")
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
    _cue("purpose", rf"(?:untuk|guna|demi|dalam rangka|to){_TO}", _WORKS, 0.55),
    _cue("in", rf"dalam{_TO}", ("Institution", "Program"), 0.6),
    _cue("discuss", r"(?:membahas|mendiskusikan|membicarakan|discuss(?:ed|es)?)\b", ("Event",), 0.6),
    _cue("about", r"(?<=[\w)] )(?:tentang|mengenai|seputar|about|bertema|bertajuk)\b", _THINGS, 0.5),
    _cue("covers", r"(?:mencakup|meliputi|covers)\b", _WORKS, 0.6),
    _cue("does", rf"(?={CHANGE}\b)", _THINGS, 0.5),
    _cue("works", rf"(?=(?:memajukan|mengentaskan|menggenjot|genjot|mempercepat|mengoptimalkan|mewujudkan|mengebut|kebut)\b)", ("Institution",), 0.5),
    _cue("field", rf"(?:{PARTNERSHIP})(?: \w+){{0,2}} (?:di|dalam|pada) (?:bidang|sektor)\b(?!-)", _WORKS, 0.55),
    _cue("serves", rf"(?:sebagai|menjadi|merupakan|adalah) (?:\w+ )?(?:wadah|ajang|sarana|ruang)(?: untuk| bagi)?{_ADVERBS}(?: (?={PURPOSE}\b)|(?= \w))", _THINGS, 0.5),
    _cue("stress", r"(?:menekankan|menegaskan|menyoroti|menggarisbawahi|underlined|stressed|emphasi[sz]ed) (?:pentingnya|the importance of)\b", ("Person", "Institution"), 0.5),
)


_FIRST = re.compile(rf"(?:^|(?<=[.–-] ))(?:[\w.]+, )?\w*?(?:untuk|guna|demi|dalam rangka|sebagai upaya|dalam upaya|to){_TO}", re.IGNORECASE)
_LAUNCHES = re.compile(r"\b(?:meluncurkan|menggelar|menghadirkan|mengenalkan|memperkenalkan|mengadakan|menyelenggarakan|menjalankan|menggagas|menginisiasi|membuka|launch(?:es|ed)|held|hosted|organi[sz]ed)\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:perusahaan|produsen|penyedia|pengembang|startup|pabrik|operator|distributor)(?: yang bergerak)?(?: di)?(?: bidang| sektor)?\s+", re.IGNORECASE
)


def focuses_on(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FOCUSES_ON, in text order."""
    yield from _by_cue(draft)
    yield from _by_opening(draft)
    yield from _by_trade(draft)


def _proposal(draft: Draft, head: str, topic: str, cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = bounds(draft, cue[0])
    return Proposal(head, "FOCUSES_ON", topic, start, end, cue, f"focuses_on:{rule}:{draft.things[head].label}", confidence)


def _by_cue(draft: Draft) -> Iterator[Proposal]:
    for cue in _CUES:
        for match in cue.pattern.finditer(draft.text):
            _, end = bounds(draft, match.start())
            subjects = [h for h in heads(draft, match.start(), cue.heads) if not _backs(draft, h, match)]
            for thing in topics(draft, match.end(), end) if subjects else ():
                for head in subjects:
                    yield _proposal(draft, head, thing.id, match.span(), cue.name, cue.confidence)
                for head in _launchers(draft, subjects, match.start()) if cue.name == "purpose" else ():
                    yield _proposal(draft, head, thing.id, match.span(), "launch", 0.5)


def _backs(draft: Draft, head: str, match: re.Match[str]) -> bool:
    """Whether it is support rather than focus: an actor's commitment, or what an actor furthers."""
    before, verb = draft.text[max(0, match.start() - 40) : match.end()], draft.text[match.end() : match.end() + 10]
    actor = draft.things[head].label in ACTORS
    return bool(re.search(r"komitmen|dukungan|commit", before)) or (actor and verb.startswith(("mendukung", "mendorong", "support")))


def _launchers(draft: Draft, launched: list[str], at: int) -> list[str]:
    """Who launches or holds what the purpose at `at` is told of."""
    start, _ = bounds(draft, at)
    verbs = list(_LAUNCHES.finditer(draft.text, start, at))
    if not verbs or not any(s.entity in launched for s in draft.within(verbs[-1].end(), at)):
        return []
    return heads(draft, verbs[-1].start(), ("Institution",))


def _by_opening(draft: Draft) -> Iterator[Proposal]:
    """"Untuk memperkuat X, A meluncurkan P": a purpose before its subject; what A launches has it too."""
    for sentence in draft.sentences:
        match = _FIRST.search(draft.text[sentence.start : min(sentence.end, sentence.start + 60)])
        if not match:
            continue
        cue = (sentence.start + match.start(), sentence.start + match.end())
        comma = draft.text.find(", ", cue[1], sentence.end)
        run = subject(draft, cue[0], ("Institution",)) if comma > 0 else []
        for thing in topics(draft, cue[1], sentence.end) if run else ():
            for head in [*run, *_launched(draft, run[-1].end, sentence.end)]:
                yield _proposal(draft, head.entity, thing.id, cue, "opening", 0.55)


def _launched(draft: Draft, at: int, end: int) -> list[Span]:
    verb = _LAUNCHES.search(draft.text, at, end)
    return following(draft, verb.end(), _THINGS) if verb else []


def _by_trade(draft: Draft) -> Iterator[Proposal]:
    """"A, perusahaan logistik", "perusahaan logistik A": a company's trade."""
    for match in _COMPANY.finditer(draft.text):
        before = [s for s in draft.spans if draft.label(s) == "Institution" and s.end <= match.start()]
        near = before and re.fullmatch(r"\s*(?:\([^()]*\))?,?\s*(?:merupakan|adalah|sebagai|menjadi)?\s*", draft.text[before[-1].end : match.start()])
        after = following(draft, match.end(), ("Institution",), reach=40)
        who = [before[-1]] if near else [s for s in after if not re.search(r"[,.]", draft.text[match.end() : s.start])][:1]
        if not who:
            continue
        _, end = bounds(draft, match.start())
        stop = end if near else who[0].start
        for thing in topics(draft, match.end(), stop):
            yield _proposal(draft, who[0].entity, thing.id, match.span(), "trade", 0.6)
