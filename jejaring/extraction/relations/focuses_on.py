"""Find FOCUSES_ON in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, bounds, following, subject
from jejaring.extraction.relations._subjects import EVERY, PARTNERSHIP, heads, pointed, speaking_for
from jejaring.extraction.relations._titled import laws, themes
from jejaring.extraction.topics import topic, topics
from jejaring.lexicon.topic_words import ADVERBS, CHANGE, PURPOSE, one_of

_WORKS = ("Institution", "Program", "Event")
_THINGS = ("Program", "Event")
# "berupaya meningkatkan", "untuk memperkuat": what the verb of purpose governs is the topic.
_TO = rf"{ADVERBS} (?={PURPOSE}\b)"
_AIMED = one_of(
    """bertujuan bertugas tujuannya tujuan_utamanya tujuannya_adalah tujuan_utamanya_adalah dirancang ditujukan
    diharapkan diarahkan diperlukan dibutuhkan dibentuk didesain aims? is_designed is_expected"""
)

# What an institution does at any time is its work; what it presses others to do (mendorong, mendukung) is support.
_WORK = (
    r"(?!(?:mendorong|mendukung|support|promote|encourage)\b)"
    + f"(?:{CHANGE}|"
    + one_of("genjot mengebut memastikan menangani memangkas memantau mengawasi memperketat memperkaya menyediakan")
    + ")"
)
# Between who works and the verb of their work.
_ADVERB = one_of(
    """akan terus juga telah sudah berhasil tengah sedang siap ingin ikut turut pun kini bakal berencana selama_ini
    saat_ini kembali segera disebut dinilai mulai sendiri selalu tetap senantiasa bersama-sama will has have is"""
)
_SELF = re.compile(rf"(?:\b(?:kami|kita|pihaknya|we)|\s*\([^()]*\)\s*,?|^,?)\s*(?:{_ADVERB}\s+)*\Z", re.IGNORECASE)
_PROBES = one_of("mengusut menyelidiki mendalami menyidik menelusuri membongkar mengungkap")


@dataclass(frozen=True)
class _Cue:
    """A pattern behind which topics begin, the labels of what may be the head, and a confidence (as measured)."""

    name: str
    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    confidence: float


def _cue(name: str, pattern: str, labels: tuple[str, ...], confidence: float) -> _Cue:
    return _Cue(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE), labels, confidence)


_CUES = (
    _cue(
        "focus",
        r"(?:ber|di|mem)?fokus(?:kan)?(?: utama)?(?:nya)?(?: (?:pada|terhadap|di|kepada|dalam|adalah|untuk|ke))*\b",
        EVERY,
        0.85,
    ),
    _cue("focus", r"(?:focus(?:es|ed|ing)?|centers?|concentrates?) on\b", EVERY, 0.85),
    _cue(
        "priority",
        one_of("menitikberatkan memprioritaskan membidangi berorientasi berkecimpung mengutamakan perhatian_lebih")
        + r"\b(?: (?:pada|di|dalam|terhadap))*",
        EVERY,
        0.7,
    ),
    _cue("active", r"bergerak (?:di|dalam)(?: bidang| sektor| industri)?\b", EVERY, 0.8),
    _cue("aim", rf"{_AIMED}(?: bukan semata-mata| tidak hanya)?{_TO}", _WORKS, 0.7),
    _cue("effort", rf"(?:upaya|berupaya|bertekad|berusaha|seeks?){_TO}", _WORKS, 0.65),
    _cue("purpose", rf"(?:untuk|guna|demi|dalam rangka|to){_TO}", ("Institution", "Event"), 0.5),
    _cue("in", rf"dalam{_TO}", ("Institution", "Program"), 0.6),
    _cue(
        "told",
        r"(?:tujuan|fokus|prioritas|sasaran|misi)(?: utama)?nya,? (?:adalah|ialah|yakni|yaitu)(?: (?:untuk|pada))*\b",
        _WORKS,
        0.6,
    ),
    _cue("discuss", r"(?:membahas|mendiskusikan|membicarakan|discuss(?:ed|es)?)\b", ("Event",), 0.7),
    _cue("about", r"(?<=[\w)] )(?:tentang|mengenai|seputar|about|bertema|bertajuk)\b", _THINGS, 0.5),
    _cue("covers", r"(?:mencakup|meliputi|covers)\b", _WORKS, 0.6),
    _cue("does", rf"(?={CHANGE}\b)", ("Program",), 0.5),
    _cue("works", rf"(?={_WORK}\b)", ("Institution",), 0.6),
    _cue("case", rf"{_PROBES}\b(?:(?: \w+)? (?:kasus|perkara|laporan)(?-i:(?![a-z])))?", ("Institution",), 0.6),
    _cue("governs", one_of("mengatur menyasar menghadirkan menyerap") + r"\b", ("Program",), 0.5),
    _cue("field", rf"{PARTNERSHIP}(?: \w+){{0,2}} (?:di|dalam|pada) (?:bidang|sektor)\b(?!-)", _WORKS, 0.55),
    _cue(
        "lists",
        r"(?:program|kegiatan|layanan)(?:-\w+)?(?: \w+){0,2}"
        r"(?=,? (?:seperti|yakni|yaitu|antara lain|di antaranya|mulai dari|meliputi|termasuk) )",
        ("Institution",),
        0.6,
    ),
    _cue(
        "serves",
        rf"(?:sebagai|menjadi|merupakan|adalah) (?:\w+ )?(?:wadah|ajang|sarana|ruang)(?: untuk| bagi)?{ADVERBS}(?= \w)",
        _THINGS,
        0.5,
    ),
)
_OPENING = re.compile(
    rf"(?:^|(?<=[.–-] ))(?:[\w.]+, )?\w*?(?:untuk|guna|demi|dalam rangka|sebagai upaya|dalam upaya|to){_TO}",
    re.IGNORECASE,
)
_LAUNCHES = re.compile(
    r"\b(?:meluncurkan|menggelar|menghadirkan|mengenalkan|memperkenalkan|mengadakan|menyelenggarakan|menjalankan"
    r"|menggagas|menginisiasi|membuka|launch(?:es|ed)|held|hosted|organi[sz]ed)\b",
    re.IGNORECASE,
)
# "Fokus utama kami adalah X", "Tujuan dari acara ini adalah memperkuat Y": the head stands behind the noun.
_NOUN = re.compile(
    r"\b(?:fokus|tujuan|prioritas|sasaran|the (?:aim|focus|goal))(?: utama)?(?: (?:dari|of))?(?= )", re.IGNORECASE
)
_IS = re.compile(
    r"(?: (?:saat ini|ke depan|bukan hanya|tidak hanya))*,? ?(?:adalah|ialah|yakni|yaitu|mencakup|meliputi|is|are)"
    r"(?: (?:pada|untuk|on|to))*\b",
    re.IGNORECASE,
)
_OURS = re.compile(r" (?:kami|kita|our)\b", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:perusahaan|produsen|penyedia|pengembang|startup|pabrik|operator|distributor|penyalur|pengelola|emiten|eksportir"
    r"|importir|induk organisasi|lembaga yang menangani|institusi(?: pemerintah)? yang menangani)"
    r"(?: yang (?:bergerak|menyediakan|memproduksi|mengembangkan|berfokus|fokus))?(?: (?:di|pada))?"
    r"(?: bidang| sektor)?\s+(?!(?:patungan|terpisah|baru|induk|swasta|terbuka|lain|besar|asal|milik|negara|asing"
    r"|publik|maupun|dan|atau|yang|ini|itu|tersebut)\b)",
    re.IGNORECASE,
)
_BEING = re.compile(r"\s*(?:\([^()]*\))?,?\s*(?:merupakan|adalah|sebagai|menjadi)?\s*")


def focuses_on(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FOCUSES_ON; the topics they need are added to the draft."""
    titles = [stretch for _, _, stretch in laws(draft)]
    for cue in _CUES:
        for match in cue.pattern.finditer(draft.text):
            if cue.name != "about" or not any(start <= match.start() < end for start, end in titles):
                yield from _by_cue(draft, cue, match)
    yield from _by_opening(draft)
    yield from _by_noun(draft)
    yield from _by_trade(draft)
    yield from _by_title(draft)


def _by_title(draft: Draft) -> Iterator[Proposal]:
    for head, phrase, cue in laws(draft):
        yield _proposal(draft, (head, topic(draft, phrase).id), cue, "law", 0.7)
    for head, phrase, cue in themes(draft):
        yield _proposal(draft, (head, topic(draft, phrase).id), cue, "theme", 0.6)


def _proposal(draft: Draft, ends: tuple[str, str], cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = bounds(draft, cue[0])
    return Proposal(ends[0], "FOCUSES_ON", ends[1], start, end, cue, f"focuses_on:{rule}", confidence)


def _by_cue(draft: Draft, cue: _Cue, match: re.Match[str]) -> Iterator[Proposal]:
    found = [h for h in heads(draft, match.start(), cue.heads) if not _backs(draft, h, match)]
    end = _aim_end(draft, found, match.span())
    if cue.name == "about" and not _near(draft, found, match.start()):
        return
    if cue.name == "works" and not _itself(draft, match.start()):
        return
    launchers = _launchers(draft, found, match.start()) if cue.name == "purpose" else []
    for thing in topics(draft, match.end(), end) if found else ():
        for head in found:
            yield _proposal(draft, (head, thing.id), match.span(), cue.name, cue.confidence)
        for head in launchers:
            yield _proposal(draft, (head, thing.id), match.span(), "launch", 0.5)


def _aim_end(draft: Draft, found: list[str], cue: tuple[int, int]) -> int:
    """Where what is aimed at ends: with the sentence, or where its subject begins ("Untuk X, A menahan B")."""
    start, end = bounds(draft, cue[0])
    spans = [s.start for s in draft.within(start, end) if s.entity in found]
    return end if not spans or spans[0] < cue[0] else max(spans[0], cue[1])


def _itself(draft: Draft, at: int) -> bool:
    """Whether who works stands right before the verb at `at`, with nothing but adverbs between."""
    start, _ = bounds(draft, at)
    ends = [s.end for s in draft.within(start, at)]
    return bool(_SELF.search(draft.text[ends[-1] if ends else start : at]))


def _near(draft: Draft, found: list[str], at: int) -> bool:
    """Whether one of `found` stands right before `at`, with nothing but a few words between."""
    return any(s.entity in found for s in draft.within(max(0, at - 60), at)) or not draft.within(max(0, at - 60), at)


def _backs(draft: Draft, head: str, match: re.Match[str]) -> bool:
    """Whether it is support rather than focus: an actor's commitment, or what an actor furthers."""
    before, verb = draft.text[max(0, match.start() - 40) : match.end()], draft.text[match.end() : match.end() + 10]
    furthers = draft.things[head].label in ACTORS and verb.startswith(("mendukung", "mendorong", "support"))
    return furthers or bool(re.search(r"komitmen|dukungan|commit", before))


def _launchers(draft: Draft, launched: list[str], at: int) -> list[str]:
    """Who launches or holds what the purpose at `at` is told of."""
    start, _ = bounds(draft, at)
    verbs = list(_LAUNCHES.finditer(draft.text, start, at))
    if not verbs or not any(s.entity in launched for s in draft.within(verbs[-1].end(), at)):
        return []
    return heads(draft, verbs[-1].start(), ("Institution",))


def _by_opening(draft: Draft) -> Iterator[Proposal]:
    """ "Untuk memperkuat X, A meluncurkan P": a purpose before its subject; what A launches has it too."""
    for sentence in draft.sentences:
        match = _OPENING.search(draft.text[sentence.start : min(sentence.end, sentence.start + 60)])
        if not match or draft.text.find(", ", sentence.start + match.end(), sentence.end) < 0:
            continue
        cue = (sentence.start + match.start(), sentence.start + match.end())
        run = subject(draft, cue[0], ("Institution",))
        end = _aim_end(draft, [s.entity for s in run], cue)
        for thing in topics(draft, cue[1], end) if run else ():
            for head in [*run, *_launched(draft, run[-1].end, sentence.end)]:
                yield _proposal(draft, (head.entity, thing.id), cue, "opening", 0.55)


def _launched(draft: Draft, at: int, end: int) -> list[Span]:
    verb = _LAUNCHES.search(draft.text, at, end)
    return following(draft, verb.end(), _THINGS) if verb else []


def _by_noun(draft: Draft) -> Iterator[Proposal]:
    """ "Fokus kerja sama ini adalah X": the noun, whose it is, and what it is."""
    for match in _NOUN.finditer(draft.text):
        found, at = _owners(draft, match.end())
        verb = _IS.match(draft.text, at) if found else None
        _, end = bounds(draft, match.start())
        for thing in topics(draft, verb.end(), end) if verb else ():
            for head in found:
                yield _proposal(draft, (head, thing.id), match.span(), "noun", 0.7)


def _owners(draft: Draft, at: int) -> tuple[list[str], int]:
    """Whose focus or aim a noun that ends at `at` tells, and where that owner ends."""
    ours = _OURS.match(draft.text, at)
    if ours:
        return [i for i in [speaking_for(draft, at)] if i], ours.end()
    spans = following(draft, at, EVERY, reach=20)
    nominal = pointed(draft, at + 1)
    if nominal and not (spans and spans[-1].end >= nominal[1]):
        return nominal
    return [s.entity for s in spans], spans[-1].end if spans else at


def _by_trade(draft: Draft) -> Iterator[Proposal]:
    """ "A, perusahaan logistik", "perusahaan logistik A": a company's trade."""
    for match in _COMPANY.finditer(draft.text):
        company, stop = _company(draft, match)
        for thing in topics(draft, match.end(), stop) if company else ():
            yield _proposal(draft, (company, thing.id), match.span(), "trade", 0.7)


def _company(draft: Draft, match: re.Match[str]) -> tuple[str, int]:
    """The company that a descriptive noun tells of, right before or behind it, and where the description ends."""
    start, stop = bounds(draft, match.start())
    comma = draft.text.find(", ", match.end(), stop)
    end = comma if comma > 0 else stop
    before = draft.within(start, match.start(), "Institution")
    if before and _BEING.fullmatch(draft.text, before[-1].end, match.start()):
        return before[-1].entity, end
    after = following(draft, match.end(), ("Institution",), reach=40)
    if after and not re.search(r"[,.]", draft.text[match.end() : after[0].start]):
        return after[0].entity, after[0].start
    return "", end
