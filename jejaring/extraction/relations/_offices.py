"""Office words and the institutions that they imply: what each heads, and how a draft has it or gets it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from jejaring.extraction.draft import Draft, Thing
from jejaring.lexicon import canonical
from jejaring.lexicon.files import rows
from jejaring.text.normalise import fold

_ACTING = re.compile(
    r"(?:(?:plt|pj|pjs|penjabat|pelaksana (?:tugas|harian)|plh|wakil|deputi|vice|deputy|acting|pertama)\b\.?\s*)*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OFTEN = 3
PARENS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Office:
    """What a title begins with: its words' length, the kind of its employer, and how that is named."""

    length: int
    kind: str
    what: str


@lru_cache(maxsize=1)
def offices() -> dict[str, tuple[str, str]]:
    """Office (lower case) -> kind (ministry, unit, government, nation) and how its employer is named (offices.tsv)."""
    return {office: (kind, what) for office, kind, what in (r + [""] * (3 - len(r)) for r in rows("offices.tsv"))}


@lru_cache(maxsize=4096)
def office_of(words: str) -> Office:
    """The office that the words of a title begin with, "wakil", "Plt" and the like before it left out."""
    acting = _ACTING.match(words)
    start = acting.end() if acting else 0
    rest = _GLUED.sub(" ", words[start:]).lower()
    fits = [o for o in offices() if rest.startswith(o) and re.match(rf"{re.escape(o)}\b", rest)]
    best = max(fits, key=len, default="")
    return Office(start + len(best), *offices().get(best, ("", "")))


def find(draft: Draft, names: Iterable[str]) -> Thing | None:
    """The institution of the draft that bears one of these names, the first name first."""
    for name in names:
        wanted, full = fold(name), canonical("Institution", name)
        for thing in draft.things.values():
            forms = [thing.name, *thing.forms] if thing.label == "Institution" else []
            if any(fold(PARENS.sub("", f)) == wanted or (full and canonical("Institution", f) == full) for f in forms):
                return thing
    return None


def sole(draft: Draft, head: str) -> Thing | None:
    """The one institution of the draft whose name begins with the word or words `head`; None for several."""
    begins = re.compile(rf"(?:{head})\b")
    fits = [t for t in draft.things.values() if t.label == "Institution" and begins.match(t.name)]
    return fits[0] if len(fits) == 1 else None


def add(draft: Draft, name: str, start: int, end: int, kind: str) -> Thing:
    """A new institution that `text[start:end]` implies; the words are no form of its name.

    Its mention leaves out the office word before it, so that it is known to stand in somebody's title; an office word
    alone ("Presiden") gives none.
    """
    thing = draft.add("Institution", name, kind=kind)
    if office_of(draft.text[start:end]).kind or kind == "ministry":
        word = re.match(r"\S+\s+", draft.text[start:end])
        start = start + word.end() if word else end
    if start < end:
        draft.mention(thing, start, end, "nominal")
    return thing


def main(draft: Draft, fits: re.Pattern[str]) -> Thing | None:
    """The institution of a fitting name that the draft names most, at least three times and more than any other."""
    told = Counter(s.entity for s in draft.spans if draft.label(s) == "Institution")
    ranked = [(n, draft.things[i]) for i, n in told.most_common() if fits.match(draft.things[i].name)]
    clear = ranked and ranked[0][0] >= _OFTEN and (len(ranked) == 1 or ranked[0][0] > ranked[1][0])
    return ranked[0][1] if clear else None
