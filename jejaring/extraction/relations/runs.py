"""Find RUNS in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import agents, bounds, following, in_title, subject
from jejaring.extraction.relations._owners import owner
from jejaring.extraction.relations._title_words import OFFICES

_RUNNERS = ("Institution", "Person")
_STEMS = (
    "luncurkan|jalankan|gagas|inisiasi|hadirkan|kembangkan|terapkan|terbitkan|gencarkan|laksanakan|perkenalkan|kenalkan"
    "|rilis|canangkan|kelola|bangun|bentuk|selenggarakan|realisasikan|teken|susun|wujudkan|gulirkan"
    "|operasikan|besut|prakarsai|rintis|sahkan|keluarkan|bidani|usung|siapkan|sediakan|tetapkan|salurkan|berlakukan|ciptakan|godok|rancang|buat|gelontorkan"
    "|perpanjang|lanjutkan|sempurnakan|mulai"
)
_ACTIVE = re.compile(
    r"\b(?:me(?:luncurkan|njalankan|nggagas|nginisiasi|nghadirkan|ngembangkan|nerapkan|nerbitkan|nggencarkan|laksanakan"
    r"|mperkenalkan|ngenalkan|rilis|ncanangkan|ngelola|mbangun|mbentuk|realisasikan|neken|nyusun|wujudkan"
    r"|nggulirkan|ngoperasikan|mprakarsai|rintis|ngesahkan|ngeluarkan|miliki|mbuka|nyiapkan|nyediakan|netapkan|nyalurkan|mberlakukan|nciptakan|nggodok|rancang|mbuat|nambah"
    r"|nggelontorkan|mperpanjang|lanjutkan|nyempurnakan|mulai|nyelenggarakan|laksanakan|lakukan|nggalakkan|mperluas)"
    r"|launch(?:es|ed)?|runs?|ran|introduc(?:es|ed)|initiat(?:es|ed)|implement(?:s|ed)?|manag(?:es|ed?)|develop(?:s|ed)?"
    r"|unveil(?:s|ed)|roll(?:s|ed)\s+out|build(?:s|ing)?)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:di(?:{_STEMS}|miliki)|(?:launched|run|initiated|introduced|managed|developed|implemented)\s+by)\b",
    re.IGNORECASE,
)
_MODIFIER = r"(?:unggulan|prioritas|andalan|strategis|kerja|nasional|utama|besutan|gagasan|usungan|milik|inisiatif)"
_OWNED = re.compile(
    rf"\s*(?:\([^()]{{1,40}}\))?\s*(?:,\s*)?(?:yang\s+)?(?:merupakan\s+|menjadi\s+|adalah\s+)?(?:salah\s+satu\s+)?"
    rf"(?:program\s+(?:{_MODIFIER}\s+)*|(?:{_MODIFIER})\s+)?(?:dari\s+|milik\s+|besutan\s+|gagasan\s+|pemerintahan\s+|pemerintah\s+)?"
    r"(?:(?:Presiden|Menteri|Gubernur|Bupati|Wali\s*Kota)\s+(?:RI\s+)?)?",
)
_RIGHT_BEHIND = re.compile(r"(?:\)|\s*\([^()]{1,40}\))?\s")
_OWNER = re.compile(
    rf"(?:['’]s)?\s*(?:\([^()]{{1,40}}\))?\s*,?\s*(?:yakni|yaitu|seperti|bertajuk|bernama|di antaranya)?\s*"
    rf"(?:program\s+)?(?:{_MODIFIER}\s+)*(?:melalui\s+(?:(?:\w+\s+){{0,2}}?program\s+(?:\w+\s+)?)?)?"
)
# Rules that read a standing fact from names, whatever is planned around them.
_STANDING = frozenset({"programme of", "its programme", "named after its owner"})
_MEANS = re.compile(r"\b(?:melalui|lewat)\b", re.IGNORECASE)
_THROUGH = re.compile(r"\s*(?:\([^()]*\))?\s*(?:melalui|lewat|through)\s+")
_PROGRAM = re.compile(r"\bprogram\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def runs(draft: Draft) -> Iterator[Proposal]:
    """Proposals of RUNS: who launches or carries out a programme, and whose it is."""
    yield from _active(draft)
    yield from _means(draft)
    yield from _passive(draft)
    yield from _owned(draft)
    yield from _named(draft)


def _named(draft: Draft) -> Iterator[Proposal]:
    """ "Program Sosial Bank X" is Bank X's, wherever the article first names it."""
    seen: set[str] = set()
    for span in draft.spans:
        if draft.label(span) == "Program" and span.entity not in seen:
            seen.add(span.entity)
            whose = owner(draft, draft.things[span.entity])
            if whose:
                yield _proposal(draft, whose, span.entity, (span.start, span.end), "named after its owner")


def _active(draft: Draft) -> Iterator[Proposal]:
    """ "A meluncurkan program X"."""
    for cue in _ACTIVE.finditer(draft.text):
        programs = following(draft, cue.end(), ("Program",), reach=50)
        for head in subject(draft, cue.start(), _RUNNERS) if programs else []:
            for program in programs:
                yield _proposal(draft, head.entity, program.entity, cue.span(), "runs")


def _means(draft: Draft) -> Iterator[Proposal]:
    """ "A menyalurkan bantuan melalui program X, Y, dan Z"."""
    for cue in _MEANS.finditer(draft.text):
        programs = following(draft, cue.end(), ("Program",), reach=40)
        for head in subject(draft, cue.start(), ("Institution",)) if programs else []:
            for program in programs:
                yield _proposal(draft, head.entity, program.entity, cue.span(), "by means of")


def _passive(draft: Draft) -> Iterator[Proposal]:
    """ "program X (yang) digagas (oleh) A"."""
    for cue in _PASSIVE.finditer(draft.text):
        start, _ = bounds(draft, cue.start())
        programs = [s for s in draft.within(start, cue.start(), "Program") if cue.start() - s.end < 80]
        for head in agents(draft, cue.end(), _RUNNERS) if programs else []:
            yield _proposal(draft, head.entity, programs[-1].entity, cue.span(), "run by")


def _owned(draft: Draft) -> Iterator[Proposal]:
    """ "Asta Cita Presiden Prabowo", "program unggulan Pemkot, X"."""
    for sentence in draft.sentences:
        spans = draft.within(sentence.start, sentence.end, "Program", *_RUNNERS)
        spans = [s for s in spans if s.kind != "nominal" and (not in_title(draft, s) or _behind(draft, s))]
        for left, right in pairwise(spans):
            gap = draft.text[left.end : right.start]
            if draft.label(left) == "Program" and draft.label(right) != "Program":
                if ((gap.strip(" ,") and _OWNED.fullmatch(gap)) or _RIGHT_BEHIND.fullmatch(gap)) and not _titled(
                    draft, left
                ):
                    yield _proposal(draft, right.entity, left.entity, (left.end, right.start), "programme of")
            elif draft.label(right) == "Program" and draft.label(left) != "Program" and _OWNER.fullmatch(gap):
                before = draft.text[sentence.start : left.start]
                if _PROGRAM.search(before) or "program" in gap or _THROUGH.fullmatch(gap):
                    yield _proposal(draft, left.entity, right.entity, (left.end, right.start), "its programme")


def _behind(draft: Draft, owner: Span) -> bool:
    """Whether a programme's name ends right before `owner`: what stands before that is the programme's, no title."""
    gaps = [draft.text[s.end : owner.start] for s in draft.within(0, owner.start, "Program")]
    return bool(gaps) and bool(_RIGHT_BEHIND.fullmatch(gaps[-1]))


def _titled(draft: Draft, program: Span) -> bool:
    """Whether a programme stands in somebody's title: "Ketua Jagoan Tani Budi"."""
    start, _ = bounds(draft, program.start)
    before = draft.text[start : program.start].lower().split()[-3:]
    return bool(OFFICES.intersection([*before, *draft.text[program.start : program.end].lower().split()[:1]]))


def _proposal(draft: Draft, head: str, program: str, cue: tuple[int, int], rule: str) -> Proposal:
    start, end = bounds(draft, cue[0])
    standing = "asserted" if rule in _STANDING else None
    return Proposal(head, "RUNS", program, start, end, cue, rule, 0.6, modality=standing)
