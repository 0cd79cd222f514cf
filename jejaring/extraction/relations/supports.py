"""Find SUPPORTS in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, following
from jejaring.extraction.relations._subjects import doers, speaker_at
from jejaring.extraction.topics import PURPOSE, named, phrases, topic

_NAMED = (*ACTORS, "Program", "Event")
_BEHIND = r"(?<!untuk )(?<!guna )(?<!dalam )(?<!dapat )(?<!bisa )(?<!yang )(?<!to )(?<!upaya )"
# What these govern may be a topic.
_BACKS = re.compile(rf"{_BEHIND}\b(?:mendukung|mendorong|memfasilitasi|supports?|supported|backs|backed|endorse[sd]?)\b(?: penuh| kuat)?", re.IGNORECASE)
_HELPS = re.compile(
    rf"{_BEHIND}\b(?:membantu|mendampingi|membina|mengawal|memperjuangkan|menyukseskan|menyetujui|menyepakati|helps?|helped|assist(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:mengapresiasi|apresiasi(?: \w+){0,2}? (?:kepada|terhadap|atas|untuk)|menyambut (?:baik|positif|gembira)|memuji|mengucapkan selamat(?: kepada| atas)?"
    r"|berterima ?kasih(?: \w+)?(?: kepada| atas)?|(?:ucapan |ucapkan )?terima kasih(?: \w+)?(?: kepada| atas)?|menghargai|mengagumi|bangga (?:dengan|atas|terhadap)"
    r"|praise[sd]?|thank(?:s|ed)?|welcome[sd]?|appreciate[sd]?|commend(?:s|ed)?)\b",
    re.IGNORECASE,
)
_BACKED = re.compile(r"\b(?:didukung|dibantu|difasilitasi|didampingi pendanaan|supported by|backed by)\b(?: penuh)?", re.IGNORECASE)
_COMMITS = re.compile(
    rf"\b(?:berkomitmen(?: penuh| kuat| terus)?|komitmen(?:nya)?(?: [\w()]+){{0,8}}?|committed|commitment)(?: (?:untuk|dalam|pada|terhadap|to))*(?: terus)? "
    rf"(?:(?={PURPOSE}\b)|(?<=terhadap ))",
    re.IGNORECASE,
)
# "memberikan dukungan penuh kepada X": the supporter stands before it.
_GIVES_SUPPORT = re.compile(
    r"\b(?:dukungan(?:nya)?|support)(?: (?:penuh|resmi|kuat|lain|full|strong|its|their))* (?:kepada|terhadap|bagi|untuk|pada|for|to)\b", re.IGNORECASE
)
# "dukungan A kepada B": the supporter stands in it.
_SUPPORT_OF = re.compile(r"\b(?:dukungan|support (?:of|from))(?: (?:penuh|langsung|dari|oleh|the))*(?= )", re.IGNORECASE)
_FOR = re.compile(r"\s*(?:\([^()]*\))?,?\s*(?:kepada|terhadap|bagi|untuk|pada|dalam|for|to|in)\b", re.IGNORECASE)
# What is praised is then no party to it.
_BETWEEN = re.compile(r"\b(?:kerja ?sama|kolaborasi|hubungan|potensi|perjanjian|kesepakatan|pertemuan|cooperation|relations)\b", re.IGNORECASE)


def supports(draft: Draft) -> Iterator[Proposal]:
    """Proposals of SUPPORTS, in text order."""
    for match in _BACKS.finditer(draft.text):
        yield from _claims(draft, match, doers(draft, match.start()), "backs", True)
    for match in _HELPS.finditer(draft.text):
        yield from _claims(draft, match, doers(draft, match.start()), "helps", False)
    for match in _PRAISES.finditer(draft.text):
        yield from _praise(draft, match)
    for match in _COMMITS.finditer(draft.text):
        yield from _claims(draft, match, doers(draft, match.end()), "commits", True)
    for match in _GIVES_SUPPORT.finditer(draft.text):
        yield from _claims(draft, match, doers(draft, match.start()), "gives", True)
    for match in _SUPPORT_OF.finditer(draft.text):
        yield from _support_of(draft, match)
    for match in _BACKED.finditer(draft.text):
        for tail in doers(draft, match.start(), _NAMED):
            for span in agents(draft, match.end()):
                yield _proposal(draft, span.entity, tail, match, "backed")


def _proposal(draft: Draft, head: str, tail: str, match: re.Match[str], rule: str) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(head, "SUPPORTS", tail, start, end, match.span(), f"supports:{rule}:{draft.things[head].label}:{draft.things[tail].label}", 0.6)


def _praise(draft: Draft, match: re.Match[str]) -> Iterator[Proposal]:
    speaker = "kasih" in match.group().lower() and not match.group().lower().startswith("ber")
    who = [] if speaker else doers(draft, match.start())
    who = who or [i for i in [speaker_at(draft, match.start())] if i]
    praised = following(draft, match.end(), _NAMED, reach=60) if who else []
    if praised and _BETWEEN.search(draft.text, match.end(), praised[0].start):
        return
    for head, tail in product(who, praised):
        yield _proposal(draft, head, tail.entity, match, "praises")


def _support_of(draft: Draft, match: re.Match[str]) -> Iterator[Proposal]:
    who = following(draft, match.end(), reach=30)
    to = _FOR.match(draft.text, who[-1].end) if who else None
    _, end = bounds(draft, match.start())
    for phrase in phrases(draft.text, to.end(), end) if to else ():
        thing = named(draft, phrase) or topic(draft, phrase)
        for span in who:
            yield _proposal(draft, span.entity, thing.id, match, "of")


def _claims(draft: Draft, match: re.Match[str], who: list[str], rule: str, with_topics: bool) -> Iterator[Proposal]:
    _, end = bounds(draft, match.end() - 1)
    for phrase in phrases(draft.text, match.end(), end) if who else ():
        thing = named(draft, phrase) or (topic(draft, phrase) if with_topics else None)
        for head in who if thing else ():
            yield _proposal(draft, head, thing.id, match, rule)
