"""Cut titles, degrees, quotation marks and stray brackets from names."""

from __future__ import annotations

import re

from jejaring.lexicon import HONORIFICS, TITLES, known

_QUOTES = "\"'“”‘’«»`´"
_EDGE = re.compile(rf"^[\s{_QUOTES}.,;:()\[\]/–—-]+|[\s{_QUOTES},;:(\[/–—-]+$")
# Degrees after a name: "S.H.", "M.Si", "SE", "Ph.D."
_DEGREES = re.compile(
    r"(?:,?\s+(?:[SM]\.?[A-Z][a-z]{0,4}\.?(?:[A-Z]\.?)*|[A-Z]\.[A-Z]\.|Ph\.?D\.?|MBA|MSc|MA|MM|MH|SH|SE|Lc|M\.A)(?![\w]))+$"
)


_TAIL = re.compile(
    r"(?:['’]s|\s+(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))$"
)


def trim_tail(form: str) -> str:
    """`form` without a possessive or a weekday at its end."""
    return _TAIL.sub("", form)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`text[start:end]` without quotation marks and signs at its ends; a bracket that closes inside stays."""
    form = text[start:end]
    head = _EDGE.match(form)
    start += head.end() if head else 0
    while start < end and (
        text[end - 1] in _QUOTES or text[end - 1] in " ,;:([/–—-" or _stray_bracket(text[start:end])
    ):
        end -= 1
    return start, end


def _stray_bracket(form: str) -> bool:
    return form[-1] == ")" and form.count("(") < form.count(")")


def balance(text: str, start: int, end: int) -> tuple[int, int]:
    """`text[start:end]` with its brackets in pairs: one that closes right behind is taken in, any other half cut."""
    form = text[start:end]
    if -1 < form.find(")") < form.find("("):
        return start, start + form.index(")")
    if form.count("(") > form.count(")"):
        return (start, end + 1) if text[end : end + 1] == ")" else (start, start + form.rindex("("))
    if form.count(")") > form.count("("):
        return start + form.index(")") + 1, end
    return start, end


def strip_titles(form: str) -> str:
    """A person's name without what stands before it (honorifics, offices) and after it (degrees)."""
    at = titles_end(form)
    return form[at : len(form) - degrees_size(form[at:])]


def degrees_size(form: str) -> int:
    """How many characters of degrees end `form`."""
    match = _DEGREES.search(form)
    return len(match.group()) if match and match.start() > 3 else 0


def titles_end(form: str) -> int:
    """How many characters of honorifics and offices begin `form`; a known name in full ("Gus Dur") keeps its own."""
    at = 0
    while not known("Person", form[at:]):
        step = _title_size(form[at:])
        if not step:
            break
        at += step
    return at


def _title_size(form: str) -> int:
    words = list(re.finditer(r"\S+\s+", form))
    for size in range(min(3, len(words)), 0, -1):
        title = " ".join(w.group().strip().strip(".,()").lower() for w in words[:size])
        if title in TITLES or (size == 1 and title in HONORIFICS):
            return words[size - 1].end()
    return 0
