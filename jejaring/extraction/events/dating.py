"""When an event happened: the date phrase that goes with its mention."""

from __future__ import annotations

import re
from datetime import date

from jejaring.extraction.draft import Draft
from jejaring.extraction.events.heads import BACKGROUND
from jejaring.text.dates import DateMention, resolve

_CLOSE = 20  # so many characters behind a noun, a date is its own
_LEAD = 4  # so many sentences open an article
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def anchor(draft: Draft) -> date | None:
    """The day of writing: the document's date, else the first day with a year that its text names in brackets."""
    published = re.match(r"\d{4}-\d\d-\d\d", draft.document.published or "")
    if published:
        return date.fromisoformat(published[0])
    days = [d for d in resolve(draft.text) if d.exact and d.iso and draft.text[d.end - 1] == ")"]
    return date.fromisoformat(days[0].iso) if days and days[0].iso else None


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two ISO dates may mean one day: one is unknown, or one is the other said less precisely."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _distance(mention: DateMention, start: int, end: int) -> int:
    """Characters between; a date before its event counts double, a day said in full half."""
    gap = mention.start - end if mention.start >= end else 2 * (start - mention.end)
    return gap if mention.exact else 2 * gap + 40


def date_of(draft: Draft, dates: list[DateMention], start: int, end: int) -> str | None:
    """The date that goes with an event told in `text[start:end]`: a year inside, else the nearest in its sentence.

    Of what others happen for or under, a date close behind is the event's own, any other is theirs.
    """
    sentence = draft.sentence_at(start)
    if sentence is None:
        return None
    near = [d for d in dates if sentence.start <= d.start < sentence.end and d.iso and not (start <= d.start < end)]
    if BACKGROUND.match(draft.text[start:end].capitalize()) or BACKGROUND.match(draft.text[start:end]):
        near = [d for d in near if 0 <= d.start - end < _CLOSE]
    best = min(near, key=lambda d: (_distance(d, start, end), d.start), default=None)
    if best:
        fuller = [d for d in near if d.exact and d.iso and best.iso and d.iso.startswith(best.iso)]
        best = min(fuller, key=lambda d: (_distance(d, start, end), d.start), default=best)
    year = _YEAR.search(draft.text, start, end)
    if best and (not year or compatible(best.iso, year[0])):
        return best.iso
    return year[0] if year else None


_MATCH = re.compile(
    r"\b(?:laga|pertandingan|matchday|babak|vs|lawan|melawan|mengalahkan|kemenangan|menghadapi|kiprah|kampanye|medali)\b",
    re.I,
)


def season_of(draft: Draft, dates: list[DateMention], start: int, end: int) -> str | None:
    """The date of a competition by name; in a sentence that tells a match, the year in its name alone."""
    sentence = draft.sentence_at(start)
    if sentence is None or not _MATCH.search(draft.text, sentence.start, sentence.end):
        return date_of(draft, dates, start, end)
    year = _YEAR.search(draft.text, start, end)
    return year[0] if year else None


def lead_date(draft: Draft, dates: list[DateMention], event: str, more: int = 0) -> str | None:
    """The day that the opening of an article names, for an event without a date that the opening tells.

    `more` sentences behind the opening may name it too.
    """
    lead, day = draft.sentences[:_LEAD], draft.sentences[: _LEAD + more]
    if lead and any(s.entity == event for s in draft.within(0, lead[-1].end, "Event")):
        return next((d.iso for d in dates if d.exact and d.iso and d.start < day[-1].end), None)
    return None
