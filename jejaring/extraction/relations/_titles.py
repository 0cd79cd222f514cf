"""Office titles beside people's names: where a title stands, whose it is, whether it is a former one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.attribution import quotations
from jejaring.extraction.draft import Draft, Span
from jejaring.lexicon import HONORIFICS, TITLES

# Words that name no office: what one does, or belongs to.
_NO_OFFICE = frozenset(
    """warga anggota legislator politikus politisi kader caleg capres cawapres cagub cawagub cabup kandidat petugas korban
    pakar pengamat ahli analis ekonom peneliti advokat pengacara aktivis aktor artis aktris penyanyi musisi budayawan
    sejarawan desainer sutradara pemain striker gelandang bek penyerang kiper humas member activist lawyer attorney
    researcher analyst economist lawmaker""".split()
)
# Offices that news names beyond those of the lexicon.
_MORE = frozenset(
    """menko wamen waketum kabiro kadiv kakorlantas pemimpin penanggung pengelola manajer vp gm pth plh promotor presenter
    country media executive corporate project public editor pemred redaktur danyon kakan konsul atase pembalap juri""".split()
)
OFFICES = (frozenset(t.split()[0] for t in TITLES) | _MORE) - _NO_OFFICE
_HEADLESS = frozenset("wakil plt pj pjs penjabat pelaksana deputy vice acting".split())
_FORMER = re.compile(r"(?:mantan|eks|former|ex|bekas)[\s-]+$", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:istri|suami|putra|putri|anak|ajudan|keluarga|rumah|rumah dinas|kantor|calon|para)\s+$", re.IGNORECASE
)
_LINKS = frozenset(
    """dan untuk bidang urusan of for the and di se umum daerah pada de la in at sekaligus merangkap ke bin binti dari
    to atas non al besar tertinggi muda anyar baru sementara senior utama eksekutif kehormatan""".split()
)
_TOKEN = re.compile(r"\w[\w.'’&-]*|\([^()]{0,60}\)|[^\w\s]")
_THAT_ONE = re.compile(r"\s+(?:itu|ini|tersebut)\b")
_WORD = re.compile(r"\b[A-Za-z][\w-]+")
_ORDINAL = re.compile(r"ke-\d+$")
_REACH = 220  # characters that a title may take before a name
_BESIDE = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*(?:selaku|sebagai)?|\b(?:selaku|sebagai|menjabat|adalah|merupakan|yakni|yaitu"
    r"|,?\s*yang\s+(?:\w+\s+){0,2}?(?:juga|menjabat|merupakan|adalah)(?:\s+(?:menjabat|merupakan|adalah|posisi))?"
    r"|(?:terpilih|ditunjuk|dilantik|diangkat|dipercaya|ditetapkan|resmi)\s+(?:menjadi|sebagai)"
    r"|(?:is|was|as|who\s+(?:is|was|serves\s+as))(?:\s+also)?))\s*(?:sebagai\s+)?(?:juga\s+)?(?:the\s+|an?\s+|seorang\s+)?"
    r"(?P<former>mantan\s+|eks\s+|former\s+|ex-)?(?=(?P<office>\w+))",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:\bsekaligus\b|\bmerangkap\b|/|\byang juga\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Title:
    """The office words `text[start:end]`, without "mantan" or the like, which `former` tells."""

    start: int
    end: int
    former: bool = False


def is_office(word: str) -> bool:
    """Whether an office's name can begin with `word`."""
    return word.lower().rstrip(".") in OFFICES


def titles_of(draft: Draft, person: Span, taken: int = 0) -> list[Title]:
    """The titles that stand beside a person's name: before it, from `taken` on, else behind it."""
    return _before(draft, person, taken) or _behind(draft, person)


def nominal_titles(draft: Draft) -> Iterator[tuple[Span, Title]]:
    """Titles that stand for somebody named before: "mantan Rektor Universitas X itu"."""
    quotes = quotations(draft.text)
    people = [s for s in draft.spans if draft.label(s) == "Person" and not any(a <= s.start < b for a, b in quotes)]
    for match in _WORD.finditer(draft.text):
        if not is_office(match.group()) or _KIN.search(draft.text, max(0, match.start() - 20), match.start()):
            continue
        if is_office(_last_word(draft.text[: match.start()])):
            continue
        sentence = draft.sentence_at(match.start())
        end = _phrase_end(draft, match.start(), min(sentence.end if sentence else 0, match.start() + _REACH))
        before = [s for s in people if s.end <= match.start()]
        if before and _THAT_ONE.match(draft.text, end) and draft.within(match.start(), end, "Institution", "Place"):
            former = bool(_FORMER.search(draft.text, max(0, match.start() - 12), match.start()))
            yield before[-1], Title(match.start(), end, former)


def _last_word(text: str) -> str:
    words = text[-30:].split()
    return words[-1] if words else ""


def _before(draft: Draft, person: Span, taken: int) -> list[Title]:
    sentence = draft.sentence_at(person.start)
    people = [s.end for s in draft.within(0, person.start, "Person")]
    low = max(sentence.start if sentence else 0, person.start - _REACH, taken, *people[-1:])
    start: int | None = None
    right = ""
    for begin, end in _backwards(draft, low, person.start):
        token = draft.text[begin:end]
        if token == "," and right and is_office(right):
            break
        if not _belongs(draft, begin, end):
            break
        start = begin if is_office(token) and not _span_at(draft, begin) else start
        right = token if token.strip(",") else right or "."
        if start is not None and re.match(r"(?:dan|and|serta)$", token) and is_office(draft.text[end:].split()[0]):
            start = None if start < end else start
            break
    if start is None or (people and _apposition(draft, people[-1], start)):
        return []
    return _split(draft, _english_start(draft, start, low), person.start)


def _apposition(draft: Draft, end: int, start: int) -> bool:
    """Whether a title between two names belongs to the first: "Li, pimpinan Kementerian X, Cook"."""
    return draft.text[end:start] == ", " and draft.text[start].islower()


def _backwards(draft: Draft, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The tokens of `text[low:high]`, the last first; names found before count as one."""
    spans = draft.within(low, high, "Institution", "Place", "Program")
    tokens = [m.span() for m in _TOKEN.finditer(draft.text, low, high)]
    inside = [t for t in tokens if not any(s.start < t[1] and t[0] < s.end for s in spans)]
    yield from sorted({*inside, *((s.start, s.end) for s in spans)}, reverse=True)


def _span_at(draft: Draft, start: int) -> bool:
    return any(s.start == start and draft.label(s) in ("Institution", "Place", "Program") for s in draft.spans)


def _belongs(draft: Draft, begin: int, end: int) -> bool:
    """Whether a token can be part of a title before a name."""
    token = draft.text[begin:end]
    if _span_at(draft, begin) or token[0] in "(/&-." or token == ",":
        return True
    low = token.lower().rstrip(".")
    return (
        token[0].isupper()
        or token[0].isdigit()
        or bool(_ORDINAL.match(low))
        or low in _LINKS
        or low in HONORIFICS
        or is_office(token)
    )


def _english_start(draft: Draft, start: int, low: int) -> int:
    """An English title's start: "Energy Minister" begins before the office word."""
    if draft.document.language != "en":
        return start
    left = re.compile(r"(?:[A-Z][\w-]+\s(?:and\s)?)+$").search(draft.text, low, start)
    spans = draft.within(low, start)
    begin = max([left.start() if left else start, *(s.end + 1 for s in spans if left and s.end > left.start())])
    first = draft.sentence_at(start)
    if first and begin == first.start:
        begin += len(re.match(r"(?:(?:The|Meanwhile|Earlier|Both|In|At|But|And)\s)?", draft.text[begin:start])[0])
    return min(begin, start)


def _split(draft: Draft, start: int, end: int) -> list[Title]:
    """The title before a name cut at "sekaligus" and the like, each part that begins with an office."""
    if _KIN.search(draft.text, max(0, start - 20), start):
        return []
    cuts = [m.span() for m in _SPLIT.finditer(draft.text, start, end)]
    out = []
    for begin, stop in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
        words = draft.text[begin:stop].split()
        if words and (is_office(words[0]) or (begin == start and draft.document.language == "en")):
            former = bool(_FORMER.search(draft.text, max(0, begin - 12), begin))
            out.append(Title(begin, _trim(draft, begin, stop), former))
    return out


def _trim(draft: Draft, start: int, end: int) -> int:
    """The end of a title without the honorifics and commas between it and the name."""
    opened = draft.text.rfind("(", start, end)
    if opened > draft.text.rfind(")", start, end):
        end = opened
    words = list(re.finditer(r"\S+", draft.text[start:end]))
    while words and words[-1].group().lower().strip(".,") in HONORIFICS | {""}:
        words.pop()
    return start + len(draft.text[start : start + words[-1].end()].rstrip(" ,")) if words else end


def _behind(draft: Draft, person: Span) -> list[Title]:
    beside = _BESIDE.match(draft.text, person.end)
    if not beside or not is_office(beside["office"]):
        return []
    sentence = draft.sentence_at(person.start)
    limit = min(sentence.end if sentence else person.end, beside.end() + _REACH)
    end = _phrase_end(draft, beside.end(), limit)
    follower = re.compile(r",?\s*(?:\w+\.\s*)*").match(draft.text, end)
    named = [s for s in draft.within(end, limit + 60, "Person") if follower and s.start == follower.end()]
    if named and not (
        draft.text[end : end + 1] == ","
        and _BESIDE.match(draft.text, named[0].end)
        and draft.text[named[0].end :].lstrip().startswith(",")
    ):
        return []
    parts = _split(draft, beside.end(), end)
    return [Title(t.start, t.end, t.former or bool(beside["former"])) for t in parts]


def _phrase_end(draft: Draft, start: int, limit: int) -> int:
    """The end of a title that begins at `start`: names, capitals, office words and what links them."""
    spans = {s.start: s.end for s in reversed(draft.within(start, limit, "Institution", "Place", "Program"))}
    limit = min([limit, *(s.start for s in draft.within(start, limit, "Person"))])
    end = at = start
    while at < limit:
        if at in spans:
            end = at = spans[at]
            continue
        token = _TOKEN.match(draft.text, at)
        if not token:
            at += 1
            continue
        word = token.group()
        if word == "," and not (at + 2 in spans and end == at):
            break
        low = word.lower()
        if not (
            word[0].isupper()
            or word[0].isdigit()
            or low in _LINKS
            or is_office(word)
            or low in TITLES
            or word[0] in "(/&-,"
        ):
            break
        at = token.end()
        end = end if low in _LINKS or word == "," else at
    return end
