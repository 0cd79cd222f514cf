"""The step events: what happens at a time, named or not, with its kind and date.

Every mention of an event stands in `draft.spans`: its name, the noun phrase or verb that tells it, and later phrases
that point back to it ("rapat itu", "acara tersebut", nominal). Relation rules find the event of a sentence with
`draft.within(start, end, "Event")`, all its sentences with `event_sentences`, and add their own with `ensure_event`.
"""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.events.dating import anchor, date_of
from jejaring.extraction.events.heads import GENERIC, VERBS
from jejaring.extraction.events.naming import capital, name_of, parties, place_after
from jejaring.extraction.events.phrases import Phrase, cued, headed, pointers, titled
from jejaring.extraction.events.register import ensure_event, event_sentences, events_of, record, refer
from jejaring.text.dates import DateMention, resolve
from jejaring.text.sentences import Sentence

__all__ = ["ensure_event", "event_sentences", "events", "events_of"]


def events(draft: Draft) -> None:
    """Find the events of `draft`: names first, then what is told without a name, then what points back."""
    dates = resolve(draft.text, anchor(draft))
    later: list[Phrase] = []
    for sentence in draft.sentences:
        for phrase in _phrases(draft, sentence, dates):
            if phrase.named:
                _named(draft, phrase, dates)
            else:
                later.append(phrase)
    for phrase in later:
        _unnamed(draft, phrase, dates)
    for sentence in draft.sentences:
        _verbs(draft, sentence, dates)
    for sentence in draft.sentences:
        for start, end, head in pointers(draft, sentence):
            _point_back(draft, (start, end), head, dates)


def _phrases(draft: Draft, sentence: Sentence, dates: list[DateMention]) -> list[Phrase]:
    """The phrases of a sentence, the longer ones of those that overlap."""
    days = [(d.start, d.end) for d in dates if d.exact or d.end - d.start != 4]
    found = [p for find in (headed, titled, cued) for p in find(draft, sentence, days)]
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: (not p.named, p.start - p.end, p.start)):
        if not any(k.start < phrase.end and phrase.start < k.end for k in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.start)


_ACRONYM = re.compile(r"\s\((?P<short>[A-Z][\w &-]{1,14})\)")
# A bare noun ("pelatihan", "rapat") tells a happening only behind one of these: else it may mean the thing in general.
_CARRIER = re.compile(
    r"\b(?:menggelar|mengadakan|menyelenggarakan|melakukan|melaksanakan|menghadiri|mengikuti|diikuti|hadir|membuka|"
    r"memimpin|menerima|saat|usai|seusai|dalam|sela|kegiatan|acara|prosesi|hosted?|held|attend(?:ed|ing)?|at an?|"
    r"during)\s(?:[\w-]+\s){0,2}$"
)


def _named(draft: Draft, phrase: Phrase, dates: list[DateMention]) -> None:
    name = name_of(draft, phrase)
    date = date_of(draft, dates, phrase.start, phrase.end)
    event = record(draft, phrase.kind, name, (phrase.start, phrase.end), date, "name")
    for match in _ACRONYM.finditer(draft.text, phrase.start, phrase.end + 18):
        if match.start() <= phrase.end + 1:
            _acronym(draft, event, match["short"])
    if phrase.theme:
        refer(draft, event, phrase.theme, "name")


def _acronym(draft: Draft, event: Thing, short: str) -> None:
    for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", draft.text):
        refer(draft, event, match.span(), "short")


def _unnamed(draft: Draft, phrase: Phrase, dates: list[DateMention]) -> None:
    if phrase.deictic:
        _point_back(draft, (phrase.start, phrase.end), phrase.head, dates)
        return
    date = date_of(draft, dates, phrase.start, phrase.end)
    name = name_of(draft, phrase)
    bare = draft.text[phrase.start : phrase.end].lower() == name.lower() and " " not in name
    earlier = _last(draft, phrase.start, phrase.head) if bare else None
    if earlier:
        refer(draft, earlier, (phrase.start, phrase.end))
        return
    if bare and not date and not _CARRIER.search(draft.text, max(0, phrase.start - 45), phrase.start):
        return
    event = record(draft, phrase.kind, name, (phrase.start, phrase.end), date)
    if phrase.theme:
        refer(draft, event, phrase.theme, "name")


def _mentions(draft: Draft, before: int) -> list[Span]:
    return [s for s in draft.spans if s.end <= before and draft.label(s) == "Event"]


def _last(draft: Draft, before: int, head: str) -> Thing | None:
    """The event told last before `before` that a phrase with this head can mean."""
    for span in reversed(_mentions(draft, before)):
        event = draft.things[span.entity]
        forms = [event.name, *event.forms, draft.text[span.start : span.end]]
        if head in GENERIC - {"pertemuan", "forum"} or any(re.search(rf"\b{re.escape(head)}", f, re.I) for f in forms):
            return event
    return None


def _point_back(draft: Draft, span: tuple[int, int], head: str, dates: list[DateMention]) -> None:
    event = _last(draft, span[0], head)
    if event:
        refer(draft, event, span)
        event.attrs["date"] = event.attrs["date"] or date_of(draft, dates, *span)


def _verbs(draft: Draft, sentence: Sentence, dates: list[DateMention]) -> None:
    for pattern, noun, kind in VERBS:
        for match in pattern.finditer(draft.text, sentence.start, sentence.end):
            name = _verb_name(draft, noun, kind, *match.span())
            if name:
                record(draft, kind, name, match.span(), date_of(draft, dates, *match.span()))


def _verb_name(draft: Draft, noun: str, kind: str, start: int, end: int) -> str | None:
    """The name of the event that a verb tells, None where too little is said to name it."""
    who = parties(draft, start, end, verb=True)
    if kind == "meeting":
        return f"{noun} {' dan '.join(who)}" if who else None
    place = place_after(draft, start) or _object(draft, end) if kind == "visit" else None
    if noun == "Kunjungan" or place:
        return f"{noun} {who[0]} ke {place}" if who and place else None
    words = _object_words(draft, end)
    return capital(f"{noun} {words}") if words else None


def _object(draft: Draft, end: int) -> str | None:
    sentence = draft.sentence_at(end - 1)
    spans = draft.within(end, sentence.end, "Place", "Institution") if sentence else []
    near = [s for s in spans if re.fullmatch(r"\s(?:\w+\s){0,4}", draft.text[end : s.start])]
    return draft.things[near[0].entity].name if near else None


_OBJECT = re.compile(
    r"(?:\s(?!(?:di|pada|yang|dengan|oleh|untuk|saat|bersama|ini|itu|tersebut|dalam)\b)[\w&/’'()-]+){1,7}"
)


def _object_words(draft: Draft, end: int) -> str:
    match = _OBJECT.match(draft.text, end)
    return match.group().strip() if match else ""
