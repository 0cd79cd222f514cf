"""From tags to spans: pieces cut and joined where a name plainly ends, goes on, or begins as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.names.words import Words
from jejaring.lexicon import HEADS, WORD_LABELS

# Heads that leave no doubt about what the name is.
_KINDS = """
ministry local_government court prosecutor police military embassy parliament university faculty school
hospital regency province district village road airport stadium building office hotel beach mountain river
bridge
"""
_PLAIN_KINDS = frozenset(_KINDS.split())
_DOUBTFUL = frozenset({"kota", "rumah", "sekolah", "pondok", "kampung", "fraksi", "menara", "simpang", "bukit"})
_LISTED = re.compile(
    r"(?:,? (?:dan|serta|&) |, )"
    r"(?!(?:Kementerian|Dinas|Badan|Direktorat|Ditjen|Kepala|Ketua|Menteri|PT|DPR|DPRD|Bank|Komisi)\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}"
)
_BRANCHES = ("Kantor Wilayah ", "Kantor Perwakilan ", "Kantor Staf ", "Kantor Urusan ", "Kantor Komunikasi ")
_LISTING_HEADS = ("kementerian", "dinas", "badan", "direktorat", "sekretariat", "departemen", "komisi", "fakultas")


def spans(text: str, words: Words, tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """The tagged names as offsets and label."""
    for start, end, label in _whole_people(words, tags):
        for a, b, piece in _pieces(words, start, end, label):
            first = text[a:b].split(maxsplit=1)[0].lower().rstrip(".")
            said = "Institution" if text.startswith(_BRANCHES, a) else _plain_label(first, piece)
            said = "Event" if said != "Person" and _EVENT.match(text[a:b]) else said
            yield a, _whole_list(text, a, b) if said == "Institution" and first in _LISTING_HEADS else b, said


# What opens or closes the names of events, and of nothing else.
_EVENT = re.compile(
    r"(?:Festival|Pekan|HUT|Hari|Piala|Kejuaraan|Turnamen|Olimpiade|Konferensi|Seminar|Webinar|Lokakarya|Lomba|Kompetisi|KTT"
    r"|Rapat|Musyawarah|Munas|Muktamar|Kongres|Simposium|Pameran|Kunjungan|Penyerahan|Penandatanganan|Peluncuran"
    r"|Pelantikan|Pertemuan|Milad|Karnaval|Semarak) [A-Z\dk]"
    r"|.* (?:Festival|Fest|Summit|Expo|Championships?|Marathon|Awards?|Cup|Jamboree|Carnival|Grand Prix|Open"
    r"|Exhibition|Symposium|Games|Night Run|Fun Run|Light Festival)(?: (?:[IVX]+|ke-\d+|(?:19|20)\d\d))?$"
)


def _plain_label(first: str, label: str) -> str:
    head = HEADS.get(first)
    if head and head.kind in _PLAIN_KINDS and first not in _DOUBTFUL and label in ("Place", "Institution", "Person"):
        return head.label
    return label


def _whole_list(text: str, start: int, end: int) -> int:
    """Where "Dinas Perindustrian, Perdagangan, dan Koperasi" ends: a list that closes with "dan" is one name."""
    at, closed = end, end
    while match := _LISTED.match(text, at):
        at = match.end()
        if " dan " in match.group() or " serta " in match.group():
            closed = at
            break
    return closed if "," in text[start:closed] else end


def _tagged(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """The tagged spans, as ranges of tokens."""
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != f"I-{label}":
            yield start, i, label
            start = -1
        if tag != "O" and start < 0:
            start, label = i, tag[2:]


def _whole_people(words: Words, tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """The tagged spans; a person takes in the untagged capitalised words right beside it."""
    for start, end, label in _tagged(tags):
        a, b = start, end
        while label == "Person" and a > 0 and tags[a - 1] == "O" and (_joins(words, a - 1, a) or _leads(words, a - 1)):
            a -= 1
        while label == "Person" and b < len(tags) and tags[b] == "O" and _joins(words, b, b):
            b += 1
        yield a, b, label


def _joins(words: Words, i: int, seam: int) -> bool:
    """Whether token `i` can be one more part of a name whose edge is before token `seam`."""
    beside = words.tokens[seam].start - words.tokens[seam - 1].end == 1
    looks = words.shapes[i] == "Xx" and words.classes[i] == "given"
    return beside and looks and not words.first[i] and not words.first[seam]


def _leads(words: Words, i: int) -> bool:
    """Whether token `i` is a word that news does not know otherwise, right before a person's name."""
    beside = words.tokens[i + 1].start - words.tokens[i].end == 1
    return beside and words.shapes[i] == "Xx" and words.classes[i] == "new"


def _pieces(words: Words, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The span as offsets, cut where a person follows a rank, an institution or a place ("Bupati Rokan Hilir Nama")."""
    cut = _person_at(words, start, end, label)
    if cut < end:
        yield words.tokens[cut].start, words.tokens[end - 1].end, "Person"
        label = "Place" if label == "Person" else label
    if cut > start:
        yield words.tokens[start].start, words.tokens[cut - 1].end, label


def _person_at(words: Words, start: int, end: int, label: str) -> int:
    """The token where a person begins inside a span that begins as something else; `end` for nowhere."""
    titled = "title" in words.classes[max(0, start - 8) : start]
    capital = next((i + 1 for i in range(end - 1, start, -1) if words.shapes[i][0] != "X"), start + 1)
    return next((i for i in range(capital, end) if _begins_person(words, i, end, label, titled)), end)


def _begins_person(words: Words, i: int, end: int, label: str, titled: bool) -> bool:
    """Whether a person begins at token `i`, behind which all begin with a capital."""
    if label in ("Institution", "Place"):
        return (words.classes[i] == "hon" and i + 1 < end) or (titled and _is_first_name(words, i))
    after_place = words.classes[i - 1][:3] == "Pla" and words.classes[i][:3] not in ("Pla", "tit")
    return label == "Person" and titled and after_place


def _is_first_name(words: Words, i: int) -> bool:
    word, kind = words.tokens[i].text, words.classes[i]
    return kind in ("given", "new", "cap") and WORD_LABELS.get(word, "").lower() == "b.person"
