"""Find ALUMNI_OF in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.attribution import quotations
from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import bounds, enumerations, subject
from jejaring.extraction.relations._schools import WHOLES, degrees, people, schools, studies

_HEADS = ("Person", "Group")
_A_DEGREE = re.compile(r"(?:doktor|sarjana|magister)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"^\W*\d|\b(?:alumni|graduates|para|sejumlah|seluruh|semua|beberapa|ribuan|ratusan)\b", re.IGNORECASE
)
_STILL = re.compile(r"\b(?:tengah|sedang|masih|kini|sekarang|is|are|currently)\s+$", re.IGNORECASE)
_THEN = re.compile(r"\b(?:saat|ketika|sewaktu|semasa|kala|waktu|while)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:akan|ingin|hendak|bakal|berencana|bercita-cita|berharap|bisa|dapat|harus|agar|supaya|will|would|wants?|hopes?"
    r"|plan(?:s|ned)?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:tidak|bukan|bukanlah|belum|tak|not|never)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Whose father or son it was that studied, not the one named.
_KIN = re.compile(
    r"\b(?:ayah|ibu|anak|putr[ai]|istri|suami|kakak|adik|kakek|nenek|saudara|father|mother|son|daughter|wife|husband"
    r"|brother|sister)(?:nya|\s+dari|\s+of)?\s+(?:(?:sulung|bungsu|pertama|kedua|tunggal|dari|artis|penyanyi)\s+)*$",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:\s*\([^()]*\))?(?:,\s[A-Z]\w+)?(?:\s+(?:jurusan|angkatan|tahun|asal)\s+[\w ]{1,20}?)?\s+(?:ini|itu|tersebut)\b"
)
_NAMED = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s+(?:itu|ini|tersebut)(?=,))?,?\s*(?:(?:bernama|atas\s+nama|yakni|yaitu|tahun\s+\d{4}|sekaligus\s+\w+)\s*(?:,\s*)?)*"
    r"(?:(?:[A-Z]|Prof|Dr|Ir|Drs|dr|Hj)\.?\s+)*"
)
# What may stand between a name and "lulusan X" that is said of it.
_SAID_OF = re.compile(
    r"(?:\s*\([^()]*\))?\s*,?\s*(?:(?:yang|juga|pernah|merupakan|adalah|ialah|seorang|sesama|mantan|bukan|bukanlah|tidak|sendiri"
    r"|salah\s+satu|is|was|are|were|an?|the|also|who|both|himself|herself|former|not|mahasiswa|selaku|sebagai)\s+)*"
    r"(?:(?:pria|perempuan|wanita|pemain|tokoh|ahli\s+\w+|\w+is|\w+wan|\w+og)\s+)?"
)
_IS = re.compile(
    r"\b(?:merupakan|adalah|ialah|is|was|are|were)\s+(?:(?:juga|seorang|salah\s+satu|an?|the|also|both)\s+)*$"
)
_TOGETHER = re.compile(
    r"\b(?:(?:teman|rekan|kawan)\s+(?:kuliah|sekolah|seangkatan|sekampus)|sesama)\s*$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:\s*\([^()]*\))?,?\s*(?:yang|who)\s+(?:\w+\s+){0,3}")
_ALMA_IS = re.compile(r"(?:\s+(?:was|is|adalah|yakni|yaitu|di)|,|\s*\()\s*(?:the\s+)?")
_IS_ALMA = re.compile(r"(?:\s*\([^()]*\))?,?\s[^.;]{0,40}")
_GRADUATE = re.compile(r"\b(?:graduates?|alumn(?:us|a|i)|dropout)\b|(?<=-)(?:educated|trained)\b")
_A = re.compile(r"(?:,\s+|\s+(?:is|was),?\s+)(?:himself\s+|also\s+)?(?:an?|the)\s+(?:\d{4}\s+)?")
_NOUN = re.compile(r",?\s+(?:(?:[a-z]+|and)\s+){0,3}")
_ALMA = re.compile(r"\balmamaternya\b|\balma\s+mater\b", re.IGNORECASE)
# A subject that stands for somebody named before: "Pria kelahiran X itu", "Legislator ini".
_THIS_ONE = re.compile(
    r"(?:\W|\b(?:Saat itu|Kala itu|Sebelumnya),)*"
    r"(?:pria|perempuan|wanita|lelaki|laki-laki|gadis|pemuda|sosok|politi\w+|pemain|akt[oi]\w+|penyanyi|musisi|artis|atlet|jenderal|dokter|dosen|pengusaha|advokat|legislator|tokoh|ayah|ibu|alumn\w+|lulusan|doktor"
    r"|striker|bek|gelandang|kiper|pelatih|mantan|\w+wan|\w+wati)\b[^.;“”\"]{0,100}\b(?:ini|itu|tersebut)\s+(?:\w+\s+){0,3}",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:(?:Kemudian|Lalu|Selanjutnya|Sebelumnya|Then|Later|Pada\s+(?:tahun\s+)?\d{4}),?\s*)?")
_HE = re.compile(r"(?:\[\d+\]\s*)?(?:He|She|Ia|Dia|Beliau)\b")
_ADVERBIAL = re.compile(
    r"(?:Setelah|Usai|Seusai|Selepas|Sebelum|Saat|Ketika|Sewaktu|Semasa|Sejak|After|Before|While)\b"
)
_FAR = 900  # characters back to somebody whom "lulusan X itu" stands for
_BYLINE = 300  # characters of a paragraph that tells who the writer is
_VERB_ROOM = 100  # characters that a verb of study and its object may take
_LONG = 300  # characters between a subject and a verb of its last clause


def alumni_of(draft: Draft) -> Iterator[Proposal]:
    """Proposals of ALUMNI_OF: "lulusan X" said of somebody, groups of alumni, "A lulus dari X", "almamaternya"."""
    for cue in people(draft.text):
        yield from _said(draft, cue)
    for at, any_whole in [*((c, True) for c in degrees(draft.text)), *((c, False) for c in studies(draft.text))]:
        yield from _studied(draft, at, any_whole)
    yield from _almamater(draft)
    yield from _fronted(draft)


def _said(draft: Draft, cue: tuple[int, int]) -> Iterator[Proposal]:
    """Nouns: "A, lulusan X", "alumni X, A", "Doktor Ilmu Politik X ini", "30 alumni X"."""
    wholes = schools(draft, cue[1], any_whole=not _A_DEGREE.match(draft.text, cue[0]), field=True)
    heads = _ones(draft, cue, wholes[-1]) if wholes else []
    groups = [] if heads else _groups(draft, cue)
    tails = [w.entity for w in wholes] or [t for g in groups for t in _named_after(draft, g, cue)]
    for head in heads or groups:
        for tail in tails:
            yield _proposal(draft, head.entity, tail, cue, 0.75)


def _ones(draft: Draft, cue: tuple[int, int], last: Span) -> list[Span]:
    """The people of whom "lulusan X" is said: right behind it, right before it, or named before ("lulusan X itu")."""
    _, end = bounds(draft, cue[0])
    behind = next(iter(draft.within(last.end, min(end, last.end + 60), "Person")), None)
    if behind and _NAMED.fullmatch(draft.text, last.end, behind.start):
        return [behind]
    return _before(draft, cue) or _that_one(draft, cue, last) or _byline(draft, cue)


def _before(draft: Draft, cue: tuple[int, int]) -> list[Span]:
    """The people right before "lulusan X": "A dan B adalah lulusan X", "A, sesama alumni X"."""
    start, _ = bounds(draft, cue[0])
    if _IS.search(draft.text, start, cue[0]):
        return [h for h in subject(draft, cue[0], ("Person",)) or _distant(draft, start, cue[0]) if not _kin(draft, h)]
    runs = enumerations(draft, start, cue[0], ("Person",))
    if not runs or not _SAID_OF.fullmatch(draft.text, runs[-1][-1].end, cue[0]) or _kin(draft, runs[-1][0]):
        return []
    if not re.search(r"\w|,", draft.text[runs[-1][-1].end : cue[0]]):
        return []
    together = _TOGETHER.search(draft.text, runs[-1][-1].end, cue[0])
    return [*(subject(draft, runs[-1][0].start, ("Person",)) if together else []), *runs[-1]]


def _that_one(draft: Draft, cue: tuple[int, int], last: Span) -> list[Span]:
    """Who "lulusan X itu" is: the person named last before the clause, outside quotations."""
    if not _THAT.match(draft.text, last.end):
        return []
    start, _ = bounds(draft, cue[0])
    return _last(draft, start) or _last(draft, cue[0])


def _last(draft: Draft, before: int) -> list[Span]:
    """The person named last before an offset, outside quotations."""
    quotes = quotations(draft.text)
    near = draft.within(max(0, before - _FAR), before, "Person")
    return [s for s in near if not any(a <= s.start < b for a, b in quotes)][-1:]


def _byline(draft: Draft, cue: tuple[int, int]) -> list[Span]:
    """Who a short paragraph of offices and schools behind a name is about: "A.Direktur X dan Alumni Y."."""
    start = draft.text.rfind("\n", 0, cue[0]) + 1
    end = draft.text.find("\n", cue[0])
    first = next(iter(draft.within(start, cue[0], "Person")), None)
    short = (len(draft.text) if end < 0 else end) - start <= _BYLINE
    return [first] if first and short and first.start - start <= 8 and draft.text[first.end] in ".," else []


def _groups(draft: Draft, cue: tuple[int, int]) -> list[Span]:
    """The group that is named after its school, where it is more than "a graduate"."""
    found = [s for s in draft.holding(cue[0]) if draft.label(s) == "Group"]
    return [s for s in found if _COUNTED.search(draft.text[s.start : s.end])][:1]


def _named_after(draft: Draft, group: Span, cue: tuple[int, int]) -> list[str]:
    """The school or programme, named elsewhere, that ends a group's name."""
    name = draft.text[cue[1] : group.end]
    forms = [(f, t.id) for t in draft.things.values() if t.label in WHOLES for f in (t.name, *t.forms)]
    ends = [f for f in forms if re.search(rf"\b{re.escape(f[0])}$", name)]
    return [max(ends, key=lambda f: (len(f[0]), f[1]))[1]] if ends else []


def _studied(draft: Draft, cue: tuple[int, int], any_whole: bool) -> Iterator[Proposal]:
    """Verbs: "A lulus dari X", "A menempuh pendidikan di X", "A graduated from X"."""
    before = draft.text[bounds(draft, cue[0])[0] : cue[0]]
    if _STILL.search(before) and not _THEN.search(before):
        return
    wholes = schools(draft, cue[1], any_whole, field=False)
    modality = "denied" if _DENIED.search(before) else "planned" if _PLANNED.search(before) else None
    heads = [h for h in _students(draft, cue) if any_whole or draft.label(h) == "Person"] if wholes else []
    for head in heads:
        for whole in wholes:
            yield _proposal(draft, head.entity, whole.entity, cue, 0.75 if any_whole else 0.65, modality)


def _students(draft: Draft, cue: tuple[int, int]) -> list[Span]:
    """Who studied: the one before "yang", the subject, at a sentence's opening the one the sentence before is about."""
    start, _ = bounds(draft, cue[0])
    near = [s for s in draft.within(start, cue[0], *_HEADS) if _RELATIVE.fullmatch(draft.text, s.end, cue[0])]
    heads = near[-1:] or subject(draft, cue[0], _HEADS) or _distant(draft, start, cue[0]) or _later(draft, cue)
    if not heads and (_THIS_ONE.fullmatch(draft.text, start, cue[0]) or _nobody(draft, start, cue[0])):
        heads = _last(draft, start)
    if not heads and _unsaid(draft, start, cue[0]):
        heads = _carried(draft, start)
    if heads and (mate := _mate(draft, start, heads)):
        heads = [mate, *heads]
    return [h for h in heads if draft.label(h) in _HEADS and not _kin(draft, h)]


def _distant(draft: Draft, start: int, at: int) -> list[Span]:
    """The sentence's opening subject, where clauses of its own stand before the verb at `at`."""
    first = next(iter(draft.within(start, at, "Person")), None)
    opens = first and re.fullmatch(r"(?:\W|\b(?:[A-Z]\w*|dr)\.?\s|\[\d+\])*", draft.text[start : first.start])
    only = first and all(s.entity == first.entity for s in draft.within(start, at, "Person"))
    return [first] if first and opens and only and at - start < _LONG else []


def _later(draft: Draft, cue: tuple[int, int]) -> list[Span]:
    """The main clause's opening person behind an adverbial one: "Setelah lulus dari X, A ..."."""
    start, end = bounds(draft, cue[0])
    if not _ADVERBIAL.match(draft.text, start):
        return []
    return [s for s in draft.within(cue[1], end, "Person") if draft.text[s.start - 2 : s.start] == ", "][:1]


def _nobody(draft: Draft, start: int, at: int) -> bool:
    """Whether the sentence opens with a pronoun that stands for nobody known, and names nobody up to `at`."""
    return bool(_HE.match(draft.text, start)) and not draft.within(start, at, "Person")


def _unsaid(draft: Draft, start: int, at: int) -> bool:
    """Whether the sentence opens with a verb of study, and names nobody up to the one at `at`."""
    opening = _OPENING.match(draft.text, start)
    if not opening or draft.within(start, at, "Person"):
        return False
    first = draft.text[opening.end() : opening.end() + _VERB_ROOM]
    return any(cue[0] == 0 for cue in (*degrees(first), *studies(first)))


def _carried(draft: Draft, start: int) -> list[Span]:
    """The person whom the sentence before `start` is about, which names no second one."""
    sentence = draft.sentence_at(max(0, start - 2))
    named = draft.within(sentence.start, sentence.end, "Person") if sentence else []
    return named[:1] if len({s.entity for s in named}) == 1 else []


def _mate(draft: Draft, start: int, heads: list[Span]) -> Span | None:
    """The other one in "A merupakan teman kuliah B saat ..."."""
    if not _TOGETHER.search(draft.text, start, heads[0].start):
        return None
    return next((s for s in draft.within(start, heads[0].start, "Person") if s.entity != heads[0].entity), None)


def _almamater(draft: Draft) -> Iterator[Proposal]:
    """ "reses di X, almamaternya", "almamaternya, X", "X, A's alma mater"."""
    for cue in _ALMA.finditer(draft.text):
        start, end = bounds(draft, cue.start())
        behind = [
            w for w in draft.within(cue.end(), end, *WHOLES) if _ALMA_IS.fullmatch(draft.text, cue.end(), w.start)
        ]
        ahead = [
            w for w in draft.within(start, cue.start(), *WHOLES) if _IS_ALMA.fullmatch(draft.text, w.end, cue.start())
        ]
        for whole in (behind or ahead[-1:])[:1]:
            owners = draft.within(whole.end, cue.start(), "Person")
            heads = owners or subject(draft, min(whole.start, cue.start()), ("Person",)) or _last(draft, start)
            for head in heads[:1]:
                yield _proposal(draft, head.entity, whole.entity, cue.span(), 0.7)


def _fronted(draft: Draft) -> Iterator[Proposal]:
    """English with the school in front: "A, a Harvard graduate", "Harvard graduate A"."""
    for cue in _GRADUATE.finditer(draft.text) if draft.document.language == "en" else ():
        start, end = bounds(draft, cue.start())
        for whole in (w for w in draft.within(start, cue.start(), *WHOLES) if cue.start() - w.end <= 1):
            before = [
                s for s in draft.within(start, whole.start, "Person") if _A.fullmatch(draft.text, s.end, whole.start)
            ]
            after = [
                s for s in draft.within(cue.end(), end, "Person") if _NOUN.fullmatch(draft.text, cue.end(), s.start)
            ]
            for head in (before or after)[:1]:
                yield _proposal(draft, head.entity, whole.entity, cue.span(), 0.7)


def _kin(draft: Draft, head: Span) -> bool:
    return head.kind != "pronoun" and bool(_KIN.search(draft.text, max(0, head.start - 60), head.start))


def _proposal(
    draft: Draft, head: str, whole: str, cue: tuple[int, int], confidence: float, modality: str | None = None
) -> Proposal:
    start, end = bounds(draft, cue[0])
    return Proposal(head, "ALUMNI_OF", whole, start, end, cue, "alumni", confidence, modality=modality)
