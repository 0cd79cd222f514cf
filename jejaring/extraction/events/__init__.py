"""The step events: what happens at a time, named or not, with its kind and date.

Every mention of an event stands in `draft.spans`: its name, the noun phrase or verb that tells it, and later phrases
that point back to it ("rapat itu", "acara tersebut", nominal). Relation rules find the event of a sentence with
`draft.within(start, end, "Event")`, all its sentences with `event_sentences`, and add their own with `ensure_event`.
"""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Thing
from jejaring.extraction.events.dating import anchor, date_of, lead_date, season_of
from jejaring.extraction.events.heads import BACKGROUND
from jejaring.extraction.events.naming import name_of
from jejaring.extraction.events.phrases import Phrase, cued, headed, opened, titled
from jejaring.extraction.events.references import is_bare, link, pointers
from jejaring.extraction.events.register import ensure_event, event_sentences, events_of, record, refer
from jejaring.extraction.events.verbs import told_by_verbs
from jejaring.text.dates import DateMention, resolve
from jejaring.text.sentences import Sentence

__all__ = ["ensure_event", "event_sentences", "events", "events_of"]


def events(draft: Draft) -> None:
    """Find the events of `draft`: names first, then what nouns and verbs describe, then what points back."""
    dates = resolve(draft.text, anchor(draft))
    phrases = [p for sentence in draft.sentences for p in _phrases(draft, sentence, dates)]
    for phrase in (p for p in phrases if p.named):
        _named(draft, phrase, dates)
    for phrase in (p for p in phrases if not p.named and not is_bare(p)):
        _described(draft, phrase, dates)
    told_by_verbs(draft, dates)
    loose = [p for p in phrases if not p.named and is_bare(p)] + list(pointers(draft))
    for phrase in sorted(loose, key=lambda p: (p.start, p.end)):
        link(draft, phrase, dates)
    for event in events_of(draft):
        if not event.attrs.get("date") and not BACKGROUND.match(event.name) and not _season(draft, event):
            event.attrs["date"] = lead_date(draft, dates, event.id)


def _season(draft: Draft, event: Thing) -> bool:
    """Whether an event is a competition by name: the day that an article opens with is that of a match."""
    named = any(s.kind == "name" for s in draft.spans if s.entity == event.id)
    return event.attrs.get("kind") == "competition" and named


def _phrases(draft: Draft, sentence: Sentence, dates: list[DateMention]) -> list[Phrase]:
    """The phrases of a sentence, the longer ones of those that overlap."""
    days = [(d.start, d.end) for d in dates if d.exact or d.end - d.start != 4]
    found = [p for find in (headed, titled, opened, cued) for p in find(draft, sentence, days)]
    titles = [p.theme for p in found if p.theme]
    found = [p for p in found if not any(a <= p.start and p.end <= b for a, b in titles)]
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: (not p.named, p.start - p.end, p.start)):
        if not any(k.start < phrase.end and phrase.start < k.end for k in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda p: p.start)


# A place celebrates its birthday with a festival; an institution or a person does not.
_BIRTHDAY = re.compile(r"(?:HUT|Hari Ulang Tahun|Hari Jadi)\b")
_ACRONYM = re.compile(r"\s\((?P<short>[A-Z][\w &-]{1,14})\)")


def _named(draft: Draft, phrase: Phrase, dates: list[DateMention]) -> None:
    name = name_of(draft, phrase)
    find = season_of if phrase.kind == "competition" else date_of
    date = find(draft, dates, phrase.start, phrase.end)
    kind = "other" if _BIRTHDAY.match(name) and not draft.within(phrase.start, phrase.end, "Place") else phrase.kind
    event = record(draft, kind, name, (phrase.start, phrase.end), date, "name")
    for match in _ACRONYM.finditer(draft.text, phrase.start, phrase.end + 18):
        if match.start() <= phrase.end + 1:
            _acronym(draft, event, match["short"])
    if phrase.theme:
        refer(draft, event, phrase.theme, "name")


def _acronym(draft: Draft, event: Thing, short: str) -> None:
    for match in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", draft.text):
        refer(draft, event, match.span(), "short")


def _described(draft: Draft, phrase: Phrase, dates: list[DateMention]) -> None:
    """Record what a noun with its complement describes, or the named event that the complement is ("forum KTPI")."""
    inside = draft.within(phrase.start, phrase.end, "Event")
    same = [s for s in inside if draft.things[s.entity].attrs.get("kind") == phrase.kind]
    if same:
        refer(draft, draft.things[same[0].entity], (phrase.start, phrase.end))
        return
    date = date_of(draft, dates, phrase.start, phrase.end)
    event = record(draft, phrase.kind, name_of(draft, phrase), (phrase.start, phrase.end), date)
    if phrase.theme:
        refer(draft, event, phrase.theme, "name")
