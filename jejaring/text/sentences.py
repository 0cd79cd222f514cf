"""Cut a text into sentences, with exact offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A full stop after one of these ends no sentence (titles, degrees, and abbreviations of news text).
_ABBREVIATIONS = frozenset(
    """dr drs dra ir prof h hj kh tgk st sh se mm msi mh kol letjen mayjen brigjen jend jenderal komjen irjen akp akbp
    kompol ipda iptu aiptu bripka no nomor jl jln tn ny sdr alm rp pt cv tbk bpk dll dsb dst dkk hlm vol mr mrs ms rev
    gov sen rep gen col lt sgt capt inc ltd corp co jr sr vs etc st ave feb aug sept oct nov dec u.s u.k a.m p.m
    m.si s.h s.e m.m s.t m.h s.sos m.pd s.pd ph.d s.ip m.ip m.sc b.sc tgl pukul""".split()
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)|[.!?][\"”](?=\w)|\n+")
_LAST_WORD = re.compile(r"[\w.]+$")
MAX_SENTENCE = 600  # a longer one is cut at the last ; , or blank before this: one-line articles stay readable


@dataclass(frozen=True)
class Sentence:
    """The sentence `text[start:end]`, without blanks at its ends; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


def _ends_here(text: str, match: re.Match[str]) -> bool:
    if match.group().startswith("\n"):
        return True
    if match.group()[0] != ".":
        return _followed_by_start(text, match.end())
    word = _LAST_WORD.search(text, max(0, match.start() - 12), match.start())
    if word and len(match.group()) == 1:
        last = word.group().lower()
        if last in _ABBREVIATIONS or re.fullmatch(r"[a-z]|(?:[a-z]\.)+[a-z]", last):
            return False
    return _followed_by_start(text, match.end())


def _followed_by_start(text: str, at: int) -> bool:
    rest = text[at : at + 40].lstrip()
    return not rest or not rest[0].islower()


def _split_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    while end - start > MAX_SENTENCE:
        window = text[start : start + MAX_SENTENCE]
        at = max(window.rfind("; "), window.rfind(", "), MAX_SENTENCE // 3) + 1
        if at <= MAX_SENTENCE // 3 + 1:
            at = max(window.rfind(" "), 0) or MAX_SENTENCE
        out.append((start, start + at))
        start += at
    return [*out, (start, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    chunk = text[start:end]
    return start + len(chunk) - len(chunk.lstrip()), end - (len(chunk) - len(chunk.rstrip()))


def sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; none is longer than MAX_SENTENCE characters, none crosses a line break."""
    out: list[Sentence] = []
    start = paragraph = 0
    for match in _END.finditer(text):
        if not _ends_here(text, match):
            continue
        end = match.start() if match.group().startswith("\n") else match.end()
        out += _pieces(text, start, end, paragraph)
        paragraph += match.group().startswith("\n")
        start = match.end()
    return out + _pieces(text, start, len(text), paragraph)


def _pieces(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    trimmed = [_trim(text, *piece) for piece in _split_long(text, start, end)]
    return [Sentence(a, b, paragraph) for a, b in trimmed if a < b]
