"""Find topic phrases: what a verb or noun of focus, purpose or support is about, in the shortest form of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Thing
from jejaring.lexicon.topic_words import (
    CARRIERS,
    CLOSING,
    CONJUNCTIONS,
    EMPTY,
    MODIFIERS,
    NO_VERBS,
    NOUNS_OF_CHANGE,
    OPENERS,
    PURPOSE,
    SAME,
    STOPS,
    VAGUE,
)

_TOKEN = re.compile(r"\w+(?:(?:[-'’/]|\.(?![A-Z][a-z]))\w+)*|[^\w\s]")
_VERB = re.compile(rf"(?!(?:{'|'.join(sorted(NO_VERBS))})\Z)(?:{PURPOSE}|me(?:m|n|ng|ny|r|l)[a-z]{{3,}})\Z")
_NOMINAL = re.compile(r"pe\w+an\Z", re.IGNORECASE)
_INSIDE = frozenset(",'’-/–")  # marks that may stand inside a list of phrases
_GOES_ON = re.compile(r" (?:juga|also)\b")  # "tidak hanya memperluas akses, tetapi juga ..."
_BUT = frozenset(("tetapi", "tapi", "namun", "but"))
_AMOUNT = re.compile(
    r"\b(?:rp|usd|juta|miliar|triliun|persen|percent|million|billion)\b|^\d|\d,\d|(?:^| )\d+$", re.IGNORECASE
)
# "Biayanya" points to somebody's, "adaptif" tells how something is: neither names a topic.
_NO_NAME = re.compile(r"(?<!lain)nya$|^(?!\w*mot)[a-z]+(?:tif|sif|lif)$")
_LIST = re.compile(
    r"\b(?:seperti|yakni|yaitu|antara lain|di antaranya|mulai dari|meliputi|termasuk|such as|including)\b"
    r"(?! dengan\b):?\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\s*(?:(?:pada|di|ke|dalam|untuk|kegiatan|pelatihan|in)\s+)?"
    r"(?:berbagai|sejumlah|beberapa|dua|tiga|empat|lima|enam|several|various)\b"
)
_APART = re.compile(r"[;\"”]")
_OF_ANOTHER = re.compile(r"[;\"”]|\byang\b")  # "mengembangkan kilang yang memproduksi x seperti a": a is no topic
_REACH = 160  # so far ahead "seperti", "yakni" may open the list of what is meant
_MAX_MEMBER, _MAX_SHORT, _MAX_LONG = 8, 6, 10  # words of a member behind a comma, of a short and of a long form


@dataclass(frozen=True)
class Phrase:
    """A topic phrase: `text[start:end]` is its short form, `text[long_start:long_end]` the long one around it."""

    start: int
    end: int
    long_start: int
    long_end: int


@dataclass
class _Member:
    """One member of a list of phrases, and what joins it to the one before: "", "," or a conjunction."""

    tokens: list[re.Match[str]]
    joined: str


def phrases(text: str, start: int, end: int) -> list[Phrase]:
    """The topic phrases that begin at `start`: one, or the members of an enumeration.

    "berbagai sektor, seperti a, b, dan c" gives the members alone, "x di berbagai sektor, yakni a dan b" x too.
    """
    listed = _LIST.search(text, start, min(end, start + _REACH))
    several = listed and _SEVERAL.match(text, start, listed.start())
    if listed and not (_APART if several else _OF_ANOTHER).search(text, start, listed.start()):
        members = phrases(text, listed.end(), end)
        if members:
            return ([] if several else _plain(text, start, listed.start())) + members
    return _plain(text, start, end)


def phrase(text: str, start: int, end: int) -> Phrase | None:
    """The topic phrase that this stretch is, less what ends or opens it; None where it names no topic."""
    tokens = list(_flat_tokens(text, start, end))
    return _phrase(text, tokens) if tokens else None


def _plain(text: str, start: int, end: int) -> list[Phrase]:
    members = _enumerated(_members(text, start, end))
    found = (_phrase(text, m.tokens) for m in _shared_heads(members))
    return [p for p in found if p]


def _members(text: str, start: int, end: int) -> list[_Member]:
    """The stretches between commas and conjunctions, up to a word or mark that ends the list."""
    out = [_Member([], "")]
    modifier = ""
    for token in _flat_tokens(text, start, end):
        word = _joining(text, token)
        if word == ",":
            out.append(_Member([], ","))
        elif word in CONJUNCTIONS:
            _conjoin(out, word)
        elif _ends(word, out[-1]):
            break
        elif not out[-1].tokens and modifier and not _continues(word, modifier):
            out.pop()
            break
        elif word != "juga":
            modifier = word if word in MODIFIERS and out[-1].tokens else modifier
            out[-1].tokens.append(token)
    return [m for m in out if m.tokens]


def _flat_tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The tokens outside brackets, up to the end of a bracket that was opened before."""
    depth = 0
    for token in _TOKEN.finditer(text, start, end):
        if token.group() in "()":
            depth += 1 if token.group() == "(" else -1
            if depth < 0:
                return
        elif not depth:
            yield token


def _joining(text: str, token: re.Match[str]) -> str:
    word: str = token.group().lower()
    return "sekaligus" if word in _BUT and _GOES_ON.match(text, token.end()) else word


def _conjoin(members: list[_Member], word: str) -> None:
    if members[-1].tokens or members[-1].joined != ",":
        members.append(_Member([], word))
    else:
        members[-1].joined = word


def _ends(word: str, member: _Member) -> bool:
    if word == "juga":  # "dan juga", "tetapi juga" go on with the list
        return bool(member.tokens) or member.joined not in CONJUNCTIONS
    return word in STOPS or not (word[0].isalnum() or word in _INSIDE)


def _continues(word: str, modifier: str) -> bool:
    """Whether a member that begins with `word` goes on with the list after one with a modifier."""
    return bool(_VERB.match(word)) or (modifier not in CLOSING and bool(_NOMINAL.match(word)))


def _enumerated(members: list[_Member]) -> list[_Member]:
    """Members after a comma count only where a conjunction closes the list, or where they begin with a verb."""
    last = max((i for i, m in enumerate(members) if m.joined in CONJUNCTIONS), default=0)
    out: list[_Member] = []
    for number, member in enumerate(members):
        verb = bool(_VERB.match(member.tokens[0].group().lower()))
        if member.joined == "," and not verb and (number > last or len(member.tokens) > _MAX_MEMBER):
            break
        out.append(member)
    return out


def _shared_heads(members: list[_Member]) -> list[_Member]:
    """The members, with "pencegahan dan penanggulangan bencana" put back together."""
    out: list[_Member] = []
    for member in members:
        alone = bool(out) and len(out[-1].tokens) == 1 and bool(_NOMINAL.match(out[-1].tokens[0].group()))
        if alone and len(member.tokens) > 1 and _NOMINAL.match(member.tokens[0].group()):
            out[-1].tokens += member.tokens
        else:
            out.append(member)
    return out


def _phrase(text: str, tokens: list[re.Match[str]]) -> Phrase | None:
    words = [t.group().lower() for t in tokens]
    first = next((i for i, w in enumerate(words) if not _opens(w) and words[i - 1 : i] != ["secara"]), len(words))
    last = _short_end(text, tokens, first)
    if last == first or not _sensible(words[first:last], tokens[first].group()):
        return None
    whole = first
    while whole and words[whole - 1] in NOUNS_OF_CHANGE:
        whole -= 1
    stop = _long_end(text, tokens, first, last)
    return Phrase(tokens[first].start(), tokens[last - 1].end(), tokens[whole].start(), stop)


def _opens(word: str) -> bool:
    return word in OPENERS or bool(_VERB.match(word)) or not word[0].isalnum()


def _short_end(text: str, tokens: list[re.Match[str]], first: int) -> int:
    last = first
    while last < len(tokens) and last - first < _MAX_SHORT and tokens[last].group().lower() not in MODIFIERS:
        if last > first and not _adjoining(text, tokens[last - 1], tokens[last]):
            break
        last += 1
    while last > first and not tokens[last - 1].group()[0].isalnum():
        last -= 1
    return last


def _long_end(text: str, tokens: list[re.Match[str]], first: int, last: int) -> int:
    stop = last
    while stop < len(tokens) and stop - first < _MAX_LONG and _adjoining(text, tokens[stop - 1], tokens[stop]):
        stop += 1
    while stop > last and tokens[stop - 1].group().lower() in MODIFIERS:
        stop -= 1
    return int(tokens[stop - 1].end())


def _adjoining(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()].strip() in ("", "dan", "serta", "and")


def _sensible(words: list[str], first: str) -> bool:
    name = " ".join(words)
    if words[0] in VAGUE or _AMOUNT.search(name) or all(w in EMPTY for w in words) or _NO_NAME.search(name):
        return False
    return len(name) > 3 or first.isupper()


def topic(draft: Draft, phrase: Phrase) -> Thing:
    """The Topic of `phrase`: the one there is of that name (whatever its case), else a new one, mentioned here."""
    name = draft.text[phrase.start : phrase.end]
    known = {_key(t.name): t for t in draft.things.values() if t.label == "Topic"}
    thing = known.get(_key(name)) or draft.add("Topic", name)
    if not any(s.entity == thing.id for s in draft.starting(phrase.long_start, phrase.long_start + 1)):
        draft.mention(thing, phrase.long_start, phrase.long_end)
    return thing


def _key(name: str) -> str:
    """What the names of one topic share: "angka stunting" is "stunting"."""
    words = name.casefold().split()
    return " ".join(w for w in words if w not in SAME) or " ".join(words)


def named(draft: Draft, phrase: Phrase) -> Thing | None:
    """The named thing at the head of `phrase` ("program X"), where there is one: then the phrase is no topic."""
    lead = _TOKEN.match(draft.text, phrase.start, phrase.end)
    limit = lead.end() + 2 if lead and lead.group().lower() in CARRIERS else phrase.start
    for span in draft.holding(phrase.start):
        if draft.label(span) != "Topic":
            return draft.things[span.entity]
    for span in draft.starting(phrase.start, limit + 1):
        if draft.label(span) not in ("Topic", "Place"):
            return draft.things[span.entity]
    return None


def topics(draft: Draft, start: int, end: int) -> Iterator[Thing]:
    """The topics that the phrases from `start` name, named things left out."""
    for phrase in phrases(draft.text, start, end):
        if not named(draft, phrase):
            yield topic(draft, phrase)
