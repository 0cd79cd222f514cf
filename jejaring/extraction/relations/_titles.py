"""Titles beside people's names: where a title stands, whose it is, whether it is a former one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.attribution import quotations
from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._clauses import lead, words
from jejaring.extraction.relations._title_words import LINKS, MEMBERS, OFFICES
from jejaring.extraction.relations._words import OBLIQUE, SAY
from jejaring.lexicon import HONORIFICS, TITLES

_LABELS = ("Institution", "Place", "Program")
_FORMER = re.compile(r"(?:mantan|eks|former|ex|bekas)[\s-]+$", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:istri|suami|putra|putri|anak|ajudan|keluarga|rumah|rumah dinas|kantor|para|semua|seluruh|sejumlah"
    r"|(?:calon|kandidat)(?: petahana)?"
    r"|prospective|would-be|aspiring|(?:candidate|nominee|nominated|bid) (?:for|as)(?: the)?)\s+$",
    re.IGNORECASE,
)
# "yang batal menjadi Direktur X", "yang dicalonkan menjadi": an office that is not, or not yet, held.
_NOT_HELD = re.compile(
    r"\b(?:batal|gagal|bukan|tidak|belum|akan|bakal|ingin|hendak|calon|di(?:usulkan|calonkan|gadang|jagokan|prediksi)\S*"
    r"|not|never|will)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\w[\w.'’&-]*|\([^()]{0,60}\)|[^\w\s]")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # where the source lost a blank: "GubernurBali"
_THAT_ONE = re.compile(r"\s+(?:itu|ini|tersebut)\b")
_WORD = re.compile(r"\b[A-Za-z][\w-]+")
_DANGLING = words("dan serta and di pada untuk")
_INITIAL = re.compile(r"[A-Z]\.")
# Between a title and the name: how long it was held, or that it is another's now.
_TIME = (
    r"(?:saat itu|ketika itu|kala itu|sebelumnya|(?:periode|tahun|masa jabatan|masa bakti)\s+\d{4}(?:\s*[-–]\s*\d{4})?"
    r"|(?:yang\s+)?(?:bernama|berinisial|inisial))"
)
_ASIDE = re.compile(rf",?\s*{_TIME}(?:\s*,?\s*(?:yakni|yaitu|adalah))?\s*,?\s*\Z")
_RANK = re.compile(
    r"\s+(?:(?:Kom|Ir|Brig|Let|May)jen|(?<!Direktur )(?<!Sekretaris )(?<!Inspektur )Jenderal|Kombes|AKBP|AKP|Kompol"
    r"|Kolonel|Letkol|Mayor|Kapten|Lettu|Letda|Laks(?:amana|dya|da|ma)|Mars(?:ekal|dya|da|ma))"
    r"(?:\s+(?:TNI|Polisi|Pol|[Ll]aut|Marinir|Inf|Kav|Czi|CHB)\b\.?|\s+\(\s?\w+\.?\))*\s*\Z"
)
_ORDINAL = re.compile(r"ke-\d+$")
_AND = re.compile(r"(?:dan|and|serta)$")
_TELLS = SAY | {"menurut"}
_UNDERGOES = re.compile(r"(?:me|di|ke|pe)\w{4,}")  # behind such a word somebody is spoken of who does nothing himself
# "dikecam Ketua X itu": who does it to the one told of.
_AGENT = re.compile(r"\bdi(?!ungkap|sampai|kata|jelas|tegas|tutur|ujar)\w{3,}\s+(?:oleh\s+)?$")
_NEAR = 500  # characters in which somebody spoken of by office alone was named
_REACH = 220  # characters that a title may take before a name
_BESIDE = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,(?!\s*yang\b)\s*(?:selaku|sebagai)?|[ \t][-–—][ \t]"
    r"|\b(?:selaku|sebagai|menjabat|adalah|merupakan|yakni|yaitu"
    r"|,?\s*yang\s+(?:\w+\s+){0,3}?(?:juga|menjabat|merupakan|adalah|menjadi)"
    r"(?:\s+(?:menjabat|merupakan|adalah|posisi))?"
    r"|(?:yang\s+(?:\w+\s+){0,2}?)?(?:terpilih|ditunjuk|dilantik|diangkat|dipercaya|ditetapkan|dikukuhkan|didapuk|resmi)\s+"
    r"(?:secara\s+\w+\s+)?(?:menjadi|sebagai)"
    r"|(?:is|was|as|who\s+(?:is|was|serves\s+as))(?:\s+also)?))\s*(?:sebagai\s+)?(?:juga\s+)?(?:the\s+|an?\s+|seorang\s+)?"
    r"(?P<former>mantan\s+|eks\s+|former\s+|ex-)?(?=(?P<office>\w+))",
    re.IGNORECASE,
)
_DASH = re.compile(r"[ \t][-–—][ \t]")
_RIGHT_BEHIND = re.compile(r"(?:\s?\([^()]*\))?,?\s(?:yang juga\s)?(?:mantan\s|eks\s)?", re.IGNORECASE)
_AT = re.compile(r"(?:\s+[\w-]+){0,4}?\s+(?:di|pada|at|of|dari)\s+(?=[A-Z])")
_SPLIT = re.compile(r"\s*(?:\bsekaligus\b|\bmerangkap\b|/|\byang juga\b)\s*", re.IGNORECASE)
_OWN_TITLE = re.compile(r"\s*(?:,|(?:sebagai|selaku)\b)")
_FOLLOWER = re.compile(r",?\s*(?:\w+\.\s*)*")
_ENGLISH_LEAD = re.compile(r"(?:[A-Z][\w-]+\s(?:and\s)?)+$")
_ENGLISH_NO_TITLE = re.compile(r"(?:(?:The|Meanwhile|Earlier|Both|In|At|But|And|Prospective|Would-be|Aspiring)\s)?")


def _no_office(word: str) -> bool:
    """Whether a word behind a title belongs to the name: "Dr", an initial ("M."); not with a comma ("Sinar Mas,")."""
    return word.lower().rstrip(".") in HONORIFICS | {"", ","} or bool(_INITIAL.fullmatch(word))


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
        """The titles beside a person's name: before it, but not before the offset `taken`, else behind it.

        In a list they stand on both sides: "Wakil Menteri X A - Komisaris Y".
        """
        before = self._before(person, taken)
        return before + self._behind(person) if not before or _DASH.match(self.text, person.end) else before

    def nominal(self) -> Iterator[tuple[Span, Title]]:
        """Titles that stand for somebody named before, with the name: "mantan Rektor Universitas X itu"."""
        quotes = quotations(self.text)
        people = [s for s in self._people if not any(a <= s.start < b for a, b in quotes)]
        ends = [s.end for s in people]
        for match in _WORD.finditer(self.text):
            title = self._opens(match.group()) and self._that_one(match.start())
            if not title or any(a <= title.start < b for a, b in quotes):
                continue
            number = bisect_right(ends, match.start())
            if number and self._apposed(people[number - 1], match.start()):
                yield people[number - 1], title
            elif number := bisect_right(ends, self._opening(match.start())) or number:
                yield self._told_of(people[:number]), title  # the clause's own subject is another, if any came before

    def _told_of(self, people: list[Span]) -> Span:
        """The last of `people` who acts or speaks ("kata A", not "bersama A"), looked for near the last one."""
        near = [p for p in people[-6:] if people[-1].start - p.start < _NEAR]
        acting = [p for p in near if (word := lead(self.draft, p)) in _TELLS or not _UNDERGOES.fullmatch(word)]
        return next((p for p in reversed(acting) if lead(self.draft, p) not in OBLIQUE - _TELLS), people[-1])

    def _opening(self, at: int) -> int:
        """Where the sentence around `at` begins."""
        sentence = self.draft.sentence_at(at)
        return sentence.start if sentence else 0

    def _apposed(self, person: Span, at: int) -> bool:
        """Whether what stands at `at` is said of a person named right before it in the sentence."""
        return person.start >= self._opening(at) and bool(_RIGHT_BEHIND.fullmatch(self.text, person.end, at))

    def _that_one(self, start: int) -> Title | None:
        ahead = self.text[max(0, start - 30) : start]
        if _KIN.search(ahead) or _AGENT.search(ahead) or self._opens((ahead.split() or [""])[-1]):
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
        line = self.text.rfind("\n", 0, person.start) + 1
        low = max(sentence.start if sentence else 0, line, person.start - _REACH, taken, *people[-1:])
        aside = _ASIDE.search(self.text, low, person.start)
        start = self._leftmost(low, aside.start() if aside else person.start)
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
        tokens = [t for m in _TOKEN.finditer(self.text, low, high) for t in self._apart(*m.span())]
        free = [self._outside(t, spans) for t in tokens]
        free = [t for t in free if t[0] < t[1]]
        return sorted({*free, *((s.start, s.end) for s in spans)}, reverse=True)

    def _apart(self, start: int, end: int) -> list[tuple[int, int]]:
        """A token, cut where the source lost a blank beside an office ("diungkapPresiden", "KetuaForum")."""
        glued = GLUED.search(self.text, start, end)
        if not glued or not (
            self._opens(self.text[start : glued.start()]) or self._opens(self.text[glued.start() : end])
        ):
            return [(start, end)]
        return [(start, glued.start()), (glued.start(), end)]

    def _outside(self, token: tuple[int, int], spans: list[Span]) -> tuple[int, int]:
        """What of a token stands before the name glued to it ("Wakil KetuaKomisi X"); nothing of one in a name."""
        start, end = token
        glued = next((s for s in spans if s.start < end and start < s.end), None)
        return (start, glued.start if glued else end)

    def _in_name(self, at: int) -> bool:
        """Whether `at` stands inside a name ("Badan Barang/Jasa")."""
        return any(s.start < at < s.end - 1 and self.draft.label(s) in _LABELS for s in self.draft.holding(at))

    def _span_at(self, start: int) -> bool:
        return start in self._names

    def _belongs(self, begin: int, end: int) -> bool:
        """Whether a token can be part of a title."""
        token = self.text[begin:end]
        low = token.lower().rstrip(".")
        if self._span_at(begin) or token[0] in "(/&-.,":
            return True
        known = (
            low in LINKS
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
        cuts = [m.span() for m in _SPLIT.finditer(self.text, start, end) if not self._in_name(m.start())]
        out = []
        for begin, stop in zip([start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True):
            parts = GLUED.sub(" ", self.text[begin:stop]).split()
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
        for behind in (_ASIDE, _RANK):
            found = behind.search(self.text, start, end)
            end = found.start() if found else end
        kept = max((s.end for s in self.draft.within(start, end, *_LABELS) if s.end <= end), default=start)
        parts = list(re.finditer(r"\S+", self.text[start:end]))
        while parts and start + parts[-1].end() > kept and _no_office(parts[-1].group()):
            parts.pop()
        while parts and start + parts[-1].end() > kept and parts[-1].group() in _DANGLING:
            parts.pop()
        return max(start + len(self.text[start : start + parts[-1].end()].rstrip(" ,.")), kept) if parts else end

    def _behind(self, person: Span) -> list[Title]:
        beside = _BESIDE.match(self.text, person.end)
        if not beside or not self._opens(beside["office"]) or _NOT_HELD.search(beside.group()):
            return []
        sentence = self.draft.sentence_at(person.start)
        line = self.text.find("\n", beside.end())
        limit = min(sentence.end if sentence else 0, beside.end() + _REACH, line if line >= 0 else len(self.text))
        end = self._phrase_end(beside.end(), limit)
        if not self.draft.within(beside.end(), end, "Institution"):
            end = self._employer_end(end)
        if not self._apposition(person.end, beside.end()) and self._next_one_has_it(end):
            return []
        return [Title(t.start, t.end, t.former or bool(beside["former"])) for t in self._split(beside.end(), end)]

    def _employer_end(self, end: int) -> int:
        """Where a title ends that goes on in small words to where it is held: "pengajar [sejarah kuno di X]"."""
        at = _AT.match(self.text, end)
        where = next((s for s in self.draft.within(at.end(), at.end() + 90, *_LABELS)), None) if at else None
        return where.end if at and where and where.start == at.end() else end

    def _next_one_has_it(self, end: int) -> bool:
        """Whether a title that ends at `end` is followed by another name, whose title it then is.

        In "A, Ketua X, B, Ketua Y" it is not: there B has a title of its own.
        """
        follower = _FOLLOWER.match(self.text, end)
        at = follower.end() if follower else end
        named = next((s for s in self.draft.within(at, at + 80, "Person") if s.start == at), None)
        if not named:
            return False
        beside = _BESIDE.match(self.text, named.end)
        own = beside and self._opens(beside["office"])
        return not (self.text[end : end + 1] == "," and own and _OWN_TITLE.match(self.text, named.end))

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
                linking = at not in spans and (self.text[at:stop].lower() in LINKS or self.text[at] == ",")
                end = end if linking else stop
            at = stop
        return end

    def _goes_on(self, at: int, stop: int, spans: dict[int, int], end: int) -> bool:
        """Whether a title goes on with the token `text[at:stop]`; a comma needs a name right behind it."""
        if self.text[at] == ",":
            return at + 2 in spans and end == at
        return self.text[at] not in "." and self._belongs(at, stop)
