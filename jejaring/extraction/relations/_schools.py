"""Words that tell where somebody studied, and the schools and programmes behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring import ontology
from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._clauses import bounds, has_verb
from jejaring.lexicon import known

WHOLES = ("Institution", "Program")
_DEGREE = (
    r"(?:sarjana|magister|master|doktor|doctor|insinyur|diploma|bachelor|MBA|Ph\.?\s?D|[BMJ]\.?[ADS]c?|LL\.?[BM]"
    r"|S-?[123])"
)
_STUDY = (
    r"(?:pendidikan|studi|kuliah|sekolah|belajar|gelar|ilmu|S-?[123]\b|program\s+(?:sarjana|magister|doktor|pasca))"
)
_PEOPLE = re.compile(
    r"\b(?:alumni|alumnus|alumna|lulusan|jebolan|tamatan|graduates?(?=\s+of)|alumnae?"
    r"|(?:mantan|eks|bekas)\s+(?:siswa|siswi|mahasiswa|mahasiswi|santri|murid|taruna|peserta)"
    r"|former\s+(?:students?|pupils?|participants?)(?=\s+(?:of|at|in)\b))\b(?:\s+(?:of|at|in)\b)?",
    re.IGNORECASE,
)
# One who holds a degree, as a noun of a person: "Doktor Ilmu Politik X ini", "sarjana hukum dari X".
_DOCTOR = re.compile(
    r"\b(?:Doktor|Sarjana|Magister)(?=\s+(?:[A-Z]|dari))|\b(?:doktor|sarjana)(?=\s[\w ]{1,40}\sdari\s[A-Z])"
)
# Bodies of alumni, courses, those still on their way, what is done for alumni.
_NOT_ONE = re.compile(
    r"\b(?:ikatan|himpunan|persatuan|persaudaraan|perhimpunan|perkumpulan|keluarga|paguyuban|yayasan|forum|asosiasi"
    r"|program|prodi|studi|kandidat|calon|mahasiswa|dosen|gelar|jenjang|kuliah|bidang|urusan|kemahasiswaan\s+dan|reuni"
    r"|prosesi|mencetak|menghasilkan|meluluskan|pendidikan|tingkat)\s+$",
    re.IGNORECASE,
)
_FINISH = r"(?:menamatkan|menyelesaikan|menuntaskan|merampungkan)"
_GRADUATED = re.compile(
    r"\b(?:lulus|tamat)\b(?!\s+(?:uji|seleksi|tes|ujian|verifikasi|sensor|administrasi|audisi))"
    rf"|\b{_FINISH}\s+{_STUDY}\w*"
    r"|(?<!mahasiswa\s)(?<!mahasiswi\s)(?<!dosen\s)(?<!program\s)(?<!prodi\s)"
    r"\bS-?[123]\b(?=\s[\w ]{0,60}?\b(?:di|dari)\s)"
    rf"|\b(?:gelar|titel)\s+(?:\w+\s+)??{_DEGREE}\w*\b\.?|\bgraduat(?:ed|ing)\b|\bgraduates(?=\s+from)"
    rf"|\b(?:receiv|earn|obtain|complet|gain|tak|took|has|have|had|hold|held|award|pursu)\w*\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_DEGREE}|doctorate|degree)(?:['’]s)?\b\.?(?:\s+degrees?)?",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:menempuh|mengenyam|menjalani|mengikuti|melanjutkan|meneruskan|mengambil|menimba|menuntut|membiayai)"
    rf"\s+{_STUDY}\w*"
    rf"|\b{_FINISH}\b(?=\s+(?-i:[A-Z]))"
    r"|\b(?:berkuliah|kuliah|bersekolah|belajar|mempelajari|mondok|nyantri|berguru)\b"
    r"|\b(?:sewaktu|semasa|saat|ketika|pernah|dulu|waktu)\s+sekolah(?=\s+di\s)"
    r"|\bberhasil\s+masuk(?=\s+ke\s)|\b(?:melanjutkan|meneruskan)(?=\s+(?:ke|di)\s)"
    r"|\b(?:diterima|mendaftar(?:kan\s+diri)?)(?=\s+(?:di|ke)\s[^.]{0,200}\b(?:lulus|gelar|kuliah|jurusan)\b)"
    r"|\b(?:studied|studying|to\s+study|(?:was|were)\s+educated|attended|attending|enrolled|undertook\s+studies"
    r"|transferr(?:ed|ing)\s+to|dropped\s+out\s+of|an?\s+undergraduate)\b",
    re.IGNORECASE,
)
_HONORARY = re.compile(r"kehormatan|honoris|honou?rary", re.IGNORECASE)
_FAMOUS = r"harvard|stanford|yale|princeton|oxford|cambridge|columbia|cornell|berkeley|mit|ucla|sorbonne|al[- ]azhar"
_SCHOOL = re.compile(
    r"\b(?:universit\w+|institut[eo]?|sekolah\w*|akademi|academ(?:y|ia)|akmil|akpol|politeknik|polytechnic|coll[eè]ge"
    r"|kolese|school|fakultas|faculty|jurusan|departemen|program studi|prodi|pesantren|ponpes|pondok|madrasah|dayah"
    r"|seminari|seminary|gymnasium|\w*kweekschool|lyc[eé]e|[ée]cole|conservato\w+|konservatori\w*|sdn?|smpn?"
    r"|sma[nks]?|smkn?|smun?|mtsn?|stm|ugm|itb|ipb|unpad|unair|undip|unhas|unud|unej|unnes|unisba|binus"
    r"|(?-i:UI|ITS|USU|UNS|UNY|UPI)"
    r"|uin|iain|stain|stie|stia|stmik|stkip|stikes|stpdn|ipdn|stan|lemhannas|sesko\w*|pusat pendidikan"
    rf"|{_FAMOUS})\b",
    re.IGNORECASE,
)
_COURSE = re.compile(
    rf"{_SCHOOL.pattern}|\b(?:program|beasiswa|pelatihan|kursus|magang|course|camp|fellowship|scholarship)\b",
    re.IGNORECASE,
)
_FACULTY = re.compile(r"(?:fakultas|faculty|jurusan|departemen|department|program studi|prodi)\b", re.IGNORECASE)
# What ends the stretch between a verb and its school.
_BREAK = re.compile(
    r"[.;:!?]\s|[“”]|\b(?:yang|karena|agar|setelah|sebelum|saat|ketika|bekerja|menjadi|sebagai|untuk|namun|tetapi|tapi"
    r"|who|which|where|while|after|before|but|because)\b"
)
_TO = re.compile(
    r"\b(?:di|dari|pada|ke|from|at|in)(?:\s+(?:the|akademi|kampus|almamater\w*|program))*"
    r"(?:\s+(?:bagian|jurusan|departemen|prodi|program\s+studi|fakultas)(?:\s+[A-Z]\w+){0,4})?\s*[\"“'‘(]?$"
)
_FIELD = re.compile(
    r"\s*(?:(?:dari|of|from|program|studi|jurusan|bidang|ilmu|doktor(?:al)?|magister|sarjana|pascasarjana|teknik|the|in"
    r"|akademi|sepak|bola|terbaik|termuda|tercepat|diploma|kampus|ajang|acara|kompetisi|\d{4}|[A-Z][\w.&-]*|di|at)\s+)*[\"“(]?"
)
_MORE = re.compile(
    r"[^;“”]*?(?:,|\b(?:dan|serta|and|as\s+well\s+as|followed\s+by|dilanjutkan(?:\s+(?:dengan|ke|di))?))\s*"
    r"(?:(?:kemudian|lalu|juga|later|then|di|dari|ke|from|at|to|the|serta|and|dan)\s+)*"
    rf"(?:(?:gelar\s+)?{_DEGREE}\w*(?:\s[\w ]{{1,40}})?\s+(?:(?:dari|di|from|at)\s+)?(?:the\s+)?)?"
)
_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|de|for|voor|la|du|the)\s)*(?:{_WORD}|\d{{1,3}}\b))*")
_UNSEEN_LEAD = re.compile(r"[^.;:]{0,60}?\b(?:di|dari|pada|from|at|the)\s+(?=[A-ZÀ-Þ])|\s+(?=[A-ZÀ-Þ])")
# Levels of school without a name, and leagues, which one plays in.
_NONE = re.compile(
    r"(?:Liga\b.*|SD|SMP|SMA|SMK|SMU|STM|MTs|MA|S-?[123]|pesantren|sekolah|universitas|kampus)\s*", re.IGNORECASE
)
_GENERIC = re.compile(r"(?:School|College|University|Sekolah|Universitas|Institut|Akademi|Jurusan|Fakultas)$")
_YOUTH = re.compile(r"\bakademi(?:\s+sepak\s+bola)?\s+$")
_YEAR = re.compile(r"\bpada\s+(?:\w+\s+){0,2}\d{4}\b")
_REACH = 90  # characters between words of study and the school
_ROOM = 80  # characters a name may take


def people(text: str) -> Iterator[tuple[int, int]]:
    """Where nouns for former students stand, and for those who hold a degree."""
    found = [m for pattern in (_PEOPLE, _DOCTOR) for m in pattern.finditer(text)]
    yield from (m.span() for m in found if not _NOT_ONE.search(text, max(0, m.start() - 30), m.start()))


def degrees(text: str) -> Iterator[tuple[int, int]]:
    """Where verbs of graduating stand: what follows is where, whatever its name; not degrees of honour."""
    for match in _GRADUATED.finditer(text):
        if not _HONORARY.search(text, match.start(), match.end() + 20):
            yield match.span()


def studies(text: str) -> Iterator[tuple[int, int]]:
    """Where verbs of studying stand, which tell little where no school follows."""
    yield from (match.span() for match in _STUDIED.finditer(text))


def schools(draft: Draft, at: int, any_whole: bool, field: bool) -> list[Span]:
    """The schools and programmes that words of study ending at `at` lead to, with those listed behind the first.

    `any_whole` takes any institution or programme, else only what its name shows to be a school; with `field` a field
    of study may stand between ("lulusan Teknik Sipil X"), else a preposition must.
    """
    first = _first(draft, at, any_whole, field) or _unseen(draft, at)
    return [first, *_listed(draft, first)] if first else []


def _school_like(thing: Thing) -> bool:
    """Whether some form of a name shows a school, course or the like."""
    words = _COURSE if thing.label == "Program" else _SCHOOL
    return any(words.search(form) for form in (thing.name, *thing.forms))


def _first(draft: Draft, at: int, any_whole: bool, field: bool) -> Span | None:
    _, end = bounds(draft, at - 1)
    for span in draft.within(at, min(end, at + _REACH + _ROOM), *WHOLES, "Place"):
        gap = draft.text[at : span.start]
        if len(gap) > _REACH or _BREAK.search(gap) or _acts(gap):
            return None
        leads = not gap.strip() or _TO.search(gap) or (field and _FIELD.fullmatch(gap))
        if leads and _fits(draft, span, any_whole):
            return _youth(draft, _university(draft, span))
    return None


def _acts(gap: str) -> bool:
    """Whether something else is told between words of study and a school; years are not."""
    return has_verb(_YEAR.sub(" ", gap))


def _fits(draft: Draft, span: Span, any_whole: bool) -> bool:
    """Whether `span` can be where somebody studied; a place that is a school by its name becomes an institution."""
    thing = draft.things[span.entity]
    if _NONE.fullmatch(draft.text, span.start, span.end):
        return False
    if thing.label == "Place":
        return _school_like(thing) and known("Place", thing.name) is None and _institution(draft, thing)
    return _school_like(thing) or (any_whole and known("Place", thing.name) is None)


def _institution(draft: Draft, thing: Thing) -> bool:
    """Make an institution of a place, if all that is said of it allows that."""
    labels = {name: other.label for name, other in draft.things.items()} | {thing.id: "Institution"}
    said = [p for p in draft.proposals if thing.id in (p.head, p.tail)]
    if all(ontology.allows(p.type, labels[p.head], labels[p.tail]) for p in said):
        thing.label = "Institution"
        draft.notes.clear()
    return thing.label == "Institution"


def _university(draft: Draft, span: Span) -> Span:
    """The university behind the comma where `span` is one of its faculties."""
    if _FACULTY.match(draft.text, span.start):
        after = next(iter(draft.within(span.end, span.end + _ROOM, "Institution")), None)
        if after and draft.text[span.end : after.start] == ", " and _school_like(draft.things[after.entity]):
            return after
    return span


def _youth(draft: Draft, span: Span) -> Span:
    """A club's academy where "akademi" stands before the club."""
    lead = _YOUTH.search(draft.text, max(0, span.start - 25), span.start)
    return _named(draft, lead.start(), span.end) if lead else span


def _unseen(draft: Draft, at: int) -> Span | None:
    """A school that no earlier step saw: capitals with a word for a school, right behind a preposition."""
    _, end = bounds(draft, at - 1)
    lead = _UNSEEN_LEAD.match(draft.text, at, end)
    far = not lead or _BREAK.search(lead.group()) or _acts(lead.group())
    name = _NAME.match(draft.text, lead.end(), end) if lead and not far else None
    form = name.group().rstrip(".") if name else ""
    if not name or _GENERIC.match(form) or _NONE.fullmatch(form) or not _SCHOOL.search(form):
        return None
    near = draft.within(name.start() - _ROOM, end, *WHOLES, "Person", "Place")
    if any(s.start < name.end() and name.start() < s.end for s in near):
        return None
    return _named(draft, name.start(), name.start() + len(form))


def _named(draft: Draft, start: int, end: int) -> Span:
    """The institution that `text[start:end]` names, a new one if need be, mentioned there."""
    form = draft.text[start:end]
    same = (t for t in draft.things.values() if t.label == "Institution" and form in (t.name, *t.forms))
    return draft.mention(next(same, None) or draft.add("Institution", form), start, end)


def _listed(draft: Draft, first: Span) -> Iterator[Span]:
    """What is listed behind `first`: "X, Y, dan Z", "X, serta gelar magister dari Y"."""
    _, end = bounds(draft, first.start)
    last = first
    for span in draft.within(first.end, end, *WHOLES, "Place"):
        gap = draft.text[last.end : span.start]
        if len(gap) > _REACH or _acts(gap):
            return
        if _MORE.fullmatch(gap) and _fits(draft, span, any_whole=False):
            last = span
            yield span
