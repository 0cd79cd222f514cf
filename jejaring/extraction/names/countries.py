"""Countries act and locate; the home country is a thing of the story only where the text makes it one or the other."""

from __future__ import annotations

import re

from jejaring.extraction.names.found import Found
from jejaring.lexicon import known

HOME = "Indonesia"
_HOME = re.compile(r"(?<![\w@.-])(?<![A-Z]\w )Indonesia(?!\w|-| [A-Z])")
_LOCATED = re.compile(r"\b(?:di|ke|dari|in|to|from|at|wilayah|kawasan|seluruh|luar)\s$", re.I)
_DEALT_WITH = re.compile(r"\b(?:antara|dengan|bersama|kepada|oleh|with|by|between|dan|and)\s$")
_ACTS = re.compile(
    r" (?:juga |telah |akan |sudah |tidak |pun )?"
    r"(?:me\w{3,}|ber\w{3,}|siap|ingin|will|has|had|is|was|and \w+|dan [A-Z])\b"
)


def is_country(form: str) -> bool:
    """Whether `form` is a form of a country's name."""
    entry = known("Place", form)
    return bool(entry and entry.kind == "country")


def home(text: str) -> list[Found]:
    """The mentions of Indonesia: a Place where something is located there, an Institution where it is dealt with.

    Where it does neither, it acts (Institution, if no mention locates) or only colours the sentence (nothing).
    """
    found = [
        m.span() for m in _HOME.finditer(text) if not re.search(r"[A-Z]\w* $", text[max(0, m.start() - 20) : m.start()])
    ]
    before = [text[max(0, start - 12) : start] for start, _ in found]
    located = [bool(_LOCATED.search(b)) for b in before]
    acts = any(_DEALT_WITH.search(b) for b in before)
    acts = acts or (not any(located) and any(_ACTS.match(text, end) for _, end in found))
    if not acts and not any(located):
        return []
    return [
        Found(start, end, "Institution" if acts and not here else "Place", HOME)
        for (start, end), here in zip(found, located, strict=True)
    ]


_STATE = re.compile(
    r"(?<![\w-])(?:[Pp]emerintah(?: [Pp]usat)?|(?:[Tt]he|[Cc]entral) [Gg]overnment)(?![\w-])"
    r"(?! (?:[A-Z]|"
    r"daerah|kabupaten|kota|provinsi|desa|setempat|kecamatan|of|asing|negara|kolonial|federal|itu|tersebut))"
)
_GOVERNED = re.compile(
    r"\b(?:oleh|kepada|dengan|bersama|antara|kata|upaya|langkah|kebijakan|keputusan|rencana|mendukung|program|target|by|with|to)"
    r"(?: the)? $"
)
_OTHER_STATE = re.compile(r"Pem(?:kab|kot|prov|da|des)\b|Pemerintah(?:an)? (?!Pusat|RI|Republik|Indonesia)", re.I)


def state(text: str, found: list[Found]) -> list[Found]:
    """The mentions of "pemerintah" that mean the country's government: no local or foreign one is named as such.

    It is a thing of the story only where it acts or is dealt with.
    """
    if any(_OTHER_STATE.match(f.form) for f in found):
        return []
    if not any(_is_dealt_with(text, m) for m in _STATE.finditer(text)):
        return []
    return [Found(m.start(), m.end(), "Institution", m.group()) for m in _STATE.finditer(text)]


def _is_dealt_with(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    english = match.group().endswith("overnment")
    return english or bool(_ACTS.match(text, match.end()) or _GOVERNED.search(before))
