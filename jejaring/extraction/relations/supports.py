"""Find SUPPORTS in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, following
from jejaring.extraction.relations._subjects import doers, speaker_at
from jejaring.extraction.topics import named, phrases, topic
from jejaring.lexicon.topic_words import PURPOSE

_NAMED = (*ACTORS, "Program", "Event")
# Behind one of these a verb tells an aim or an ability; whose it is cannot be told from the clause.
_NO_AIM = "".join(rf"(?<!{w} )" for w in ("untuk", "guna", "dalam", "dapat", "bisa", "yang", "to", "upaya"))
# What these govern may be a topic.
_BACKS = re.compile(
    rf"{_NO_AIM}\b(?:mendukung|mendorong|memfasilitasi|supports?|supported|backs|backed|endorse[sd]?)\b"
    r"(?: penuh| kuat)?",
    re.IGNORECASE,
)
_HELPS = re.compile(
    rf"{_NO_AIM}\b(?:membantu|mendampingi|membina|mengawal|memperjuangkan|menyukseskan|menyetujui|menyepakati|helps?"
    r"|helped|assist(?:s|ed)?)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:mengapresiasi|apresiasi(?: \w+){0,2}? (?:kepada|terhadap|atas|untuk)|menyambut (?:baik|positif|gembira)"
    r"|memuji|mengucapkan selamat(?: kepada| atas)?|berterima ?kasih(?: \w+)?(?: kepada| atas)?"
    r"|(?P<thanks>(?:ucapan |ucapkan )?terima kasih(?: \w+)?(?: kepada| atas)?)|menghargai|mengagumi"
    r"|bangga (?:dengan|atas|terhadap)|praise[sd]?|thank(?:s|ed)?|welcome[sd]?|appreciate[sd]?|commend(?:s|ed)?)\b",
    re.IGNORECASE,
)
# "menyambut baik kerja sama X": X is then not what is praised.
_BETWEEN = re.compile(
    r"\b(?:kerja ?sama|kolaborasi|hubungan|potensi|perjanjian|kesepakatan|pertemuan|cooperation|relations)\b",
    re.IGNORECASE,
)
_BACKED = re.compile(r"\b(?:didukung|dibantu|difasilitasi|supported by|backed by)\b(?: penuh)?", re.IGNORECASE)
_COMMITS = re.compile(
    r"\b(?:berkomitmen(?: penuh| kuat| terus)?|komitmen(?:nya)?(?: [\w()]+){0,8}?|committed|commitment)"
    rf"(?: (?:untuk|dalam|pada|terhadap|to))*(?: terus)? (?:(?={PURPOSE}\b)|(?<=terhadap ))",
    re.IGNORECASE,
)
# "memberikan dukungan penuh kepada X": the supporter stands before it.
_GIVES = re.compile(
    r"\b(?:dukungan(?:nya)?|support)(?: (?:penuh|resmi|kuat|lain|full|strong|its|their))*"
    r" (?:kepada|terhadap|bagi|untuk|pada|for|to)\b",
    re.IGNORECASE,
)
# "dukungan A kepada B": the supporter stands in it.
_SUPPORT_OF = re.compile(
    r"\b(?:dukungan|support (?:of|from))(?: (?:penuh|langsung|dari|oleh|the))*(?= )", re.IGNORECASE
)
_FOR = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:kepada|terhadap|bagi|untuk|pada|dalam|for|to|in)\b(?! hal)", re.IGNORECASE
)


def supports(draft: Draft) -> Iterator[Proposal]:
    """Proposals of SUPPORTS; the topics they need are added to the draft."""
    for rule, cue in (("backs", _BACKS), ("helps", _HELPS), ("gives", _GIVES)):
        for match in cue.finditer(draft.text):
            who = doers(draft, match.start())
            yield from _claims(draft, match, who, rule)
    for match in _COMMITS.finditer(draft.text):
        yield from _claims(draft, match, doers(draft, match.end()), "commits")
    for match in _PRAISES.finditer(draft.text):
        yield from _praise(draft, match)
    for match in _SUPPORT_OF.finditer(draft.text):
        yield from _support_of(draft, match)
    for match in _BACKED.finditer(draft.text):
        backers = [s.entity for s in agents(draft, match.end())]
        for ends in product(backers, doers(draft, match.start(), _NAMED) if backers else ()):
            yield _proposal(draft, ends, match, "backed")


def _proposal(draft: Draft, ends: tuple[str, str], match: re.Match[str], rule: str) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(ends[0], "SUPPORTS", ends[1], start, end, match.span(), f"supports:{rule}", 0.6)


def _claims(draft: Draft, match: re.Match[str], who: list[str], rule: str) -> Iterator[Proposal]:
    """The support of `who` for what stands behind the cue: named things, and topics unless it is plain help."""
    for tail in _objects(draft, match.end(), with_topics=rule != "helps") if who else ():
        for head in who:
            yield _proposal(draft, (head, tail), match, rule)


def _objects(draft: Draft, at: int, with_topics: bool) -> Iterator[str]:
    _, end = bounds(draft, at - 1)
    for phrase in phrases(draft.text, at, end):
        thing = named(draft, phrase) or (topic(draft, phrase) if with_topics else None)
        if thing:
            yield thing.id


def _praise(draft: Draft, match: re.Match[str]) -> Iterator[Proposal]:
    """Praise and thanks to named things; "terima kasih" alone comes from whoever speaks."""
    praised = following(draft, match.end(), _NAMED, reach=60)
    if not praised or _BETWEEN.search(draft.text, match.end(), praised[0].start):
        return
    who = [] if match["thanks"] else doers(draft, match.start())
    who = who or [i for i in [speaker_at(draft, match.start())] if i]
    for ends in product(who, (s.entity for s in praised)):
        yield _proposal(draft, ends, match, "praises")


def _support_of(draft: Draft, match: re.Match[str]) -> Iterator[Proposal]:
    who = following(draft, match.end(), reach=30)
    to = _FOR.match(draft.text, who[-1].end) if who else None
    for tail in _objects(draft, to.end(), with_topics=True) if to else ():
        for span in who:
            yield _proposal(draft, (span.entity, tail), match, "of")
