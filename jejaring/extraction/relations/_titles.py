"""Titles beside people's names: where a title stands, whose it is, whether it is a former one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.attribution import quotations
from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._clauses import words
from jejaring.lexicon import HONORIFICS, TITLES

MEMBERS = words(
    """anggota legislator politikus politisi kader pemain striker gelandang bek penyerang kiper mahasiswa mahasiswi
    siswa siswi santri prajurit pegawai karyawan member lawmaker congressman politician student midfielder forward
    defender goalkeeper"""
)
"""Words that make somebody a member of what follows them."""

# Words that name neither an office nor a membership: what somebody does, or wants to be.
_NEITHER = words(
    """warga caleg capres cawapres cagub cawagub cabup kandidat petugas korban pakar pengamat ahli analis ekonom
    peneliti advokat pengacara aktivis aktor artis aktris penyanyi musisi budayawan sejarawan desainer sutradara humas
    activist lawyer attorney researcher analyst economist calon"""
)
# Offices that news names beyond those of the lexicon.
_MORE = words(
    """menko wamen waketum kabiro kadiv kakorlantas pemimpin penanggung pengelola manajer vp gm pth plh promotor
    presenter country media executive corporate project public editor pemred redaktur danyon kakan konsul atase
    pembalap juri"""
)
OFFICES = (frozenset(t.split()[0] for t in TITLES) | _MORE) - _NEITHER - MEMBERS
"""Words that an office's name can begin with, in lower case."""

_LABELS = ("Institution", "Place", "Program")
_FORMER = re.compile(r"(?:mantan|eks|former|ex|bekas)[\s-]+$", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:istri|suami|putra|putri|anak|ajudan|keluarga|rumah|rumah dinas|kantor|para|(?:calon|kandidat)(?: petahana)?"
    r"|prospective|would-be|aspiring|(?:candidate|nominee|nominated|bid) (?:for|as)(?: the)?)\s+$",
    re.IGNORECASE,
)
# "yang batal menjadi Direktur X", "yang dicalonkan menjadi": an office that is not, or not yet, held.
_NOT_HELD = re.compile(
    r"\b(?:batal|gagal|bukan|tidak|belum|akan|bakal|ingin|hendak|calon|di(?:usulkan|calonkan|gadang|jagokan|prediksi)\S*"
    r"|not|never|will)\b",
    re.IGNORECASE,
)
_LINKS = words(
    """dan untuk bidang urusan of for the and di se umum daerah pada de la in at sekaligus merangkap ke bin binti dari
    to atas non al besar tertinggi muda anyar baru sementara senior utama eksekutif kehormatan legislatif"""
)
_TOKEN = re.compile(r"\w[\w.'’&-]*|\([^()]{0,60}\)|[^\w\s]")
_THAT_ONE = re.compile(r"\s+(?:itu|ini|tersebut)\b")
_WORD = re.compile(r"\b[A-Za-z][\w-]+")
_ORDINAL = re.compile(r"ke-\d+$")
_AND = re.compile(r"(?:dan|and|serta)$")
_REACH = 220  # characters that a title may take before a name
_BESIDE = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*(?:selaku|sebagai)?|\b(?:selaku|sebagai|menjabat|adalah|merupakan|yakni|yaitu"
    r"|,?\s*yang\s+(?:\w+\s+){0,2}?(?:juga|menjabat|merupakan|adalah|menjadi)"
    r"(?:\s+(?:menjabat|merupakan|adalah|posisi))?"
    r"|(?:terpilih|ditunjuk|dilantik|diangkat|dipercaya|ditetapkan|resmi)\s+(?:menjadi|sebagai)"
    r"|(?:is|was|as|who\s+(?:is|was|serves\s+as))(?:\s+also)?))\s*(?:sebagai\s+)?(?:juga\s+)?(?:the\s+|an?\s+|seorang\s+)?"
    r"(?P<former>mantan\s+|eks\s+|former\s+|ex-)?(?=(?P<office>\w+))",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:yang juga\s)?(?:mantan\s|eks\s)?", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:\bsekaligus\b|\bmerangkap\b|/|\byang juga\b)\s*", re.IGNORECASE)
_FOLLOWER = re.compile(r",?\s*(?:\w+\.\s*)*")
_ENGLISH_LEAD = re.compile(r"(?:[A-Z][\w-]+\s(?:and\s)?)+$")
_ENGLISH_NO_TITLE = re.compile(r"(?:(?:The|Meanwhile|Earlier|Both|In|At|But|And|Prospective|Would-be|Aspiring)\s)?")


@dataclass(frozen=True)
class Title:
    """The office words `text[start:end]`, without "mantan" or the like, which `former` tells."""

    start: int
    end: int
    former: bool = False


class Titles:
    """Reads the titles of one draft that begin with one of `offices`."""

    def __init__(self, draft: Draft, offices: frozenset[str] = OFFICES) -> None:
        self.draft = draft
        self.text = draft.text
        self.offices = offices
        self._names = {s.start for s in draft.spans if draft.label(s) in _LABELS}
        self._people = [s for s in draft.spans if draft.label(s) == "Person"]

    def of(self, person: Span, taken: int = 0) -> list[Title]:
        """The titles beside a person's name: before it, but not before the offset `taken`, else behind it."""
        return self._before(person, taken) or self._behind(person)

    def nominal(self) -> Iterator[tuple[Span, Title]]:
        """Titles that stand for somebody named before, with the name: "mantan Rektor Universitas X itu"."""
        quotes = quotations(self.text)
        people = [s for s in self._people if not any(a <= s.start < b for a, b in quotes)]
        ends = [s.end for s in people]
        for match in _WORD.finditer(self.text):
            title = self._opens(match.group()) and self._that_one(match.start())
            number = bisect_right(ends, match.start()) if title else 0
            if title and number and not self._apposed(people[number - 1], match.start()):
                number = bisect_right(ends, self._opening(match.start()))  # the clause's own subject is somebody else
            if title and number:
                yield people[number - 1], title

    def _opening(self, at: int) -> int:
        """Where the sentence around `at` begins."""
        sentence = self.draft.sentence_at(at)
        return sentence.start if sentence else 0

    def _apposed(self, person: Span, at: int) -> bool:
        """Whether what stands at `at` is said of a person named right before it in the sentence."""
        return person.start >= self._opening(at) and bool(_RIGHT_BEHIND.fullmatch(self.text, person.end, at))

    def _that_one(self, start: int) -> Title | None:
        ahead = self.text[max(0, start - 30) : start]
        if _KIN.search(ahead) or self._opens((ahead.split() or [""])[-1]):
            return None
        sentence = self.draft.sentence_at(start)
        end = self._phrase_end(start, min(sentence.end if sentence else 0, start + _REACH))
        if not _THAT_ONE.match(self.text, end) or not self.draft.within(start, end, "Institution", "Place"):
            return None
        return Title(start, end, bool(_FORMER.search(ahead)))

    def _opens(self, word: str) -> bool:
        return word.lower().rstrip(".") in self.offices

    def _before(self, person: Span, taken: int) -> list[Title]:
        sentence = self.draft.sentence_at(person.start)
        people = [s.end for s in self._people if s.end <= person.start]
        low = max(sentence.start if sentence else 0, person.start - _REACH, taken, *people[-1:])
        start = self._leftmost(low, person.start)
        if start is None or (people and self._apposition(people[-1], start)):
            return []
        return self._split(self._english_start(start, low), person.start)

    def _leftmost(self, low: int, high: int) -> int | None:
        """Where the leftmost office word stands from which only words of a title lead to `high`."""
        start: int | None = None
        right = ""
        for begin, end in self._backwards(low, high):
            word = self.text[begin:end]
            if not self._belongs(begin, end) or (word == "," and right.lower() in OFFICES | MEMBERS):
                break
            if _AND.match(word) and start is not None and right.lower() in OFFICES | MEMBERS:
                break
            if self._opens(word) and not self._span_at(begin):
                start = begin
            right = right if word == "," else word
        return start

    def _apposition(self, end: int, start: int) -> bool:
        """Whether a title between two names belongs to the first: "Li, pimpinan Kementerian X, Cook"."""
        return self.text[end:start] == ", " and self.text[start].islower()

    def _backwards(self, low: int, high: int) -> list[tuple[int, int]]:
        """The tokens of `text[low:high]`, the last first; names found before count as one."""
        spans = self.draft.within(low, high, *_LABELS)
        tokens = [m.span() for m in _TOKEN.finditer(self.text, low, high)]
        free = [t for t in tokens if not any(s.start < t[1] and t[0] < s.end for s in spans)]
        return sorted({*free, *((s.start, s.end) for s in spans)}, reverse=True)

    def _span_at(self, start: int) -> bool:
        return start in self._names

    def _belongs(self, begin: int, end: int) -> bool:
        """Whether a token can be part of a title."""
        token = self.text[begin:end]
        low = token.lower().rstrip(".")
        if self._span_at(begin) or token[0] in "(/&-.,":
            return True
        known = (
            low in _LINKS
            or low in HONORIFICS
            or low in OFFICES
            or low in MEMBERS
            or low in TITLES
            or low in self.offices
        )
        return known or token[0].isupper() or token[0].isdigit() or bool(_ORDINAL.match(low))

    def _english_start(self, start: int, low: int) -> int:
        """An English title's start: "Energy Minister" begins before the office word."""
        left = _ENGLISH_LEAD.search(self.text, low, start)
        if self.draft.document.language != "en" or not left:
            return start
        begin = max([left.start(), *(s.end + 1 for s in self.draft.within(low, start) if s.end > left.start())])
        sentence = self.draft.sentence_at(start)
        lead = _ENGLISH_NO_TITLE.match(self.text, begin) if sentence and begin == sentence.start else None
        return min(lead.end() if lead else begin, start)

    def _split(self, start: int, end: int) -> list[Title]:
        """The title `text[start:end]` cut at "sekaligus" and the like, each part that begins with an office."""
        if _KIN.search(self.text, max(0, start - 20), start):
            return []
        cuts = [m.span() for m in _SPLIT.finditer(self.text, start, end)]
        out = []
        for begin, stop in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
            parts = self.text[begin:stop].split()
            english = begin == start and self.draft.document.language == "en"
            stands_for = len(parts) > 1 and parts[0].lower() == "wakil" and not self._opens(parts[1])
            if parts and (self._opens(parts[0]) or english) and not stands_for:  # "wakil Arab Saudi" is its team
                former = bool(_FORMER.search(self.text, max(0, begin - 12), begin))
                out.append(Title(begin, self._trim(begin, stop), former))
        return out

    def _trim(self, start: int, end: int) -> int:
        """The end of a title without honorifics, commas and an open bracket before the name."""
        opened = self.text.rfind("(", start, end)
        end = opened if opened > self.text.rfind(")", start, end) else end
        parts = list(re.finditer(r"\S+", self.text[start:end]))
        while parts and parts[-1].group().lower().strip(".,") in HONORIFICS | {""}:
            parts.pop()
        return start + len(self.text[start : start + parts[-1].end()].rstrip(" ,")) if parts else end

    def _behind(self, person: Span) -> list[Title]:
        beside = _BESIDE.match(self.text, person.end)
        if not beside or not self._opens(beside["office"]) or _NOT_HELD.search(beside.group()):
            return []
        sentence = self.draft.sentence_at(person.start)
        end = self._phrase_end(beside.end(), min(sentence.end if sentence else 0, beside.end() + _REACH))
        if not self._apposition(person.end, beside.end()) and self._next_one_has_it(end):
            return []
        return [Title(t.start, t.end, t.former or bool(beside["former"])) for t in self._split(beside.end(), end)]

    def _next_one_has_it(self, end: int) -> bool:
        """Whether a title that ends at `end` is followed by another name, whose title it then is.

        In "A, Ketua X, B, Ketua Y" it is not: there B has a title of its own.
        """
        follower = _FOLLOWER.match(self.text, end)
        at = follower.end() if follower else end
        named = next((s for s in self.draft.within(at, at + 80, "Person") if s.start == at), None)
        if not named:
            return False
        own = _BESIDE.match(self.text, named.end)
        return not (self.text[end : end + 1] == "," and own and self.text[named.end :].lstrip().startswith(","))

    def _phrase_end(self, start: int, limit: int) -> int:
        """The end of a title that begins at `start`: names, capitals, office words and what links them."""
        spans = {s.start: s.end for s in reversed(self.draft.within(start, limit, *_LABELS))}
        limit = min([limit, *(s.start for s in self.draft.within(start, limit, "Person"))])
        end = at = start
        while at < limit:
            token = _TOKEN.match(self.text, at)
            stop = spans.get(at) or (token.end() if token else at + 1)
            if at in spans or token:
                if at not in spans and not self._goes_on(at, stop, spans, end):
                    break
                linking = at not in spans and (self.text[at:stop].lower() in _LINKS or self.text[at] == ",")
                end = end if linking else stop
            at = stop
        return end

    def _goes_on(self, at: int, stop: int, spans: dict[int, int], end: int) -> bool:
        """Whether a title goes on with the token `text[at:stop]`; a comma needs a name right behind it."""
        if self.text[at] == ",":
            return at + 2 in spans and end == at
        return self.text[at] not in "." and self._belongs(at, stop)
