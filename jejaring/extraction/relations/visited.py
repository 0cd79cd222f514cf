"""Find VISITED: verbs and nouns of visiting and arriving, guests received, officials who speak away from home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses

_KIND = r"(?:\s+(?:kerja|kenegaraan|resmi|muhibah|lapangan|langsung|singkat|perdana|balasan|kehormatan|dinas))*"
# Verbs whose object is the place itself; "meninjau kondisi Jalan X" has it a few words on.
_DIRECT = re.compile(
    r"\b(?:mengunjungi|meninjau|menyambangi|mendatangi|menengok|mengecek|visit(?:ed|s|ing)?(?!\s+(?:to|by|of))|tour(?:ed|s)|inspected)\b",
    re.I,
)
# Verbs of motion with their preposition.
_MOTION = re.compile(
    r"\b(?:(?:ber|di)?kunjung(?:an)?\s+ke|berkunjung\s+(?:kembali\s+)?ke|bertandang\s+ke|mampir\s+ke|melawat\s+ke|"
    r"bertolak\s+ke|terbang\s+ke|(?:se)?tiba(?:nya)?\s+(?:kembali\s+)?di|ketibaan\s+\w+\s+ke|datang\s+(?:langsung\s+)?ke|"
    r"turun\s+(?:langsung\s+)?ke|merapat\s+ke|melapor(?:kan\s+diri)?\s+ke|pergi\s+ke|menghadap\s+ke|mudik\s+ke|berangkat\s+\w*\s*\w*\s*menuju\s+ke|blusukan\s+(?:ke|di)|singgah\s+(?:ke|di)|selama\s+(?:berada\s+)?di|sidak\s+(?:ke|di)|"
    r"hadir\s+(?:langsung\s+)?di|arriv(?:ed|es|ing)\s+(?:in|at)|travel(?:led|ed|s)\s+to|flew\s+to|"
    r"(?:trip|visit)\s+to)\b",
    re.I,
)
# Nouns, with the visitor between noun and place or before: "kunjungan kerja X ke Y", "melakukan kunjungan ke Y".
_NOUN = re.compile(
    rf"\b(?:kunjungan(?:nya)?|lawatan(?:nya)?|kunker(?:nya)?|peninjauan(?!\s+kembali)|ketibaan|kedatangan|visit|trip|arrival){_KIND}\b",
    re.I,
)
_NOUN_TO = re.compile(r"\b(?:ke|di|to)\s+")
_PASSIVE = re.compile(r"\b(?:dikunjungi|ditinjau|disambangi|didatangi|(?:was|were) visited by)\b", re.I)
_RECEIVE = re.compile(
    r"\b(?:menerima|received|hosted)\s+(?:kunjungan|audiensi|silaturahmi|rombongan|kedatangan)?\b", re.I
)
_MEET = re.compile(
    r"\b(?:bertemu|berjumpa|menemui|beraudiensi|bersilaturahmi|bertatap muka|met|meets)\b(?!\s+(?:di|dalam)\s+laga)"
)
_DI = re.compile(r"\b(?:di|at|in)\s+")
_VISIT_THERE = re.compile(r"\bkunjungan\w*\s+(?:kerja\s+)?(?:tersebut|itu|ini)\b|\bvisit\b", re.I)
_ALONG = re.compile(r"\b(?:didampingi|mendampingi|ditemani|(?:turut|ikut)\s+(?:hadir|serta)|accompanied by)\b", re.I)
_HOSTED = clauses.words("menerima kunjungan audiensi silaturahmi rombongan kedatangan delegasi received hosted para")
_WITH = re.compile(r"\b(?:bersama|didampingi|ditemani|accompanied by)\b(?:\s+oleh)?", re.I)
_SAYS = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|ucap|tegas|sebut|imbuh|papar|terang|(?:di)?(?:sampaikan|ungkapkan|katakan))\b"
)
_ACTS = re.compile(
    r"\b(?:membuka|menghadiri|meresmikan|melantik|menutup|mengukuhkan|menyampaikan pidato|"
    r"berpidato|hadir|opened|attended|inaugurated)\b"
)
_NATIONAL = re.compile(
    r"\b(?:[Ww]akil\s+[Mm]enteri|[Mm]enteri|[Ww]amen\w*|[Mm]enko|[Mm]en(?:dag|des|sos|hut|kes|hub|ag|pora|han|perin|kop|tan|bud|aker|lu|keu)|"
    r"[Ww]apres|[Ww]akil\s+[Pp]residen|[Dd]irjen|[Dd]eputi|DPR RI|MPR RI|[Kk]apolri|[Kk]akorlantas)\b[^.;,“”\"]{0,60}$"
)
# Where a speaker stands, told right behind the name; who speaks "dalam acara di X" may be at home there.
_AT = re.compile(
    r"\s*,?\s*(?:(?:saat|ketika|usai|seusai|selepas|setelah|sambil|kepada|ditemui|dijumpai|di ?sela(?:-sela)?)\b"
    r"(?![^.;:“”\"]*\b(?:daring|online|virtual|zoom)\b)(?:(?!\b(?:di(?!temui|jumpai|rinya)|dalam|yang|pada)\b|[.;:“”\"])[^;:]){0,90}?\s*)?"
    r"\b(?:di|at|in)\s+"
)
_LOCAL = re.compile(
    r"\b(?:Kepala Dinas|Kadis\w*|Bupati|Wali ?[Kk]ota|Wakil Bupati|Gubernur|"
    r"Kapol\w+|Kasat|Kasi|Camat|Lurah|Kades|Pokdarwis|Sekda)\b"
)
_VENUE = re.compile(
    r"\b(?:[Kk]antor PT|[Ss]tadion|[Bb]andara|[Ss]tasiun|[Pp]elabuhan|[Tt]aman|[Pp]asar|[Dd]esa|"
    r"[Kk]awasan|[Rr]umah [Ss]akit)\b"
)
# Words that a venue shares with whatever stands there.
_COMMON = clauses.words(
    "gedung kantor kompleks istana balai hotel jakarta kota kabupaten provinsi rumah kampus universitas indonesia "
    "kementerian badan dinas republik pusat daerah negara wilayah pengadilan negeri tinggi utara selatan barat timur"
)
_CAPITAL = re.compile(r"Jakarta|Istana|Senayan|Kementerian|Kantor|Gedung|DPR|Kompleks")


def _visit(draft: Draft, who: Span, where: Span, cue: re.Match[str], rule: str, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, cue.start())
    return Proposal(who.entity, "VISITED", where.entity, start, end, cue.span(), rule, confidence)


def visited(draft: Draft) -> Iterator[Proposal]:
    """Proposals of VISITED, in text order of each cue."""
    found = [
        p
        for rule in (_by_verb, _by_noun, _by_passive, _received, _met_at, _spoke_away, _spoke_at, _acted_away)
        for p in rule(draft)
    ]
    told = [p for p in found if not clauses.supposed(draft, p.cue[0])]
    yield from (p for p in [*told, *_went_along(draft, told)] if not clauses.vague(draft, p.head))


def _with_town(draft: Draft, where: list[Span]) -> list[Span]:
    """The place, and the town named with it: "Bank X di Mataram" gives both."""
    town = re.compile(r"\s+(?:di|in)\s+").match(draft.text, where[0].end) if len(where) == 1 else None
    return [*where, *(clauses.places(draft, town.end(), 1)[:1] if town else [])]


def _companions(draft: Draft, at: int) -> list[Span]:
    """Who goes along: "meninjau X bersama A dan B"."""
    _, end = clauses.bounds(draft, at)
    match = _WITH.search(draft.text, at, end)
    return clauses.following(draft, match.end(), ("Person", "Group")) if match else []


def _by_verb(draft: Draft) -> Iterator[Proposal]:
    for pattern, reach, rule in ((_DIRECT, 70, "visit-verb"), (_MOTION, 45, "motion-verb")):
        for cue in pattern.finditer(draft.text):
            where = _with_town(draft, clauses.places(draft, cue.end(), reach))
            if where:
                who = clauses.subject(draft, cue.start())
                for pair in clauses.pairs([*who, *(_companions(draft, cue.end()) if who else [])], where):
                    yield _visit(draft, *pair, cue, rule, 0.8)


def _by_noun(draft: Draft) -> Iterator[Proposal]:
    for cue in _NOUN.finditer(draft.text):
        _, end = clauses.bounds(draft, cue.start())
        to = _NOUN_TO.search(draft.text, cue.end(), min(end, cue.end() + 160))
        if not to or clauses.has_verb(draft.text[cue.end() : to.start()]):
            continue
        where = clauses.places(draft, to.end(), 45)
        between = clauses.actors(draft, cue.end(), to.start())
        who = between or _owner(draft, cue.start()) or clauses.subject(draft, cue.start())
        for pair in clauses.pairs(who, where):
            yield _visit(draft, *pair, cue, "visit-noun", 0.8)


def _owner(draft: Draft, at: int) -> list[Span]:
    """Whose visit it is in English: "President X's three-day visit to Y"."""
    match = re.search(r"['’]s?\s+(?:[\w-]+\s+){0,2}$", draft.text[max(0, at - 50) : at])
    owner = max(0, at - 50) + match.start() if match else -1
    return [s for s in draft.spans if s.end in (owner, owner + 2) and draft.label(s) in clauses.ACTORS]


def _by_passive(draft: Draft) -> Iterator[Proposal]:
    for cue in _PASSIVE.finditer(draft.text):
        start, _ = clauses.bounds(draft, cue.start())
        where = draft.within(start, cue.start(), "Place", "Institution")[-1:]
        for pair in clauses.pairs(clauses.agents(draft, cue.end()), where):
            yield _visit(draft, *pair, cue, "visit-passive", 0.75)


def _received(draft: Draft) -> Iterator[Proposal]:
    for cue in _RECEIVE.finditer(draft.text):
        guests = clauses.following(draft, cue.end(), reach=70)
        if guests and clauses.lead(draft, guests[0]) not in _HOSTED:
            continue
        at = guests[-1].end if guests else cue.end()
        _, end = clauses.bounds(draft, cue.start())
        place = _DI.search(draft.text, at, min(end, at + 80)) if guests else None
        for pair in clauses.pairs(guests, clauses.places(draft, place.end(), 30) if place else []):
            yield _visit(draft, *pair, cue, "received", 0.65)


def _met_at(draft: Draft) -> Iterator[Proposal]:
    """Who meets somebody somewhere has gone there; who is met is at home."""
    for cue in _MEET.finditer(draft.text):
        who = clauses.subject(draft, cue.start(), ("Person",))
        _, end = clauses.bounds(draft, cue.start())
        at = max([s.end for s in clauses.following(draft, cue.end())], default=cue.end())
        place = _DI.search(draft.text, at, min(end, at + 60))
        where = clauses.places(draft, place.end(), 30)[:1] if place else []
        if where and not draft.things[where[0].entity].name.endswith("Jakarta"):
            for pair in clauses.pairs(who[:1], where):
                yield _visit(draft, *pair, cue, "met-at", 0.6)


def _went_along(draft: Draft, visits: list[Proposal]) -> Iterator[Proposal]:
    """Companions named in a later sentence on the story's visit: "Dalam kunjungan itu, X didampingi A dan B"."""
    for cue in _ALONG.finditer(draft.text):
        start, end = clauses.bounds(draft, cue.start())
        main = next((v for v in visits if v.start <= start), None)
        if not main or not _VISIT_THERE.search(draft.text, start, end):
            continue
        for who in clauses.actors(draft, cue.end(), end, ("Person", "Group")):
            yield Proposal(who.entity, "VISITED", main.tail, start, end, cue.span(), "went-along", 0.6)


def _spoke_away(draft: Draft) -> Iterator[Proposal]:
    """A national official who speaks outside the capital is there on a visit."""
    for cue in _SAYS.finditer(draft.text):
        who = clauses.following(draft, cue.end(), ("Person",))[:1]
        _, end = clauses.bounds(draft, cue.start())
        place = _DI.search(draft.text, who[0].end, end) if who else None
        where = clauses.places(draft, place.end(), 20) if place else []
        if where and _national(draft, who[0]) and not _CAPITAL.search(draft.text[where[0].start : end][:60]):
            yield _visit(draft, who[0], where[0], cue, "spoke-away", 0.5)


def _spoke_at(draft: Draft) -> Iterator[Proposal]:
    """ "kata X saat ditemui di Y, Senin (1/9)": who speaks at a place not his own has gone there."""
    for cue in _SAYS.finditer(draft.text):
        who = clauses.following(draft, cue.end(), ("Person",))[:1]
        _, end = clauses.bounds(draft, cue.start())
        at = _AT.match(draft.text, who[0].end, end) if who else None
        where = clauses.places(draft, at.end(), 20)[:1] if at else []
        for pair in clauses.pairs(who, where):
            if not _at_home(draft, cue.start(), *pair):
                yield _visit(draft, *pair, cue, "spoke-at", 0.6)


def _at_home(draft: Draft, said: int, who: Span, where: Span) -> bool:
    """Whether a place is the capital at large, or bears the name of what a speaker heads or belongs to."""
    name = draft.things[where.entity].name
    if re.fullmatch(r"(?:DKI )?Jakarta(?: Pusat)?|Indonesia|Balai Kota.*|Gedung Putih|White House|Pelatnas .*", name):
        return True
    posts = [p for p in draft.proposals if p.head == who.entity and p.type in ("HOLDS_POSITION", "MEMBER_OF")]
    titles = " ".join([draft.text[said : who.start], *(str(p.attrs.get("title", "")) for p in posts)])
    if _LOCAL.search(titles) and not _VENUE.search(draft.text, where.start - 9, where.start + 12):
        return True  # a town that an officer of a district speaks in is most likely his own
    homes = [form for p in posts for form in (draft.things[p.tail].name, *draft.things[p.tail].forms)]
    return bool(_telling(name) & _telling(" ".join([*homes, titles])))


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it apart; "Mapolda X" and "Polda X" are of one house."""
    low = re.sub(r"\bma(?=pol)|\bmabes ", "", name.lower())
    return frozenset(w for w in re.findall(r"\w{3,}", low) if w not in _COMMON)


def _acted_away(draft: Draft) -> Iterator[Proposal]:
    """A national official who opens, attends or inaugurates something outside the capital is there on a visit."""
    for cue in _ACTS.finditer(draft.text):
        _, end = clauses.bounds(draft, cue.start())
        place = _DI.search(draft.text, cue.end(), end)
        if not place or re.search(r"[;“”\"]|\.\s", draft.text[cue.end() : place.start()]):
            continue
        where = clauses.places(draft, place.end(), 20)[:1]
        away = where and not _CAPITAL.search(draft.text[where[0].start : end][:60])
        who = clauses.subject(draft, cue.start(), ("Person",)) if away else []
        for pair in clauses.pairs([w for w in who if _national(draft, w)], where):
            yield _visit(draft, *pair, cue, "acted-away", 0.5)


def _national(draft: Draft, who: Span) -> bool:
    return any(
        _NATIONAL.search(draft.text, max(0, s.start - 90), s.start) for s in draft.spans if s.entity == who.entity
    )
