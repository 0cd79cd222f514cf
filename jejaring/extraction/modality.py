"""The step modality: whether a claim is asserted, planned, hoped or denied, from the words that govern its trigger."""

from __future__ import annotations

import re

from jejaring.extraction.cues import BREAK, DENIED, HOPED, PLANNED, WANTED
from jejaring.extraction.draft import Draft, Proposal

# Facts of standing hold whatever is planned or hoped around them.
STANDING = frozenset({"HOLDS_POSITION", "ALUMNI_OF", "LOCATED_IN"})
# What an event yet to come makes planned.
DATED = frozenset({"HELD_AT", "ORGANIZED", "PARTICIPATED_IN"})
# A purpose is there already, though its object is wanted.
PURPOSES = frozenset({"FOCUSES_ON"})
_REACH = (("denied", DENIED, 25), ("hoped", HOPED, 200), ("planned", PLANNED, 90), ("planned", WANTED, 90))


def modality(draft: Draft) -> None:
    """Fill the modality of each proposal that has none yet."""
    for proposal in draft.proposals:
        if proposal.modality is None:
            proposal.modality = "asserted" if proposal.type in STANDING else _governed(draft, proposal)


def _governed(draft: Draft, proposal: Proposal) -> str:
    """The modality of the governing words in the trigger's clause, else that of an event yet to come."""
    clause, length = _clause(draft, proposal)
    for name, governors, reach in _REACH:
        if governors is WANTED and proposal.type in PURPOSES:
            continue
        if governors.search(clause, max(0, len(clause) - length - reach)):
            return name
    return "planned" if proposal.type in DATED and _to_come(draft, proposal) else "asserted"


def _clause(draft: Draft, proposal: Proposal) -> tuple[str, int]:
    """The words of the trigger's clause up to its end, and the length of the trigger."""
    sentence = draft.sentence_at(proposal.cue[0])
    start = sentence.start if sentence else proposal.start
    before = draft.text[start : proposal.cue[1]]
    breaks = [m.end() for m in BREAK.finditer(before, 0, max(0, proposal.cue[0] - start))]
    return before[breaks[-1] if breaks else 0 :], proposal.cue[1] - proposal.cue[0]


def _to_come(draft: Draft, proposal: Proposal) -> bool:
    """Whether an end is an event dated after the article."""
    published = (draft.document.published or "")[:10]
    dates = [str(draft.things[end].attrs.get("date") or "") for end in (proposal.head, proposal.tail)]
    return bool(published) and any(d[:10] > published[: len(d)] for d in dates if re.match(r"\d{4}", d))
