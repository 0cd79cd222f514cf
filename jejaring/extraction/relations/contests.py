"""Find matches by what sides do to each other ("A mengalahkan B", "A vs B"), and both sides as PARTICIPATED_IN.

A report of sport seldom says "laga A melawan B" in one phrase: each pair of sides that play is an event of its own,
and "laga ini" behind it means that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.events.dating import anchor, compatible, date_of, lead_date
from jejaring.extraction.relations import _clauses as clauses
from jejaring.extraction.relations._words import SAY
from jejaring.text.dates import DateMention, resolve
from jejaring.text.sentences import Sentence

_SPORT = re.compile(
    r"\b(?:laga|pertandingan|skor|gol|turnamen|liga|piala|babak|ronde|petarung|klasemen|timnas|pelatih|pemain|striker|"
    r"juara|final|semifinal|atlet|goals?|match|league|coach|striker|tournament|set (?:pertama|kedua|ketiga))\b",
    re.I,
)
_SOME = 3  # so many different words of sport make a report of sport
_SIDES = ("Institution", "Person", "Group", "Place")
_BEATS = re.compile(
    r"(?:mengalahkan|menumbangkan|menaklukkan|membungkam|menundukkan|mempermalukan|menyingkirkan|"  # glued to names too
    r"\b(?:kalahkan|takluk(?:kan)? dari|melumat|menekuk|menggilas|menghadapi|hadapi|meladeni|menjamu|menantang|kontra|"
    r"versus|vs\.?|"
    r"(?:me)?lawan|kalah (?:\d+-\d+ )?dari|(?:ke)?menang(?:an)?\s+(?:[\w-]+\s+){0,3}(?:atas|dari)|keunggulan|"
    r"ditahan(?: imbang)?(?: oleh)?|dikalahkan(?: oleh)?|ditaklukkan(?: oleh)?|ditumbangkan(?: oleh)?|"
    r"beat|defeated|faced|faces|face))(?![a-z-])(?:\s+\d+-\d+)?"
)
_VERSUS = re.compile(r"vs|versus|kontra|lawan|melawan")
_MEET = re.compile(r"\b(?:akan |bakal |baru |saling ){0,3}(?:berhadapan|bertemu|berduel|bentrok|berjumpa)\b")
_MATCH = re.compile(r"(?:laga|pertandingan|duel|pertarungan|gim|match)\b", re.I)
# What only happens in a match, and what tells of another one.
_PLAY = re.compile(
    r"\b(?:[Gg]ol(?:-gol)?|menit ke-?\d+|menit akhir|umpan\w*|tembakan\w*|tendangan\w*|sundulan\w*|"
    r"tandukan\w*|ditanduk|gawang|"
    r"assist|peluang|menurunkan|memasukkan|memainkan|menggantikan|digantikan|diturunkan|starter|bangku cadangan|"
    r"mencetak|kartu (?:kuning|merah))\b|\d'"
)
_PAST = re.compile(r"\b(?:musim lalu|sepanjang musim|karier|transfer|kontrak|tahun lalu|pernah)\b")
_PLAYED_AT = re.compile(
    r"\b(?:di|pada|dalam|at|in|laga|pertandingan|kiprah|kampanye|panggung|ajang)\s*"
    r"(?:(?!\b(?:yang|lalu|sebelumnya)\b)\w+\s+){0,6}$"
)
_AHEAD = re.compile(r"\b(?:akan|bakal|jelang|menjelang|will)\b")
_OPENING = 600
_POINTS = re.compile(r"(?:laga|pertandingan|duel|pertarungan)\w*(?:\s\w+)?\s(?:ini|itu|tersebut)\b", re.I)


def contests(draft: Draft) -> Iterator[Proposal]:
    """PARTICIPATED_IN of the sides of each match, in text order; the match joins the events of the draft."""
    found: list[tuple[Thing, frozenset[str]]] = []
    if len({m.group().lower() for m in _SPORT.finditer(draft.text)}) < _SOME:
        return
    # a year in the sentence is a season's or a tournament's
    dates = [d for d in resolve(draft.text, anchor(draft)) if d.exact]
    for start, sides in sorted(_pairs(draft), key=lambda p: (p[0], p[1][0].start)):
        cue = (min(start, sides[1].start), max(start, sides[1].end))
        match = _match(draft, found, sides, cue, dates)
        begin, end = clauses.bounds(draft, start)
        for side in sides:
            yield Proposal(side.entity, "PARTICIPATED_IN", match.id, begin, end, cue, "contest", 0.7)
        yield from _in_tournament(draft, match, sides, cue)
    _point_back(draft, [thing for thing, _ in found])
    main = next((thing for thing, _ in found if _reported(draft, thing)), None)
    yield from _players(draft, main) if main else ()


def _in_tournament(draft: Draft, match: Thing, sides: list[Span], cue: tuple[int, int]) -> Iterator[Proposal]:
    """The tournament that the sentence of a match names: the match is part of it, and its sides play there."""
    start, end = clauses.bounds(draft, cue[0])
    named = [s for s in draft.within(start, end, "Event") if s.kind in ("name", "short") and s.entity != match.id]
    named = [s for s in named if draft.things[s.entity].attrs.get("kind") == "competition"]
    if len({s.entity for s in named}) == 1 and _PLAYED_AT.search(draft.text, start, named[0].start):
        whole = named[0].entity
        yield Proposal(match.id, "PART_OF", whole, start, end, cue, "round", 0.7)
        for side in sides:
            yield Proposal(side.entity, "PARTICIPATED_IN", whole, start, end, cue, "contest-in", 0.6)


def _reported(draft: Draft, match: Thing) -> bool:
    """Whether the opening tells a match that has been played: what follows is its report."""
    told = next(s for s in draft.spans if s.entity == match.id)
    start, end = clauses.bounds(draft, told.start)
    return told.start < _OPENING and not _AHEAD.search(draft.text, start, end)


def _players(draft: Draft, match: Thing) -> Iterator[Proposal]:
    """Who scores, is fielded or replaced plays in the match that a report tells first: it is about that one."""
    for sentence in draft.sentences:
        cue = _PLAY.search(draft.text, sentence.start, sentence.end)
        if not cue or _PAST.search(draft.text, sentence.start, sentence.end):
            continue
        for who in draft.within(sentence.start, sentence.end, "Person"):
            if clauses.lead(draft, who) not in SAY:
                yield Proposal(who.entity, "PARTICIPATED_IN", match.id, *_bounds(sentence), cue.span(), "player", 0.55)


def _bounds(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _pairs(draft: Draft) -> Iterator[tuple[int, list[Span]]]:
    """Two sides and where the verb between or behind them begins."""
    for cue in _BEATS.finditer(draft.text):
        others = clauses.following(draft, cue.end(), _SIDES, reach=60)[:1]
        who = (_beside(draft, cue) or clauses.subject(draft, cue.start(), _SIDES)[-1:]) if others else []
        if who and _even(draft, who[0], others[0]):
            yield cue.start(), [*who, *others]
    for cue in _MEET.finditer(draft.text):
        who = clauses.subject(draft, cue.start(), _SIDES)
        if len(who) == 2 and _even(draft, *who):
            yield cue.end(), who


_TWIXT = re.compile(r"\s+(?:yang\s+(?:\w+\s+)?)?$")


def _beside(draft: Draft, cue: re.Match[str]) -> list[Span]:
    """Who stands right before a verb but is no subject to it: "antara A vs B", "dari A yang mengalahkan B"."""
    gap = _TWIXT.search(draft.text[max(0, cue.start() - 30) : cue.start()])
    end = max(0, cue.start() - 30) + gap.start() if gap else -1
    if not gap or ("yang" not in gap.group() and not _VERSUS.match(cue.group())):
        return []
    return [s for s in draft.holding(end - 1) if s.end == end and draft.label(s) in _SIDES][-1:]


def _even(draft: Draft, one: Span, other: Span) -> bool:
    """Whether two can play each other: two people, or two teams."""
    labels = {draft.label(one), draft.label(other)}
    return one.entity != other.entity and (labels == {"Person"} or not labels & {"Person", "Group"})


def _match(
    draft: Draft,
    found: list[tuple[Thing, frozenset[str]]],
    sides: list[Span],
    cue: tuple[int, int],
    dates: list[DateMention],
) -> Thing:
    """The match of two sides: one told before on a day that fits, else a new one."""
    date = date_of(draft, dates, *cue)
    pair = frozenset(s.entity for s in sides)
    match = next((t for t, p in found if p == pair and compatible(t.attrs.get("date"), date)), None)
    if match is None:
        names = [draft.things[s.entity].name for s in sides]
        match = draft.add("Event", f"Laga {names[0]} vs {names[1]}", kind="competition", date=date)
        found.append((match, pair))
    match.attrs["date"] = max(match.attrs["date"] or "", date or "") or None
    draft.mention(match, *cue, "nominal")
    _absorb(draft, match, cue, sides)
    if not match.attrs["date"]:
        match.attrs["date"] = lead_date(draft, dates, match.id, more=3)
    return match


def _absorb(draft: Draft, match: Thing, cue: tuple[int, int], sides: list[Span]) -> None:
    """Let "laga kedua" and "bertemu" in the sentence of a match, and "duel A dan B" anywhere, stand for it."""
    begin, end = clauses.bounds(draft, cue[0])
    for span in [s for s in draft.spans if draft.label(s) == "Event" and s.entity != match.id]:
        other = draft.things[span.entity]
        here = begin <= span.start < end and _bare(draft, span, cue)
        if here or (other.attrs.get("kind") in ("competition", "meeting") and _between(draft, other.name, sides)):
            span.entity, span.kind = match.id, "nominal"


def _bare(draft: Draft, span: Span, cue: tuple[int, int]) -> bool:
    """Whether a mention in the sentence of a match tells no other match: "laga kedua", the verb of meeting."""
    if _MEET.match(draft.text, span.start):
        return cue[0] <= span.start <= cue[1]
    return bool(_MATCH.match(draft.text, span.start)) and " vs " not in draft.things[span.entity].name


def _between(draft: Draft, name: str, sides: list[Span]) -> bool:
    """Whether an event is called after both sides."""
    return all(any(f in name for f in (draft.things[s.entity].name, *draft.things[s.entity].forms)) for s in sides)


def _point_back(draft: Draft, matches: list[Thing]) -> None:
    """Let "laga ini" mean the match told last before it."""
    ours = {m.id for m in matches}
    told = [s for s in draft.spans if s.entity in ours]
    for span in [s for s in draft.spans if draft.label(s) == "Event" and s.entity not in ours]:
        before = [s for s in told if s.end <= span.start]
        if before and _POINTS.match(draft.text, span.start):
            span.entity, span.kind = before[-1].entity, "nominal"
