"""Names for events that have none: by kind and by who took part, where, or what it was about."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.events.phrases import Phrase

_WITH = re.compile(r"\b(?:dengan|bersama|antara|dan|between|with|and|of)\b", re.IGNORECASE)
_NEAR = 90
# The noun of an event with the adjectives that belong to it.
_NOUN = re.compile(
    r"\w+(?: (?:kerja|kenegaraan|resmi|singkat|mendadak|lapang|lapangan|bilateral|trilateral|terbatas|tertutup|"
    r"koordinasi|kehormatan|informal)\b)*"
)


def capital(text: str) -> str:
    """`text` with its first letter in upper case, blanks made single."""
    text = re.sub(r"\s+", " ", text).strip().replace('"', "").replace("“", "").replace("”", "")
    return text[:1].upper() + text[1:]


def _best(draft: Draft, spans: list[Span]) -> list[Span]:
    """People where there are any (institutions beside them are in their titles), else groups and institutions."""
    people = [s for s in spans if draft.label(s) == "Person"]
    return people or [s for s in spans if draft.label(s) == "Group"] or spans


def _acts(draft: Draft, span: Span) -> bool:
    """Whether a mention stands in the sentence as an actor; the speaker in "ujarnya" stands beside it."""
    return not draft.text[span.start : span.end].endswith("nya")


def parties(draft: Draft, start: int, end: int, verb: bool = False) -> list[str]:
    """Names of up to two parties to what `text[start:end]` tells: who stands before it, and who after.

    Behind a noun the second party needs a "dengan" or the like, behind a verb it is the object.
    """
    sentence = draft.sentence_at(start)
    if sentence is None:
        return []
    actors = ("Person", "Group", "Institution")
    labels = actors if verb else (*actors, "Program")
    before = _best(draft, [s for s in draft.within(sentence.start, start, *labels) if _acts(draft, s)])
    near = draft.within(end, min(sentence.end, end + _NEAR), *actors)
    after = _best(draft, [s for s in near if _acts(draft, s)])
    joined = verb or (after and _WITH.search(draft.text, max(start, end - 20), after[0].start))
    both = re.match(r"\s*(?:antara|between|of)\b", draft.text[end:])
    chosen = after[:2] if both and len(after) > 1 else before[-1:] + (after[:1] if joined or not before else [])
    return list(dict.fromkeys(draft.things[s.entity].name for s in chosen))


def place_after(draft: Draft, end: int) -> str | None:
    """The place or institution that "di" or "ke" introduces right after an event."""
    sentence = draft.sentence_at(end - 1)
    if sentence is None:
        return None
    for span in draft.within(end, sentence.end, "Place", "Institution"):
        if re.fullmatch(r"[^.;:]{0,25}\b(?:di|ke|in|to|at)\s(?:\w+\s){0,2}", draft.text[end : span.start]):
            return draft.things[span.entity].name
    return None


def name_of(draft: Draft, phrase: Phrase) -> str:
    """The name of the event of a phrase; a bare noun is told apart by its parties or place."""
    words = capital(draft.text[phrase.start : phrase.end].rstrip("( "))
    words = _COUNTED.sub(r"\g<noun> ", words)
    if phrase.named:
        return re.sub(r"\s*\([^()]*\)", "", words)
    if phrase.theme and phrase.kind in ("workshop", "meeting", "other", "training"):
        return f"{words} {draft.text[slice(*phrase.theme)]}"
    if phrase.kind in ("meeting", "visit", "signing"):
        return _with_parties(draft, phrase, words)
    cohort = _cohort(draft, phrase.end) if " " not in words else None
    if cohort:
        return f"{words} {cohort}"
    place = place_after(draft, phrase.end)
    return f"{words} di {place}" if place and len(words.split()) < 3 else words


_COUNTED = re.compile(r"^(?P<noun>\w+) (?:untuk|bagi|kepada|for) \d[\d.,]* (?:orang )?")
_FOR_WHOM = re.compile(
    r"[^.;:]{0,25}\b(?:untuk|bagi|kepada|peserta|pesertanya|diikuti|melibatkan|for|with)\s(?:oleh\s|sebanyak\s)?"
)
_COUNT = re.compile(r"^(?:lebih dari |sekitar |hampir |para )?(?:\d[\d.,]*|[a-z]*puluhan|[a-z]*ratusan)? ?(?:orang )?")


def _cohort(draft: Draft, end: int) -> str | None:
    """The group that a bare event is held for, without its number ("lokakarya untuk 30 petani" -> "petani")."""
    sentence = draft.sentence_at(end - 1)
    for span in draft.within(end, sentence.end, "Group") if sentence else []:
        if _FOR_WHOM.fullmatch(draft.text[end : span.start]):
            return _COUNT.sub("", draft.things[span.entity].name) or None
    return None


def _untitled(draft: Draft, phrase: Phrase, words: str) -> str:
    """The words of a phrase with the people in it by their full names and without their titles."""
    people = draft.within(phrase.start, phrase.end, "Person")
    noun = _NOUN.match(words)
    if not people or not noun:
        return words
    names = " dan ".join(dict.fromkeys(draft.things[s.entity].name for s in people))
    of = " of" if draft.document.language == "en" else ""
    return f"{noun[0]}{of} {names}{draft.text[people[-1].end : phrase.end]}"


def _with_parties(draft: Draft, phrase: Phrase, words: str) -> str:
    words = _untitled(draft, phrase, words)
    who = [n for n in parties(draft, phrase.start, phrase.end) if n.lower() not in words.lower()]
    place = place_after(draft, phrase.end)
    english = draft.document.language == "en"
    if phrase.kind == "visit":
        noun = _NOUN.match(words)
        rest = words[noun.end() :].strip() if noun else words
        if who and noun and (not rest or rest.startswith(("ke ", "to ", "di "))):
            words = f"{noun[0]}{' of' if english else ''} {who[0]} {rest}".strip()
        return (
            words if not place or " ke " in words or " to " in words else f"{words} {'to' if english else 'ke'} {place}"
        )
    if who and len(words.split()) <= 5:
        return f"{words}{' of ' if english else ' '}{(' and ' if english else ' dan ').join(who)}"
    return f"{words} di {place}" if place and len(words.split()) < 3 else words
