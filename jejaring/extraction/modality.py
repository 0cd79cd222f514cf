"""The step modality: whether a claim is asserted, planned, hoped or denied, from the words that govern its trigger."""

from __future__ import annotations

import re

from jejaring.extraction.cues import (
    ADMITTED,
    AHEAD,
    ASKING,
    BREAK,
    CALLED_OFF,
    DENIED,
    FALSE,
    HEARSAY,
    HOPED,
    PERFORMED,
    PLANNED,
    POSSIBLE,
    REFUTED,
    SUPPOSED,
    WANTED,
)
from jejaring.extraction.draft import Draft, Proposal

# Facts of standing hold whatever is planned or hoped around them.
STANDING = frozenset({"HOLDS_POSITION", "ALUMNI_OF", "LOCATED_IN"})
# What an event yet to come makes planned.
DATED = frozenset({"HELD_AT", "ORGANIZED", "PARTICIPATED_IN", "VISITED", "MET"})
# A purpose is there already, though its object is wanted.
PURPOSES = frozenset({"FOCUSES_ON"})
# Names whose words govern nothing: "Rencana Pembangunan", "Satu Seragam Sejuta Harapan".
_NAMED = ("Person", "Institution", "Program", "Place")
_END = re.compile(r"[,.;:]|\b(?:dan|serta|and|yang akan|who|which)\b")  # where what stands behind a trigger ends
_CLAUSE_END = re.compile(rf"{_END.pattern}|\byang\b")
_PREDICATE = re.compile(r"\b(?:menjadi|sebagai|menjabat|adalah|merupakan|is|was|as)\s+(?:the |an? )?$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|,?\s*\b(?:dan|serta|and|dengan|bersama|with|ke|to|di|in))\s+(?:\w+\s+){0,3}")
_OBJECT = re.compile(r"\s+(?:[\w.]+\s+){0,3}")  # a title between a verb and the name that is its object
_TO_DO = re.compile(r"(?:\s|\([^()]*\)|,|untuk|agar|supaya|bisa|dapat|turut|ikut|terus|juga|segera|lebih|to)*")
_WANTS = re.compile(r"\b(?:ingin|mau|want(?:s|ed)?)\s+(?:agar\s+|supaya\s+)?(?:(?!me|ber|di)\w+\s+)?$", re.IGNORECASE)
# "pertemuan A dan B akan membahas": what a noun names is yet to come.
_WILL = re.compile(
    r"\s+(?:(?!yang|dan|serta|who|which)\w+\s+)?(?:akan|bakal|dijadwalkan|direncanakan|will|is set to)\b", re.IGNORECASE
)
_WAR = re.compile(
    r"(?:perang|konflik|invasi|agresi|krisis|gempa|banjir|erupsi|kebakaran|war|conflict|invasion)\b", re.I
)
_ARM = 25  # the reach of a negation
_REACH = (
    ("denied", DENIED, _ARM),
    ("hoped", HOPED, 200),
    ("planned", PLANNED, 90),
    ("planned", WANTED, 90),
    ("planned", POSSIBLE, _ARM),
)


def modality(draft: Draft) -> None:
    """Fill the modality of each proposal that has none yet."""
    for proposal in draft.proposals:
        if proposal.modality is None:
            proposal.modality = (_standing if proposal.type in STANDING else _governed)(draft, proposal)


def _standing(draft: Draft, proposal: Proposal) -> str:
    """A fact of standing is denied only as a predicate of what is said to be false: "kabar X ditunjuk sebagai Y"."""
    clause, length = _clause(draft, proposal)
    before = clause[: len(clause) - length]
    return "denied" if _PREDICATE.search(before) and _refuted(draft, proposal, before) else "asserted"


def _refuted(draft: Draft, proposal: Proposal, before: str) -> bool:
    """Whether the statement that a trigger stands in is said to be false, before or behind it."""
    after = draft.text[proposal.cue[1] : proposal.end]
    return bool(REFUTED.search(before) or (HEARSAY.search(before) and FALSE.search(after)))


def _governed(draft: Draft, proposal: Proposal) -> str:
    """The modality of the governing words in the trigger's clause, else that of an event yet to come."""
    clause, length = _clause(draft, proposal)
    if _refuted(draft, proposal, clause[: len(clause) - length]) or _called_off(draft, proposal):
        return "denied"
    if _wanted_of(draft, proposal):
        return "hoped"
    done = bool(PERFORMED.search(clause, max(0, len(clause) - length - _ARM))) or _under_way(draft, proposal)
    for name, governors, reach in _REACH:
        if (governors is WANTED and proposal.type in PURPOSES) or (done and name == "planned"):
            continue
        if proposal.type == "OPPOSES" and governors is DENIED:
            clause, length = clause[: len(clause) - length], 0  # who opposes refuses; that denies nothing
        if governors.search(clause, max(0, len(clause) - length - reach)) and not (
            name == "hoped" and _lasting(draft, proposal)
        ):
            return name
    if _asked(draft, proposal):
        return "hoped"
    return _by_surroundings(draft, proposal, clause[: len(clause) - length])


def _lasting(draft: Draft, proposal: Proposal) -> bool:
    """Whether an end is a war or a disaster, which goes on whatever somebody hopes."""
    ends = (draft.things[proposal.head], draft.things[proposal.tail])
    return proposal.type in DATED and any(t.label == "Event" and _WAR.match(t.name) for t in ends)


def _under_way(draft: Draft, proposal: Proposal) -> bool:
    """Whether what words nearby put off is there already: a war, or an event dated before the article."""
    published = (draft.document.published or "")[:10]
    dates = [str(draft.things[end].attrs.get("date") or "") for end in (proposal.head, proposal.tail)]
    past = bool(published) and any(d[:10] < published[: len(d)] for d in dates if re.match(r"\d{4}", d))
    return proposal.type in DATED and (past or _lasting(draft, proposal))


def _wanted_of(draft: Draft, proposal: Proposal) -> bool:
    """Whether the head is somebody of whom another wants it: "kami ingin X ikut memberi Y"."""
    sentence = draft.sentence_at(proposal.cue[0])
    start = sentence.start if sentence else proposal.start
    heads = [s for s in draft.within(start, proposal.cue[0]) if s.entity == proposal.head]
    wants = _WANTS.search(draft.text[start : heads[0].start]) if heads else None
    return wants is not None and not BREAK.search(draft.text, heads[0].end, proposal.cue[0])


def _asked(draft: Draft, proposal: Proposal) -> bool:
    """Whether the head is somebody who is asked to do it: "mengajak X untuk mendukung Y"."""
    sentence = draft.sentence_at(proposal.cue[0])
    start = sentence.start if sentence else proposal.start
    heads = [s for s in draft.within(start, proposal.cue[0]) if s.entity == proposal.head]
    before = draft.text[start : heads[-1].start] if heads else ""
    verbs = list(ASKING.finditer(before))
    to_do = bool(heads) and _TO_DO.fullmatch(draft.text, heads[-1].end, proposal.cue[0])
    return bool(to_do and verbs and _OBJECT.fullmatch(before, verbs[-1].end()))


def _called_off(draft: Draft, proposal: Proposal) -> bool:
    """Whether the words behind the trigger, or right behind the ends named after it, call the event off."""
    if proposal.type not in DATED:
        return False
    after = [draft.text[at : proposal.end] for at in (proposal.cue[1], _behind(draft, proposal))]
    return any(CALLED_OFF.search(_CLAUSE_END.split(words)[0]) for words in after)


def _behind(draft: Draft, proposal: Proposal) -> int:
    """Where the words behind the trigger and the ends named after it begin."""
    ends = {proposal.head, proposal.tail}
    last = proposal.cue[1]
    for span in draft.within(proposal.cue[1], proposal.end):
        if span.start >= last and (span.entity in ends or _JOINT.fullmatch(draft.text, last, span.start)):
            last = span.end
    return last


def _by_surroundings(draft: Draft, proposal: Proposal, before: str) -> str:
    """The modality where nothing before the trigger governs it: by what supposes or dates it."""
    if proposal.type not in PURPOSES and SUPPOSED.search(before, before.rfind(",") + 1):
        return "planned"
    to_come = proposal.type in DATED and not _under_way(draft, proposal) and _to_come(draft, proposal)
    return "planned" if to_come else "asserted"


def _clause(draft: Draft, proposal: Proposal) -> tuple[str, int]:
    """The words of the trigger's clause up to its end, names blanked out, and the length of the trigger."""
    sentence = draft.sentence_at(proposal.cue[0])
    start = sentence.start if sentence else proposal.start
    before = draft.text[start : proposal.cue[1]]
    for span in draft.within(start, proposal.cue[1], *_NAMED):
        before = before[: span.start - start] + "_" * (span.end - span.start) + before[span.end - start :]
    before = ADMITTED.sub(lambda m: "_" * len(m.group()), before)
    breaks = [m.end() for m in BREAK.finditer(before, 0, max(0, proposal.cue[0] - start))]
    return before[breaks[-1] if breaks else 0 :], proposal.cue[1] - proposal.cue[0]


def _to_come(draft: Draft, proposal: Proposal) -> bool:
    """Whether an end is an event dated after the article, or the words behind the trigger put it off."""
    published = (draft.document.published or "")[:10]
    dates = [str(draft.things[end].attrs.get("date") or "") for end in (proposal.head, proposal.tail)]
    later = bool(published) and any(d[:10] > published[: len(d)] for d in dates if re.match(r"\d{4}", d))
    after = _END.split(draft.text[proposal.cue[1] : proposal.end])[0]
    put_off = _WILL.match(draft.text, _behind(draft, proposal), proposal.end)
    return later or bool(put_off or AHEAD.search(after))
