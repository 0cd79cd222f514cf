# ruff: noqa: E501  (one kind a line reads best)
"""Nouns that stand for an institution, place or programme named before: "kementerian itu", "program ini", "pemkab"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jejaring.extraction.draft import Draft, Thing

# A noun of a kind, the label of what it stands for, and what the name of that must hold.
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("kementerian", "Institution", r"kementerian|\bkemen|ministry"),
    ("ministry", "Institution", r"ministry|kementerian"),
    ("perusahaan|perseroan|emiten|company", "Institution", r"\bpt\b|\btbk\b|\bcorp|\binc\b|\bltd\b|group|grup|perusahaan"),
    ("universitas|kampus|perguruan tinggi|university", "Institution", r"universitas|institut|politeknik|university|sekolah tinggi"),
    ("partai|party", "Institution", r"partai|party"),
    ("bank", "Institution", r"\bbank\b|\bb[rntc]i\b|bank"),
    ("lembaga|badan|agency", "Institution", r"lembaga|badan|komisi|agency|otoritas|dewan"),
    ("organisasi|perkumpulan|asosiasi|organization", "Institution", r"asosiasi|ikatan|himpunan|organisasi|perkumpulan|persatuan|forum|gerakan|association|organi[sz]ation"),
    ("yayasan|foundation", "Institution", r"yayasan|foundation"),
    ("klub|club", "Institution", r"\bfc\b|klub|persi|\bps\w|united|club"),
    ("dewan|council|majelis", "Institution", r"dewan|council|majelis"),
    ("komunitas|community", "Institution", r"komunitas|community"),
    ("forum", "Institution", r"forum"),
    ("komisi|commission", "Institution", r"komisi|commission"),
    ("dinas", "Institution", r"dinas"),
    ("sekolah|school", "Institution", r"sekolah|\bsm[pak]|\bsd|school|madrasah"),
    ("rumah sakit|hospital", "Institution", r"rumah sakit|\brs|hospital"),
    ("kabupaten|regency", "Place", r"kabupaten|regency"),
    ("kota|city", "Place", r"kota|city"),
    ("provinsi|province", "Place", r"provinsi|province"),
    ("desa|village", "Place", r"\bdesa|village"),
    ("kecamatan|district", "Place", r"kecamatan|district"),
    ("pulau|island", "Place", r"pulau|island"),
    ("gedung|building", "Place", r"gedung|building"),
    ("taman", "Place", r"taman"),
    ("perpres|perda|pergub|undang-undang|peraturan|aturan|regulasi|regulation|law|raperda|ruu", "Program",
     r"perpres|perda|pergub|perbup|permen|undang|\buu\b|\bruu\b|peraturan|keputusan|instruksi|edaran|regulation|law"),
    ("program|programme|skema|inisiatif|scheme|initiative|project|proyek|kebijakan|policy|beasiswa", "Program", r""),
)  # fmt: skip


def _pattern(noun: str, label: str) -> re.Pattern[str]:
    """The noun as it points back; "perusahaannya" is the institution, "kotanya" may be any town, "perseroan" needs no "ini"."""
    ways = [rf"(?:{noun})\s(?:ini|itu|tersebut)", rf"(?:the|this|that)\s(?:{noun})"]
    ways += [rf"(?:{noun})nya"] if label == "Institution" else []
    ways += ["perseroan"] if "perseroan" in noun else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])", re.IGNORECASE)


_REACH = 4  # sentences that a noun looks back
_PATTERNS = tuple(
    (noun.split("|"), _pattern(noun, label), label, re.compile(within, re.IGNORECASE))
    for noun, label, within in _KINDS
)  # fmt: skip
_LOCAL = {
    "pemkab": "pemerintah kabupaten", "pemerintah kabupaten": "pemerintah kabupaten",
    "pemkot": "pemerintah kota", "pemko": "pemerintah kota", "pemerintah kota": "pemerintah kota",
    "pemprov": "pemerintah provinsi", "pemerintah provinsi": "pemerintah provinsi",
}  # fmt: skip
_SHORTENED = {"pemerintah kabupaten": "pemkab", "pemerintah kota": "pemko", "pemerintah provinsi": "pemprov"}
_GOVERNMENT = re.compile(
    rf"(?<![\w-])(?P<form>{'|'.join(sorted(_LOCAL, key=lambda f: (-len(f), f)))})(?:\s(?:setempat|itu|tersebut))?(?![\w-])(?!(?-i:\s[A-Z(]))",
    re.IGNORECASE,
)


def link_nominals(draft: Draft) -> None:
    """Link nouns of a kind that point back, and "pemkab" and its like where one such government is named."""
    small = draft.text.lower()
    for nouns, pattern, label, within in _PATTERNS:
        if not any(noun in small for noun in nouns):
            continue  # much faster than to look for the pattern
        for match in pattern.finditer(draft.text):
            thing = _last(draft, match.start(), label, within)
            if thing and _free(draft, *match.span()):
                draft.mention(thing, *match.span(), "nominal")
    _link_governments(draft)


def _free(draft: Draft, start: int, end: int) -> bool:
    return not any(s.start < end and start < s.end for s in draft.spans)


def _fits(thing: Thing, within: re.Pattern[str]) -> bool:
    return any(within.search(form) for form in [thing.name, *thing.forms])


def _last(draft: Draft, before: int, label: str, within: re.Pattern[str]) -> Thing | None:
    """The one fitting thing of the nearest sentence before, or None where that names two."""
    sentence = draft.sentence_at(before)
    if sentence is None:
        return None
    index = draft.sentences.index(sentence)
    for earlier in reversed(draft.sentences[max(0, index - _REACH) : index + 1]):
        near = draft.within(earlier.start, min(earlier.end, before), label)
        fitting = {s.entity for s in near if _fits(draft.things[s.entity], within)}
        if fitting:
            return draft.things[fitting.pop()] if len(fitting) == 1 else None
    return None


def _link_governments(draft: Draft) -> None:
    for match in _GOVERNMENT.finditer(draft.text):
        level = _LOCAL[match["form"].lower()]
        fitting = _governments(draft.things.values(), level)
        if len(fitting) == 1 and _free(draft, *match.span()):
            draft.mention(fitting[0], *match.span("form"), "short")


def _governments(things: Iterable[Thing], level: str) -> list[Thing]:
    """The institutions that are governments of this level."""
    starts = (level, _SHORTENED[level])
    return [
        t for t in things if t.label == "Institution" and any(f.lower().startswith(starts) for f in [t.name, *t.forms])
    ]
