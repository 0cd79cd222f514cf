"""Find SUPPORTS in a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, following
from jejaring.extraction.relations._subjects import doers, pointed, speaker_at
from jejaring.extraction.topics import named, phrases, topic
from jejaring.lexicon.topic_words import CARRIERS, PURPOSE

_NAMED = (*ACTORS, "Program", "Event")
_WHO = (*ACTORS, "Place")
# Behind one of these a verb tells an aim or an ability; whose it is cannot be told from the clause.
_NO_AIM = "".join(rf"(?<!{w} )" for w in ("untuk", "guna", "dalam", "dapat", "bisa", "yang", "to"))
# What these govern may be a topic.
_BACKS = re.compile(
    rf"(?:{_NO_AIM}\b(?:mendukung|mendorong|memfasilitasi|mempromosikan|menghormati|menaati|dukung|dorong"
    r"|supports?|supported|backs|backed|endorse[sd]?)"
    r"|(?<=untuk )mendukung)\b(?: penuh| kuat)?",
    re.IGNORECASE,
)
_HELPS = re.compile(
    rf"{_NO_AIM}\b(?:membantu|mendampingi|membina|mengawal|memperjuangkan|menyukseskan|menyetujui|menyepakati"
    r"|menyelamatkan|mengevakuasi|memulangkan|mengoneksikan|helps?|helped|assist(?:s|ed)?|rescued|evacuated)\b",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:mengapresiasi|apresiasi(?: [\w-]+){0,4}? (?:kepada|terhadap|atas|untuk)|menyambut (?:baik|positif|gembira)"
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
_FOR_ITS = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:karena|lantaran|sebab|atas|berkat)\s+"
    r"|\s*,?\s*(?:for|because of|due to) (?:its|their) (?:\w+ )?"
)
# "memberikan dukungan penuh kepada X": the supporter stands before it.
_GIVES = re.compile(
    r"\b(?:dukungan(?:nya)?|support)(?: (?:penuh|resmi|kuat|lain|full|strong|its|their))*"
    r" (?:kepada|terhadap|bagi|untuk|pada|for|to)\b",
    re.IGNORECASE,
)
# "memberikan pendampingan bagi X", "apresiasi kepada X": for named things alone.
_AIDS = re.compile(
    r"\b(?:pendampingan|apresiasi|penghargaan|pelatihan|pengetahuan|perlindungan|bimbingan|pembinaan|layanan)"
    r"(?: \w+){0,2}? (?:kepada|bagi|untuk|terhadap)\b",
    re.IGNORECASE,
)
# "mendapat apresiasi dari A": the supporter stands behind it.
_GETS = re.compile(
    r"\b(?:mendapat(?:kan)?|menuai|memperoleh|menerima) (?:apresiasi|dukungan|pujian|sambutan(?: \w+)?)(?: \w+){0,2}?"
    r" (?:dari|oleh)\b|\b(?:received|won|drew) (?:support|praise) from\b",
    re.IGNORECASE,
)
# "dukungan A kepada B": the supporter stands in it.
_SUPPORT_OF = re.compile(
    r"\b(?:dukungan|support (?:of|from))(?: (?:penuh|langsung|dari|oleh|the))*(?= )", re.IGNORECASE
)
_WITH_HELP = re.compile(
    r"\b(?:dengan|berkat|atas) (?:dukungan|bantuan|pendampingan)(?: (?:penuh|dari))*(?= )"
    r"|\bwith (?:support|help|backing) from",
    re.IGNORECASE,
)
# "mendorong militer X meminta warganya": what is urged, no topic.
_CLAUSE = re.compile(r"(?<=\w)\sme(?:m|n|ng|ny)[a-z]{4,}\b")
_TO_DO = re.compile(r"(?:\s*\([^()]*\))?(?: di [A-Z]\w+)?\s+(?:untuk|agar|supaya|segera|to|me(?:m|n|ng|ny)\w+)\b")
# "kuasa hukum A, B": B stands by A.
_COUNSEL = re.compile(r"\b(?:kuasa hukum|pengacara|penasihat hukum|lawyer (?:of|for))\s+", re.IGNORECASE)
_APPOSED = re.compile(r"(?:\s*\([^()]*\))?,\s*(?:yakni |yaitu )?|\s*,?\s*(?:yakni|yaitu|bernama)\s+")
_SELAKU = re.compile(r"(?:\s*\([^()]*\))?,?\s*(?:(?:selaku|sebagai|salah satu|tim)\s+)*")
_PICKS = re.compile(r"\b(?:memilih|merekomendasikan|menjagokan) saham\b", re.IGNORECASE)
_WHICH = re.compile(r"\s*(?:\([^()]*\))?,?\s*\b(?:yang|which|that)\s+(?:\w+\s+){0,2}\Z")
_FOR = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:kepada|terhadap|bagi|untuk|pada|dalam|for|to|in)\b(?! hal)", re.IGNORECASE
)


def supports(draft: Draft) -> Iterator[Proposal]:
    """Proposals of SUPPORTS; the topics they need are added to the draft."""
    for rule, cue, read in _RULES:
        for match in cue.finditer(draft.text):
            for head, tail in read(draft, match):
                yield _proposal(draft, (head, tail), match, rule)


def _proposal(draft: Draft, ends: tuple[str, str], match: re.Match[str], rule: str) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(ends[0], "SUPPORTS", ends[1], start, end, match.span(), f"supports:{rule}", 0.6)


_Ends = Iterator[tuple[str, str]]


def _backs(draft: Draft, match: re.Match[str]) -> _Ends:
    """Backing or giving support to named things and topics."""
    who = [] if _urges(draft, match) else doers(draft, match.start(), _WHO)
    return product(who, _objects(draft, match.end()) if who else ())


def _urges(draft: Draft, match: re.Match[str]) -> bool:
    """Whether somebody is pressed to do something: "mendorong A untuk segera melapor"."""
    urged = following(draft, match.end(), _WHO, reach=2) if "dorong" in match.group().lower() else []
    return bool(urged and _TO_DO.match(draft.text, urged[-1].end))


def _commits(draft: Draft, match: re.Match[str]) -> _Ends:
    """A commitment to topics; whose it is may stand in the cue, "komitmen A untuk", or before "karena komitmennya"."""
    who = _praised_for(draft, match.start()) or doers(draft, match.end(), _WHO)
    return product(who, _objects(draft, match.end()) if who else ())


def _praised_for(draft: Draft, at: int) -> list[str]:
    """Whose commitment is the reason for what the clause does to them: "memilih X karena komitmennya"."""
    start, _ = bounds(draft, at)
    near = [s for s in draft.within(start, at, *_WHO) if _FOR_ITS.fullmatch(draft.text, s.end, at)]
    return _ids([s for s in near if s.kind != "pronoun"][-1:])


def _helps(draft: Draft, match: re.Match[str]) -> _Ends:
    """Plain help, to named things alone: "membantu pembangunan jalan" tells no topic."""
    who = doers(draft, match.start(), _WHO)
    near = following(draft, match.end(), (*_NAMED, "Place"), reach=3) if who else []
    near = near[:1] if near and draft.label(near[0]) == "Place" else near  # the second place is where the first lies
    return product(who, _ids(near) or _objects(draft, match.end(), with_topics=False))


def _aids(draft: Draft, match: re.Match[str]) -> _Ends:
    aided = _ids(following(draft, match.end(), _NAMED, reach=40))
    return product(doers(draft, match.start(), _WHO) if aided else (), aided)


def _praises(draft: Draft, match: re.Match[str]) -> _Ends:
    """Praise and thanks to named things; "terima kasih" alone comes from whoever speaks."""
    praised = following(draft, match.end(), _NAMED, reach=60)
    if not praised or _BETWEEN.search(draft.text, match.end(), praised[0].start):
        return iter(())
    who = [] if match["thanks"] else doers(draft, match.start(), _WHO)
    return product(who or [i for i in [speaker_at(draft, match.start())] if i], _ids(praised))


def _picks(draft: Draft, match: re.Match[str]) -> _Ends:
    picked = _ids(following(draft, match.end(), ("Institution",), reach=30))
    return product(doers(draft, match.start(), ("Person", "Institution")) if picked else (), picked)


def _counsel(draft: Draft, match: re.Match[str]) -> _Ends:
    """ "Kuasa hukum A, B", "B, kuasa hukum A": B supports A."""
    start, end = bounds(draft, match.start())
    client = [s for s in draft.within(match.end(), end, *ACTORS) if s.start <= match.end() + 15][:1]
    behind = draft.within(client[0].end, end, "Person")[:1] if client else []
    if behind and _APPOSED.fullmatch(draft.text, client[0].end, behind[0].start):
        return product(_ids(behind), _ids(client))
    before = draft.within(start, match.start(), "Person")[-1:] if client else []
    beside = before and _SELAKU.fullmatch(draft.text, before[0].end, match.start())
    return product(_ids(before), _ids(client)) if beside else iter(())


def _support_of(draft: Draft, match: re.Match[str]) -> _Ends:
    who = following(draft, match.end(), reach=30)
    to = _FOR.match(draft.text, who[-1].end) if who else None
    return product(_ids(who), _objects(draft, to.end()) if to else ())


def _with_help(draft: Draft, match: re.Match[str]) -> _Ends:
    """ "Dengan dukungan A, B ...": A supports whoever does what follows."""
    _, end = bounds(draft, match.start())
    run = following(draft, match.end(), reach=20)
    if len(run) == 2 and draft.text[run[0].end : run[1].start] == ", ":
        return product(_ids(run[:1]), _ids(run[1:]))
    comma = draft.text.find(", ", run[-1].end, min(end, run[-1].end + 25)) if run else -1
    return product(_ids(run), _ids(following(draft, comma + 2, reach=20)) if comma > 0 else ())


def _backed(draft: Draft, match: re.Match[str]) -> _Ends:
    """The backers behind a passive verb, "didukung oleh A", "mendapat apresiasi dari A"."""
    backers = _ids(agents(draft, match.end()))
    start, _ = bounds(draft, match.start())
    relative = _WHICH.search(draft.text, start, match.start())
    if relative:  # "A, industri yang didukung B": what stands right before "yang", where it is named
        backed = _ids([s for s in draft.within(start, relative.start(), *_NAMED) if s.end == relative.start()])
    else:
        backed = doers(draft, match.start(), _NAMED) if backers else []
    return product(backers, backed)


def _objects(draft: Draft, at: int, with_topics: bool = True) -> list[str]:
    told = pointed(draft, at + 1)  # "mendukung program ini"
    if told:
        return told[0]
    _, end = bounds(draft, at - 1)
    found = [p for p in phrases(draft.text, at, end) if not _CLAUSE.search(draft.text, p.start, p.end)]
    things = [named(draft, p) or (topic(draft, p) if with_topics else None) for p in found]
    return list(dict.fromkeys([*_named_first(draft, at), *(t.id for t in things if t)]))


def _named_first(draft: Draft, at: int) -> list[str]:
    """The run of named things right behind a cue, with nothing but words like "program" between."""
    run = following(draft, at, _NAMED, reach=40)
    between = draft.text[at : run[0].start].lower().split() if run else []
    return _ids(run) if CARRIERS.issuperset(between) else []


def _ids(spans: list[Span]) -> list[str]:
    return list(dict.fromkeys(s.entity for s in spans))


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[Draft, re.Match[str]], _Ends]], ...] = (
    ("backs", _BACKS, _backs),
    ("gives", _GIVES, _backs),
    ("commits", _COMMITS, _commits),
    ("helps", _HELPS, _helps),
    ("aids", _AIDS, _aids),
    ("praises", _PRAISES, _praises),
    ("picks", _PICKS, _picks),
    ("counsel", _COUNSEL, _counsel),
    ("of", _SUPPORT_OF, _support_of),
    ("with help", _WITH_HELP, _with_help),
    ("gets", _GETS, _backed),
    ("backed", _BACKED, _backed),
)
