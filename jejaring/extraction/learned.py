"""Let the trained model propose relations, and say how likely it finds those that rules proposed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Any

from jejaring import ontology
from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.model.encoder import Reading, encoder
from jejaring.extraction.model.pairs import RELATIONS, Mention, Pairs, layout, pairs
from jejaring.extraction.names.words import read
from jejaring.extraction.topics import Phrase, named, phrase, topic

OUTSIDE = 0.5  # what the chance that a token is outside topics counts: more topics are looked at than are likely
LEAST = 0.6  # what the model alone proposes is at least this likely
# Of these it is right less often than of others that it finds as likely, or, of the first, more often.
LEAST_OF = {"FOCUSES_ON": 0.5, "HOLDS_POSITION": 0.7, "SUPPORTS": 0.8, "MEMBER_OF": 0.9, "RUNS": 0.8, "PART_OF": 0.95}
SEEN_FROM = 0.02
LONGEST = 600  # characters of evidence
RULE = "model"

_BEGINS, _GOES_ON = 1, 2
_NEVER, _LEAST = float("-inf"), 1e-9

Fact = tuple[str, str, str]


@dataclass(frozen=True)
class Found:
    """How likely a relation between two mentions is; `head` and `tail` are in the tokens of the text."""

    type: str
    head: Mention
    tail: Mention
    probability: float

    @property
    def fact(self) -> Fact:
        """The type and the keys of both ends, in one order where the relation has no direction."""
        return _fact(self.type, self.head.key, self.tail.key)


def _fact(kind: str, head: str, tail: str) -> Fact:
    return (kind, *sorted((head, tail))) if ontology.EDGES[kind].symmetric else (kind, head, tail)  # type: ignore[return-value]


def learned(draft: Draft, scorer: Pairs | None = None) -> None:
    """Weigh every pair of mentions that were read together, note that on proposals, and add the likely ones."""
    reading = read_of(draft)
    place = Place(draft, reading)
    mentions = place.mentions()
    said = {fact for p in draft.proposals for fact in place.facts(p)}
    best: dict[Fact, Found] = {}
    for found in _weighed(scorer or pairs(), reading, mentions, said):
        if found.fact not in best or found.probability > best[found.fact].probability:
            best[found.fact] = found
    _judge(draft, place, best)
    for found in sorted(best.values(), key=lambda f: (-f.probability, f.head.first, f.tail.first, f.fact)):
        if found.probability >= _least(found):
            _propose(draft, place, found)


def _least(found: Found) -> float:
    """What `found` must reach; a topic of one word is often no topic."""
    least = LEAST_OF.get(found.type, LEAST)
    return max(least, LEAST) if found.tail.label == "Topic" and found.tail.first == found.tail.last else least


def read_of(draft: Draft) -> Reading:
    """What the encoder made of the text; it reads it now where names were given from elsewhere."""
    if draft.reading is None:
        draft.reading = encoder().read(read(draft.text, draft.sentences).tokens, draft.sentences)
    return draft.reading


class Place:
    """Where things stand among the tokens of a text; a topic's key is the tokens that name it, any other's its id."""

    def __init__(self, draft: Draft, reading: Reading) -> None:
        self.draft, self.reading = draft, reading
        self._starts = [t.start for t in reading.tokens]
        self._ends = [t.end for t in reading.tokens]
        self._sentences = [s.start for s in draft.sentences]
        self.things: dict[str, str] = {}  # the topics that exist by their keys
        self.keys: dict[str, list[str]] = {}  # and the other way round

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last token of a stretch of text."""
        first, last = bisect_right(self._ends, start), bisect_right(self._starts, end - 1) - 1
        return (first, last) if 0 <= first <= last else None

    def sentence(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return max(0, bisect_right(self._sentences, self._starts[token]) - 1)

    def mentions(self) -> list[Mention]:
        """Every mention, and every stretch that may be a topic, in text order."""
        found: dict[tuple[int, int, str], Mention] = {}
        for span in self.draft.spans:
            at = self.tokens(span.start, span.end)
            if at is None:
                continue
            label, key = self.draft.label(span), span.entity
            if label == "Topic":
                key = _topic(*at)
                self.things[key] = span.entity
                self.keys.setdefault(span.entity, []).append(key)
            found.setdefault((*at, key), Mention(*at, label, span.kind, self.sentence(at[0]), key))
        for at in self._topics():
            found.setdefault((*at, _topic(*at)), Mention(*at, "Topic", "name", self.sentence(at[0]), _topic(*at)))
        return sorted(found.values(), key=lambda m: (m.first, -m.last, m.label, m.key))

    def _topics(self) -> Iterator[tuple[int, int]]:
        """Stretches of tokens that may be a topic, each in one sentence."""
        path = best_path(self.reading.topics.tolist(), [self.sentence(i) for i in range(len(self._starts))])
        for first, state in enumerate(path):
            if state == _BEGINS:
                last = first
                while last + 1 < len(path) and path[last + 1] == _GOES_ON:
                    last += 1
                if self.phrase(first, last):
                    yield first, last

    def phrase(self, first: int, last: int) -> Phrase | None:
        """The topic that stands on these tokens; None where they name none, or a thing of another kind."""
        found = phrase(self.draft.text, self._starts[first], self._ends[last])
        return found if found and not named(self.draft, found) else None

    def facts(self, proposal: Proposal) -> list[Fact]:
        """What a proposal says, by keys: one a place of its topic."""
        tails = self.keys.get(proposal.tail, [proposal.tail])
        return [_fact(proposal.type, proposal.head, tail) for tail in tails]


def best_path(chances: Sequence[Sequence[float]], sentences: Sequence[int]) -> list[int]:
    """The likeliest of outside, begins, goes on for each token; a topic goes on only in the sentence where it began."""
    scores, back = [0.0, _NEVER, _NEVER], []
    for i, row in enumerate(chances):
        logs = [log(max(x, _LEAST)) for x in (row[0] * OUTSIDE, *row[1:])]
        inside = _BEGINS if scores[_BEGINS] >= scores[_GOES_ON] else _GOES_ON
        before = inside if scores[inside] > scores[0] else 0
        goes_on = scores[inside] if i and sentences[i] == sentences[i - 1] else _NEVER
        back.append((before, before, inside))
        scores = [scores[before] + logs[0], scores[before] + logs[1], goes_on + logs[2]]
    state = max(range(3), key=lambda k: (scores[k], -k))
    path = []
    for came in reversed(back):
        path.append(state)
        state = came[state]
    return path[::-1]


def _topic(first: int, last: int) -> str:
    return f"{first}-{last}"


def _weighed(scorer: Pairs, reading: Reading, mentions: Sequence[Mention], said: set[Fact]) -> Iterator[Found]:
    """How likely each relation of each pair in each window is, of those that are not out of the question."""
    for window in reading.windows:
        low, high = window[0], window[-1]
        here = [m for m in mentions if low <= m.first and m.last <= high]
        moved = [replace(m, first=m.first - low, last=m.last - low) for m in here]
        at = layout(moved) if len(here) > 1 else None
        if at is None or not len(at.heads):
            continue
        flags = _flags(here, at, said)
        found = scorer.probabilities(reading.states[low : high + 1], moved, at, flags)
        for pair, kind in zip(*((found >= SEEN_FROM) | ((flags > 0) & at.allowed)).nonzero(), strict=True):
            head, tail = here[at.heads[pair]], here[at.tails[pair]]
            chance = float(found[pair, kind])
            if tail.label == "Topic":  # that there is a topic and that the relation holds
                chance *= float(reading.topics[tail.first : tail.last + 1, 1:].sum(axis=1).mean())
            yield Found(RELATIONS[kind], head, tail, chance)


def _flags(mentions: Sequence[Mention], at: Any, said: set[Fact]) -> Any:
    """What rules say of each pair."""
    import numpy as np  # noqa: PLC0415 - commands that read no article stay fast

    known: dict[tuple[str, str], list[int]] = {}
    for kind, head, tail in said:
        for pair in ((head, tail), (tail, head)) if ontology.EDGES[kind].symmetric else ((head, tail),):
            known.setdefault(pair, []).append(RELATIONS.index(kind))
    out = np.zeros(at.allowed.shape, np.float32)
    for row, (head, tail) in enumerate(zip(at.heads.tolist(), at.tails.tolist(), strict=True)):
        out[row, known.get((mentions[head].key, mentions[tail].key), [])] = 1
    return out


def _judge(draft: Draft, place: Place, best: dict[Fact, Found]) -> None:
    """Note how likely the model finds what the rules propose, where it saw both ends together."""
    for proposal in draft.proposals:
        seen = [best[fact].probability for fact in place.facts(proposal) if fact in best]
        proposal.likely = round(max(seen), 3) if seen else None


def _propose(draft: Draft, place: Place, found: Found) -> None:
    """Propose what no rule did, unless another topic there says it already."""
    tail = place.things.get(found.tail.key, found.tail.key)
    if found.tail.label == "Topic" and tail not in draft.things:
        tail = ""
    if any(_fact(p.type, p.head, p.tail) == _fact(found.type, found.head.key, tail) for p in draft.proposals):
        return
    if found.tail.label == "Topic":
        if _covered(draft, place, found):
            return
        tail = tail or _new_topic(draft, place, found.tail)
    start, end = _evidence(draft, found)
    cue = place.reading.tokens[_trigger(found)].start
    likely = round(found.probability, 3)
    draft.propose(Proposal(found.head.key, found.type, tail, start, end, (cue, cue), RULE, likely, likely=likely))


def _trigger(found: Found) -> int:
    """The token whose clause tells modality and speaker: the later mention's, the tail's where sentences differ."""
    same = found.head.sentence == found.tail.sentence
    return max(found.head.first, found.tail.first) if same else found.tail.first


def _covered(draft: Draft, place: Place, found: Found) -> bool:
    """Whether a topic that shares tokens with this one is proposed for the same head already."""
    mine = range(found.tail.first, found.tail.last + 1)
    for proposal in draft.proposals:
        if (proposal.type, proposal.head) != (found.type, found.head.key):
            continue
        for key in place.keys.get(proposal.tail, ()):
            first, last = map(int, key.split("-"))
            if first <= mine[-1] and mine[0] <= last:
                return True
    return False


def _new_topic(draft: Draft, place: Place, mention: Mention) -> str:
    """The topic that is named so, a new one where there is none."""
    found = place.phrase(mention.first, mention.last)
    if found is None:
        raise ValueError(f"no topic stands at {mention.key}")
    thing = topic(draft, found)
    place.things[mention.key] = thing.id
    place.keys.setdefault(thing.id, []).append(mention.key)
    return thing.id


def _evidence(draft: Draft, found: Found) -> tuple[int, int]:
    """The sentences from one mention to the other, the tail's alone where they are too long."""
    low, high = sorted((found.head.sentence, found.tail.sentence))
    start, end = draft.sentences[low].start, draft.sentences[high].end
    if end - start > LONGEST:
        start, end = draft.sentences[found.tail.sentence].start, draft.sentences[found.tail.sentence].end
    text = draft.document.text
    end = min(end, start + LONGEST)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    return start, end
