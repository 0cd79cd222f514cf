"""Who was there, told apart from the event: lists, companions, remarks, sentences that open with "acara itu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses

# Verbs and nouns of saying, in the forms that news puts before or behind a speaker.
SAYS = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|ucap|tegas|sebut|imbuh|papar|terang|lanjut|tambah|"
    r"(?:di)?(?:sampaikan|ungkapkan|katakan|utarakan|jelaskan|tegaskan)|"
    r"menyampaikan|mengatakan|menegaskan|menyatakan|mengungkapkan|menjelaskan|said|told)\b"
)
# "X, dalam sambutannya, ..." speaks at the event at hand.
_REMARKS = re.compile(
    r"\b(?:dalam|pada|saat|in)\s+(?:his |her |their |the )?(?:opening )?"
    r"(?:sambutan|pidato|laporan|paparan|arahan|pemaparan|orasi|remarks|speech|keynote|address)(?:nya)?\b"
)
_SAME = re.compile(
    r"\b(?:kesempatan|acara|kegiatan|forum|pertemuan|momen|sesi|agenda|occasion|event)\w*\s+"
    r"(?:yang )?(?:sama|itu|ini|tersebut)\b|same"
)
_OPENING = re.compile(
    r"(?:[Dd]alam|[Pp]ada|[Ss]aat|[Dd]i(?: sela(?:-sela)?)?|[Mm]elalui|[Ll]ewat|[Aa]t|[Dd]uring|[Oo]n)\s"
    r"[^,.;:“”\"]{5,140},\s+"
)
_PRESENT = re.compile(
    r"\b(?:(?:[Tt]urut|[Ii]kut|[Jj]uga|[Yy]ang)\s+(?:hadir|mendampingi|menyaksikan)(?:\s+(?:pula|juga|langsung))?|"
    r"[Hh]adir(?:\s+(?:pula|juga))|[Hh]adir mendampingi|Hadir|hadir(?=\s+(?:antara lain|di antaranya|yakni))|"
    r"[Aa]lso present|[Aa]mong those (?:present|attending))\b|(?<=, )hadir\b|\bhadir(?= [A-Z])"
)
_NAMELY = re.compile(
    r"\b(?:antara lain|yakni|yaitu|di antaranya|diantaranya|adalah|mulai dari|seperti|were|including)\b|[,:]"
)
_ADDED = re.compile(r"\b(?:termasuk|di antaranya|antara lain|including)\b")
_WITH = re.compile(r"\b(?:didampingi|ditemani|accompanied by)\b(?:\s+oleh)?")
_NEAR = 900  # characters back in which "acara itu" can find its event


def part(draft: Draft, who: Span, event: Span, cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    """A proposal that `who` took part in `event`; counted groups bring their `count`."""
    start, end = clauses.bounds(draft, cue[0])
    size = draft.things[who.entity].attrs.get("size")
    attrs = {"count": size} if isinstance(size, int) else {}
    return Proposal(who.entity, "PARTICIPATED_IN", event.entity, start, end, cue, rule, confidence, attrs)


def listed_after(draft: Draft, at: int) -> list[Span]:
    """The run behind a verb, at once or behind "di antaranya", "yakni" or a colon, and who "termasuk" adds to it."""
    found = clauses.agents(draft, at)
    _, end = clauses.bounds(draft, max(at - 1, 0))
    for namely in (_ADDED if found else _NAMELY).finditer(draft.text, at, end):
        loose = namely.group() == ","
        named = clauses.following(draft, namely.end(), ("Person", "Group") if loose else clauses.ACTORS, reach=120)
        if named:
            return [*found, *named]
    return found


def opening(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """ "Pada kesempatan yang sama, X ...": who acts in a sentence that opens with the event."""
    for sentence in draft.sentences:
        cue = _OPENING.match(draft.text, sentence.start, sentence.end)
        if not cue:
            continue
        here = [e for e in events if cue.start() <= e.start < cue.end()]
        before = [e for e in events if e.end <= cue.start() and cue.start() - e.end < _NEAR]
        event = here[-1] if here else before[-1] if before and _SAME.search(cue.group()) else None
        if event:
            for who in clauses.following(draft, cue.end(), reach=90):
                yield part(draft, who, event, cue.span(), "opening", 0.6)


def present(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """Lists of who was there, in the event's sentence or a later one: "Turut hadir A, B, dan C"."""
    for cue in _PRESENT.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        if event:
            for who in listed_after(draft, cue.end()):
                yield part(draft, who, event, cue.span(), "present", 0.7)


def companions(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """Companions: "X didampingi A dan B" beside an event."""
    for cue in _WITH.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        if event:
            for who in clauses.following(draft, cue.end(), reach=100):
                yield part(draft, who, event, cue.span(), "companion", 0.55)


def remarks(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """Speakers: "X, dalam sambutannya, ..." and "kata X dalam pidatonya"."""
    for cue in _REMARKS.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        said = list(SAYS.finditer(draft.text, clauses.bounds(draft, cue.start())[0], cue.start()))
        who = clauses.following(draft, said[-1].end(), ("Person",)) if said else []
        who = who or clauses.subject(draft, cue.start(), ("Person",))
        if event and who:
            proposal = part(draft, who[0], event, cue.span(), "remarks", 0.6)
            proposal.attrs["role"] = "pembicara"
            yield proposal


def _event_at_hand(draft: Draft, at: int, main: list[Span]) -> Span | None:
    """The event that the sentence tells, else the one told last before it of those that somebody takes part in.

    "acara itu" in the sentence tells nothing new: it means one that somebody is known to take part in.
    """
    start, end = clauses.bounds(draft, at)
    known = {e.entity for e in main}
    here = [s for s in clauses.events(draft) if start <= s.start < min(end, at + 90)]
    here = [s for s in here if not re.search(r"[,:]", draft.text[at : max(at, s.start)])]
    told = [s for s in here if s.entity in known or not _points_back(draft, s)]
    before = [s for s in main if s.end <= start and start - s.end < _NEAR]
    return told[0] if told else before[-1] if before else None


def _points_back(draft: Draft, event: Span) -> bool:
    return bool(_SAME.search(draft.text[event.start : event.end + 10]))
