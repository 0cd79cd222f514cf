"""Find MET: verbs of meeting and receiving, meetings and talks with or between people and institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses

_ADVERB = r"(?:\s+(?:langsung|kembali|resmi|bilateral|empat mata|kenegaraan|daring|secara \w+))*"
_TALK = (
    r"(?:pertemuan|perundingan|pembicaraan|audiensi|dialog|diskusi|silaturahmi|"
    r"rapat(?:\s+kerja|\s+dengar pendapat(?:\s+umum)?)?)"
)
_MEET = r"(?:bertemu|ketemu|berjumpa|bertatap muka|bersilaturahmi|berdialog|berdiskusi|berunding|beraudiensi)"
_GUEST = r"(?:kunjungan|audiensi|silaturahmi|kedatangan|rombongan|delegasi)"
# Verbs and nouns that stand between the two who meet.
_ACTIVE = re.compile(
    rf"\b(?:{_MEET}{_ADVERB}(?:\s+(?:dengan|bersama))?|menemui|menyapa|berbicara (?:kepada|dengan)|"
    r"(?<!akan )(?<!ingin )(?<!mau )(?<!perlu )(?<!bisa )(?<!untuk )"
    r"(?:bicara|berkonsultasi|mediasi) (?:dengan|bersama)|"
    r"mendapat kunjungan (?:dari )?|dimintai keterangan(?: oleh)?|"
    rf"{_TALK}{_ADVERB}(?:\s+\([A-Z]+\))?\s+(?:dengan|bersama)|"
    rf"menerima(?:\s+{_GUEST})+|menjamu|"
    r"menyambut(?:\s+kedatangan)?(?!\s+(?:baik|positif|hangat|gembira|hari|antusias))|"
    r"(?:met|meets|meeting|talks?|consultations|spoke|discussions?)\s+with|"
    r"(?:will|would|to|not) meet(?: with)?(?!\s+(?:the|by|in|at|on)\b)|"
    r"met(?!\s+(?:the|by|in|at|on|with)\b)|hosted|welcomed|received)\b",
    re.I,
)
# Who hosts a workshop or receives an award for somebody does not meet them by that.
_ENGLISH_HOST = re.compile("hosted|welcomed|received", re.I)
_PASSIVE = re.compile(r"\b(?:disambut|diterima|ditemui|dijamu|(?:was|were) (?:welcomed|received|greeted)(?: by)?)\b")
_RECIPROCAL = re.compile(
    r"\b(?:bertemu|berjumpa|bertatap muka|"
    r"(?:melakukan|mengadakan|menggelar)\s+(?:pertemuan|perundingan|pembicaraan|dialog)|"
    rf"(?:se)?(?:usai|telah|dalam|saat)\s+pertemuan{_ADVERB}|met)\b",
    re.I,
)
_BETWEEN = re.compile(
    rf"\b(?:{_TALK}{_ADVERB}(?:\s+antara)?(?!\s+(?:\w+\s+)?(?:itu|ini|tersebut|yang|dengan|bersama)\b)|"
    r"(?:meeting|talks|summit) between|mempertemukan)\s+(?!dengan|bersama|with)",
    re.I,
)
_PRESS = re.compile(
    r"\s*(?:tepuk|sorak|antusias|hangat|baik|meriah|di|usai|saat|seusai|setelah|awak|wartawan|media|"
    r"para wartawan|terpisah)\b"
)
_MATCH = re.compile(
    r"\b(?:laga|matchday|babak|grup|semi\s?final|perempat\s?final|final|pertandingan|leg|klasemen|match|league)\b", re.I
)
_FACILITATED = re.compile(r"\b(?:memfasilitasi|menjembatani|facilitate\w*)\s+(?:\w+\s+)?$")
_NAMELY = re.compile(r"\b(?:antara lain|yakni|yaitu|di antaranya|adalah)\b")


def met(draft: Draft) -> Iterator[Proposal]:
    """Proposals of MET, in text order of each cue; the one named first is the head."""
    for rule in (_active, _received, _passive, _reciprocal, _between):
        yield from (p for p in rule(draft) if _is_meeting(draft, p))


def _is_meeting(draft: Draft, p: Proposal) -> bool:
    """Whether a proposal tells of somebody in particular who meets, not of a wish, a crowd or a match of teams."""
    ends = [draft.things[e] for e in (p.head, p.tail)]
    match = _MATCH.search(draft.text, p.start, p.end) and all(t.label == "Institution" for t in ends)
    return not (match or clauses.supposed(draft, p.cue[0]) or any(clauses.vague(draft, t.id) for t in ends))


def _meeting(draft: Draft, pair: tuple[Span, Span], cue: re.Match[str], rule: str, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, cue.start())
    first, second = sorted(pair, key=lambda s: s.start)
    return Proposal(first.entity, "MET", second.entity, start, end, cue.span(), rule, confidence)


def _active(draft: Draft) -> Iterator[Proposal]:
    for cue in _ACTIVE.finditer(draft.text):
        others = clauses.following(draft, cue.end(), reach=70)
        if _ENGLISH_HOST.fullmatch(cue.group()) and others and clauses.lead(draft, others[0]) != cue.group().lower():
            continue
        if not others or _FACILITATED.search(draft.text[: cue.start()][-40:]):
            continue
        who = clauses.subject(draft, cue.start()) or _named_after(draft, others[-1].end)
        for pair in clauses.pairs(who, others):
            yield _meeting(draft, pair, cue, "meet-verb", 0.8)


def _named_after(draft: Draft, at: int) -> list[Span]:
    """ "Eksekutif yang bertemu X antara lain A, B, dan C"."""
    _, end = clauses.bounds(draft, at)
    namely = _NAMELY.search(draft.text, at, min(end, at + 30))
    return clauses.following(draft, namely.end()) if namely else []


def _received(draft: Draft) -> Iterator[Proposal]:
    """ "X menerima Presiden Y": receiving a person is a meeting, receiving a thing is none."""
    for cue in re.finditer(r"\bmenerima\b", draft.text):
        others = clauses.following(draft, cue.end(), ("Person", "Group"), reach=50)
        if others and clauses.lead(draft, others[0]) not in ("menerima", "para"):
            continue
        who = clauses.subject(draft, cue.start(), ("Person",)) if others else []
        for pair in clauses.pairs(who, others):
            yield _meeting(draft, pair, cue, "receive", 0.7)


def _passive(draft: Draft) -> Iterator[Proposal]:
    for cue in _PASSIVE.finditer(draft.text):
        if _PRESS.match(draft.text, cue.end()):
            continue
        others = clauses.agents(draft, cue.end(), ("Person", "Group"))
        who = clauses.subject(draft, cue.start(), ("Person", "Group")) if others else []
        for pair in clauses.pairs(who, others):
            yield _meeting(draft, pair, cue, "met-by", 0.75)


def _reciprocal(draft: Draft) -> Iterator[Proposal]:
    """ "A dan B bertemu" with nobody behind the verb: each of the subject with its first."""
    for cue in _RECIPROCAL.finditer(draft.text):
        who = clauses.subject(draft, cue.start())
        if len(who) > 1 and not clauses.following(draft, cue.end(), reach=50):
            for other in who[1:]:
                yield _meeting(draft, (who[0], other), cue, "reciprocal", 0.7)


def _between(draft: Draft) -> Iterator[Proposal]:
    """ "pertemuan (antara) A dan B", "rapat A dengan B"."""
    for cue in _BETWEEN.finditer(draft.text):
        run = clauses.following(draft, cue.end(), reach=40)
        _, end = clauses.bounds(draft, cue.start())
        dengan = (
            re.compile(r"\s*(?:\([^)]*\))?\s*(?:dengan|with)\b").match(draft.text, run[-1].end, end) if run else None
        )
        others = clauses.following(draft, dengan.end(), reach=60) if dengan else run[1:]
        for other in others:
            yield _meeting(draft, (run[0], other), cue, "meeting-between", 0.7)
