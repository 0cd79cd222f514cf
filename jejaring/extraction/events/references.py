"""Later mentions of an event: "rapat itu", "acara tersebut", "the visit", and its bare noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.events.dating import compatible, date_of
from jejaring.extraction.events.heads import BACKGROUND, GENERIC, KIND_OF
from jejaring.extraction.events.naming import name_of, parties
from jejaring.extraction.events.phrases import Phrase, taken
from jejaring.extraction.events.register import record, refer
from jejaring.text.dates import DateMention

_POINTER = re.compile(
    rf"(?<![\w-])(?P<head>{'|'.join(sorted(GENERIC))})(?P<own>nya)?\s"
    r"(?:(?:(?!yang|dan|untuk|di)[a-z]+\s){0,4}?(?:yang\s)?(?:ini|itu|tersebut|sama)(?!\w)|yang\s(?=di[a-z]{4,}|berlangsung|bertempat))"
    r"|(?<![\w-])(?:the|this|that) (?P<en>event|meeting|gathering|visit|forum|festival|workshop|ceremony)(?!\w)",
    re.IGNORECASE,
)
# A bare noun ("pelatihan", "rapat") tells a happening only behind one of these: else it may mean the thing in general.
_CARRIER = re.compile(
    r"\b(?:menggelar|mengadakan|menyelenggarakan|melakukan|melaksanakan|menghadiri|mengikuti|diikuti|hadir|membuka|"
    r"memimpin|menerima|saat|usai|seusai|dalam|sela|kegiatan|acara|prosesi|hosted?|held|attend(?:ed|ing)?|at an?|"
    r"during)\s(?:[\w-]+\s){0,2}$"
)


_OCCASION = frozenset(["kesempatan", "momen", "momentum"])
_SETTING = re.compile(
    r"\b(?:saat|ketika|usai|seusai|dalam|pada|sela|sela-sela|menghadiri|membuka|acara|kegiatan)\s(?:[\w-]+\s){0,2}$"
)


def is_bare(phrase: Phrase) -> bool:
    """Whether a phrase is the noun of an event alone, or points back."""
    return phrase.deictic or phrase.end - phrase.start <= len(phrase.head) + 3


def pointers(draft: Draft) -> Iterator[Phrase]:
    """Phrases with a noun like "acara" that point back to some event told before."""
    for match in _POINTER.finditer(draft.text):
        if not taken(draft, *match.span()):
            head = (match["head"] or match["en"]).lower()
            yield Phrase(match.start(), match.end(), KIND_OF.get(head, "other"), head, deictic=True)


def link(draft: Draft, phrase: Phrase, dates: list[DateMention]) -> None:
    """Link a phrase that points back or is a bare noun to its event; a bare noun may also tell a new one."""
    date = date_of(draft, dates, phrase.start, phrase.end)
    event = _last(draft, phrase)
    if event and (phrase.deictic or _agrees(draft, event, phrase, date)):
        refer(draft, event, (phrase.start, phrase.end))
        event.attrs["date"] = event.attrs.get("date") or date
    elif not phrase.deictic:
        name = name_of(draft, phrase)
        if date or " " in name or _CARRIER.search(draft.text, max(0, phrase.start - 45), phrase.start):
            record(draft, phrase.kind, name, (phrase.start, phrase.end), date)


def _agrees(draft: Draft, event: Thing, phrase: Phrase, date: str | None) -> bool:
    """Whether a bare noun can mean this event: no other date, and no two other parties."""
    who = parties(draft, phrase.start, phrase.end) if phrase.kind in ("meeting", "visit") else []
    strangers = [n for n in who if n not in event.name]
    return compatible(event.attrs.get("date"), date) and len(strangers) < 2


def _last(draft: Draft, phrase: Phrase) -> Thing | None:
    """The event told last before a phrase that its head can mean; "kesempatan itu" means one that somebody attends."""
    mentions = [s for s in draft.spans if s.end <= phrase.start and draft.label(s) == "Event"]
    if phrase.head in _OCCASION:
        settings = [s for s in mentions if _SETTING.search(draft.text, max(0, s.start - 40), s.start)]
        mentions = settings or mentions
    return next((draft.things[s.entity] for s in reversed(mentions) if _means(draft, phrase, s)), None)


def _means(draft: Draft, phrase: Phrase, span: Span) -> bool:
    """Whether a phrase can point to the event of `span`: by its noun, or by a general one that means no background."""
    event = draft.things[span.entity]
    if phrase.head in GENERIC:
        return event.attrs.get("kind") != "disaster" and not BACKGROUND.match(event.name)
    told = [event.name, *event.forms, draft.text[span.start : span.end]]
    return any(re.search(rf"\b{re.escape(phrase.head)}", form, re.IGNORECASE) for form in told)
