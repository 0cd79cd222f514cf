"""The step attribution: who says a claim, where its words lie in a quotation or in reported speech."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jejaring.extraction.cues import GOES_ON, HE, SAID, SAYS, SOMEBODY, SOURCE, THAT_ONE
from jejaring.extraction.draft import Draft
from jejaring.text.sentences import Sentence

SPEAKERS = ("Person", "Institution")
NEVER = frozenset({"HOLDS_POSITION"})  # a title is the article's own knowledge, whoever utters it
_FILL = "\x01"  # stands for quoted text while the words around it are searched
_MARKS = re.compile(r"[\"“”„]|\n")
_QUOTED = re.compile(rf"[{_FILL}\"”][,.]?\s*\Z")
_SHORT_QUOTE = 3  # so many words or fewer are a name or an irony, not speech
_NO_SUBJECT = re.compile(r"\b(?:untuk|yang|agar|guna|dalam|to|who|which|that)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:pada|saat|usai|ketika|setelah|seusai|sebelum|during|after|when)\b", re.IGNORECASE)
_NEAR = 40  # an institution speaks only if it stands so close to the verb


@dataclass(frozen=True)
class Frame:
    """Words of saying at `at` in a sentence: who speaks, and the ranges outside quotes that tell what."""

    sentence: Sentence
    at: int
    speaker: str
    told: tuple[tuple[int, int], ...]


def quotations(text: str) -> list[tuple[int, int]]:
    """The quoted ranges of `text`, marks included; a quotation that is not closed ends with its line."""
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        if opened is None:
            opened = mark.start() if mark.group() in '"“„' else None
        else:
            out.append((opened, mark.end() if mark.group() != "\n" else mark.start()))
            opened = mark.start() if mark.group() in "“„" else None
    if opened is not None:
        out.append((opened, len(text)))
    return [(a, b) for a, b in out if len(text[a:b].split()) > _SHORT_QUOTE]


def attribution(draft: Draft) -> None:
    """Name the speaker of each proposal that has none yet; "" where nobody in particular says it."""
    said = said_in(draft)
    for proposal in draft.proposals:
        if proposal.speaker is None:
            silent = proposal.type in NEVER
            proposal.speaker = "" if silent else said.speaker_at(sum(proposal.cue) // 2)


def said_in(draft: Draft) -> Said:
    """Quotations and frames of `draft`, worked out once as long as nobody new is named."""
    if "said" not in draft.notes:
        draft.notes["said"] = Said(draft)
    found: Said = draft.notes["said"]
    return found


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    """`text` with these ranges, in order, filled up; offsets stay."""
    parts, at = [], 0
    for start, end in ranges:
        parts += [text[at:start], _FILL * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


class Said:
    """Quotations and frames of one draft; `speaker_at` tells who speaks at an offset."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.quotes = quotations(draft.text)
        self.outside = _blanked(draft.text, self.quotes)
        self.frames: list[Frame] = []
        for sentence in draft.sentences:
            for verb, find in self._sayings(sentence):
                frame = find(sentence, verb)
                self.frames += [frame] if frame else []

    def speaker_at(self, offset: int) -> str:
        """The id of who says the words at `offset`, "" if the article does."""
        for start, end in self.quotes:
            if start <= offset < end:
                return self._of_quote(start, end)
        told = [f.speaker for f in self.frames if any(a <= offset < b for a, b in f.told)]
        return told[-1] if told else self._carried(offset)

    def _carried(self, offset: int) -> str:
        """The speaker of the sentence before in the paragraph, where a connective shows that the report goes on."""
        sentence = self.draft.sentence_at(offset)
        if sentence is None or not GOES_ON.match(self.outside, sentence.start):
            return ""
        near = [f for f in self.frames if f.sentence.end <= sentence.start <= f.sentence.end + 2]
        reports = bool(near) and any(end == near[-1].sentence.end for _, end in near[-1].told)
        return near[-1].speaker if reports else ""

    def _of_quote(self, start: int, end: int) -> str:
        """Who speaks in a quotation: the frame at its end, at its start, the last before it, the first after it."""
        paragraph = self._paragraph(start)
        close = [f for f in self.frames if f.sentence.start <= end + 1 and start <= f.sentence.end]
        at_end = [f for f in close if f.at >= end - 1][:1]
        at_start = [f for f in close if f.at < start][-1:]
        before = [f for f in self.frames if f.sentence.end <= start][-1:]
        after = [f for f in self.frames if f.sentence.start >= end and f.sentence.paragraph <= paragraph + 2][:1]
        found = at_end or at_start or before or after
        return found[0].speaker if found else ""

    def _paragraph(self, offset: int) -> int:
        return next((s.paragraph for s in self.draft.sentences if s.end > offset), 0)

    def _sayings(self, sentence: Sentence) -> list[tuple[re.Match[str], Callable[..., Frame | None]]]:
        """The words of saying of a sentence in text order, each with the method that reads its frame."""
        start, end = sentence.start, sentence.end
        found: list[tuple[re.Match[str], Callable[..., Frame | None]]] = []
        found += [
            (m, self._after)
            for m in SAID.finditer(self.outside, start, end)
            if self._closes_speech(sentence, m.start())
        ]
        found += [(m, self._after) for m in SOURCE.finditer(self.outside, start, end)]
        found += [(m, self._says) for m in SAYS.finditer(self.outside, start, end)]
        return sorted(found, key=lambda f: f[0].start())

    def _closes_speech(self, sentence: Sentence, at: int) -> bool:
        before = self.outside[max(0, at - 6) : at].rstrip()
        return before.endswith((",", _FILL, '"', "”")) or at == sentence.start

    def _after(self, sentence: Sentence, verb: re.Match[str]) -> Frame | None:
        """The frame of a verb that its speaker follows; what is said surrounds both."""
        rest = self.outside[verb.end() : sentence.end].lstrip()
        if SOMEBODY.match(rest):
            return Frame(sentence, verb.start(), "", ())
        speaker, stop = self._named_after(verb.end(), sentence.end)
        if verb.group().lower().endswith("nya") or HE.match(rest):
            speaker, stop = self._antecedent(verb.start(), verb.end() + 8), verb.end() + 4
        if not speaker:
            return None
        told = [(sentence.start, verb.start())]
        comma = self.outside.find(",", verb.end(), sentence.end)
        quoted = bool(_QUOTED.search(self.outside, max(0, verb.start() - 4), verb.start()))
        if not quoted and 0 <= comma <= stop + 3 and sentence.end - comma > verb.start() - sentence.start:
            told.append((comma, sentence.end))
        return Frame(sentence, verb.start(), speaker, tuple(told))

    def _named_after(self, start: int, end: int) -> tuple[str, int]:
        stop = _ASIDE.search(self.outside, start, min(end, start + 220))
        end = stop.start() if stop else min(end, start + 220)
        spans = [s for s in self.draft.within(start, end, *SPEAKERS) if self.outside[s.start] != _FILL]
        people = [s for s in spans if self.draft.label(s) == "Person"]
        if people:
            return people[0].entity, people[0].end
        if spans and THAT_ONE.match(self.outside, spans[0].end):
            return self._antecedent(start, spans[0].end), spans[0].end
        near = [s for s in spans if s.start - start <= _NEAR]
        return (near[0].entity, near[0].end) if near else ("", start)

    def _says(self, sentence: Sentence, verb: re.Match[str]) -> Frame | None:
        """The frame of a verb that its speaker precedes; in English speech may stand before both: ..., X said."""
        if _NO_SUBJECT.search(self.outside, sentence.start, verb.start()):
            return None
        speaker, start = self._named_before(sentence.start, verb.start())
        if not speaker:
            return None
        told = [(verb.end(), sentence.end)]
        told += [(sentence.start, start)] if self._speech_before(start) else []
        return Frame(sentence, verb.start(), speaker, tuple(told))

    def _speech_before(self, at: int) -> bool:
        """Whether speech ends right before a speaker: "...," X said; in Indonesian a comma alone ends an adverbial."""
        before = self.outside[max(0, at - 4) : at].rstrip()
        return before.endswith(_FILL) or (before.endswith(",") and self.draft.document.language == "en")

    def _named_before(self, start: int, end: int) -> tuple[str, int]:
        pronouns = [m for m in HE.finditer(self.outside, start, end) if end - m.end() <= _NEAR]
        spans = [s for s in self.draft.within(start, end, *SPEAKERS) if self.outside[s.start] != _FILL]
        people = [s for s in spans if self.draft.label(s) == "Person"]
        if pronouns and (not people or people[-1].start < pronouns[-1].start()):
            return self._antecedent(pronouns[-1].start(), pronouns[-1].end()), pronouns[-1].start()
        if people:
            return people[-1].entity, people[-1].start
        if spans and THAT_ONE.match(self.outside, spans[-1].end):
            return self._antecedent(spans[-1].start, end), spans[-1].start
        near = [s for s in spans if end - s.end <= _NEAR]
        return (near[-1].entity, near[-1].start) if near else ("", start)

    def _antecedent(self, start: int, end: int) -> str:
        """Whom a pronoun stands for: what coreference found, the last speaker, the last person named."""
        linked = [s for s in self.draft.within(start, end, *SPEAKERS) if s.kind in ("pronoun", "nominal")]
        if linked:
            return linked[0].entity
        if self.frames:
            return self.frames[-1].speaker
        people = [s for s in self.draft.spans if s.end <= start and self.draft.label(s) == "Person"]
        return people[-1].entity if people else ""
