"""Which names and forms of an answer the text bears out: only they become entities and aliases."""

from __future__ import annotations

import re
from functools import lru_cache

from jejaring.extraction.events.heads import KIND_OF
from jejaring.extraction.llm.answer import AnswerEntity
from jejaring.extraction.llm.places import whole
from jejaring.lexicon import is_small
from jejaring.text.normalise import fold

NAMED = frozenset({"Person", "Institution", "Program", "Place"})  # these have names; the others may be described
MOST_FORMS = 12  # of one entity
_LONGEST, _SHORTEST = 300, 2
# What may stand in a composed name without standing in the text.
_LIGHT = frozenset(
    "dan di ke dengan untuk bersama antara oleh pada bagi the of and in to with for between at by a".split()
)
_HEADS = frozenset(word for head in KIND_OF for word in fold(head).split())
_BRACKETS = re.compile(r"\([^()]*\)")
_SEAT = re.compile(
    r"(?:Pemerintah (?:Kabupaten|Kota|Provinsi|Desa|Daerah)|Kementerian(?: Koordinator)?(?: Bidang)?|Pemerintah|"
    r"Ministry of|Government of)\s+(?:the\s+)?(?P<seat>\S.*)",
    re.DOTALL,
)


def name_in(text: str, entity: AnswerEntity) -> str:
    """The entity's name as the text bears it out, "" where it does not: an invented name is no name.

    Of what has names, the name given or the longest form that stands in the text. An event or a group may be named by
    words of the text, if the phrase that tells it stands there.
    """
    standing = [form for form in spellings(entity) if whole(text, form)]
    if entity.label in NAMED:
        standing = [form for form in standing if any(c.isupper() or c.isdigit() for c in form)]
    if entity.label == "Person":
        standing = [form for form in standing if not any(is_small(word) for word in form.split())]
    name = spellings(entity)[0] if spellings(entity) else ""
    if name in {" ".join(_BRACKETS.sub(" ", form).split()) for form in standing}:
        return name  # "Kementerian Luar Negeri (Kemenlu) Republik Indonesia" bears out the name without brackets
    if name in standing or entity.label == "Topic":
        return name if name in standing else ""
    if standing and entity.label not in NAMED and _composed(text, name):
        return name
    return max(standing, key=len, default="")


def spellings(entity: AnswerEntity) -> list[str]:
    """The name and the forms, blanks made single, each once."""
    words = [
        " ".join(form.split())
        for form in (entity.name, *entity.forms[:MOST_FORMS])
        if _SHORTEST <= len(form) <= _LONGEST
    ]
    return list(dict.fromkeys(word for word in words if word))


def _composed(text: str, name: str) -> bool:
    """Whether every word of a name stands in the text, or is a noun of an event or a word like "dan"."""
    return bool(name) and _words(text).issuperset(fold(name).split()) and name.isprintable()


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) | _LIGHT | _HEADS


def is_form(name: str, form: str, text: str) -> bool:
    """Whether `form` can be another form of `name`: it shares a word, shortens it, or stands in brackets behind it.

    So no answer can make one thing's name an alias of another's.
    """
    ours, theirs = fold(name).split(), fold(form).split()
    if set(ours) & set(theirs) - _LIGHT or _shortens("".join(theirs), "".join(ours)):
        return True
    return any(text[end : end + len(form) + 3].lstrip().startswith(f"({form})") for _, end in whole(text, name))


def _shortens(short: str, long: str) -> bool:
    """Whether the letters of `short` occur in `long` in their order, the first at its beginning."""
    letters = iter(long)
    return len(short) > 1 and short[0] == long[:1] and all(letter in letters for letter in short)


def seat(name: str) -> str:
    """What an office names of its government: "Banyuwangi" of "Pemerintah Kabupaten Banyuwangi"; "" of others."""
    found = _SEAT.fullmatch(name)
    return found["seat"] if found else ""
