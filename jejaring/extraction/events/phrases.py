"""Noun phrases that name or describe a happening: "Festival Padi 2025", "rapat terbatas", "kunjungan kerja ke Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft
from jejaring.extraction.events.heads import CLOSING, CLOSING_KIND, GENERIC, KIND_OF
from jejaring.text.sentences import Sentence


@dataclass(frozen=True)
class Phrase:
    """`text[start:end]` tells an event; `head` is its head noun, `named` where it is a proper name.

    `deictic` marks a phrase that points back ("rapat itu"); `theme` is the span of its title ("bertajuk 'X'").
    """

    start: int
    end: int
    kind: str
    head: str
    named: bool = False
    deictic: bool = False
    theme: tuple[int, int] | None = None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALTERNATIVES = "|".join(sorted((re.escape(h) for h in KIND_OF), key=lambda h: (-len(h), h)))
# A capital right behind a small letter begins a word too: pages lose blanks at their links ("diPiala Dunia").
_START = r"(?:(?<![\w-])|(?-i:(?<=[a-z])(?=[A-Z])))"
_HEAD = re.compile(rf"{_START}(?P<head>{_ALTERNATIVES})(?P<own>nya)?(?![\w])", re.IGNORECASE)
# A year or an acronym ends a word, though a small word is glued to it ("2025dengan").
_GLUED = r"(?:19|20)\d\d(?=[a-z]{2})|[A-Z]{2,}(?=(?:yang|dan|dengan|untuk|akan|juga)\b)"
_NEXT = re.compile(
    rf"[ \u00a0](?:[\"'“‘(]?)(?P<word>{_GLUED}|[\w&’'./@–-]*[\w&)])(?P<close>[\"'”’)]*)(?P<stop>[.,;:!?]?)"
)
_CAPITAL = re.compile(r"[(]?(?:[A-Z\d][\w&’'./–-]*|ke-\d+|&)\)?$")
_VERB = re.compile(r"(?:me(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}|di[a-z]{4,}|ber[a-z]{3,}|ter[a-z]{4,}|[a-z]{3,}nya)$")
_NO_VERB = _words(
    "digital direktur media menteri diplomatik bersama berbasis berkelanjutan disabilitas dinas metode mental"
)
_STOP = _words(
    """yang di pada dalam oleh saat ketika karena agar supaya akan telah sudah juga sebagai selama sejak hingga sampai
    adalah merupakan bisa dapat tidak bukan menjadi mulai usai setelah sebelum maka sehingga serta maupun atau namun
    tetapi lalu kemudian secara guna demi para atas masih pun hanya lebih ada kata ujar tutur lewat melalui antara
    dengan dari bersama seperti that which who was were is are will has had have to at on by with from after during
    before held said when where as it he she they be would could beserta termasuk terkait nanti mendatang
    sesuai baik belum perlu pasti langsung semakin terutama pernah sempat along tambah sebanyak sekitar sebesar serupa
    setiap seluruh semua lainnya lain sendiri bila jika bagi terhadap but not naik turun tiba lahir datang batal
    ada hadir ikut masuk beberapa para turut tanpa kami kita saya mereka beliau dia anda"""
)
# Heads that are verbs or other words too, in English or beside Indonesian ones.
_ENGLISH = _words(
    """launch visit address talks trip war protest protests strike crash flood floods open race cup signing listing
    training meeting speech rally summit forum fair duel fest hearing"""
) - _words("forum summit duel fest fair")
_DETERMINER = re.compile(
    r"\b(?:an?|the|this|that|its|his|her|their|our|of|at|in|during|for|after|before|with|first|second|joint|annual|hold|"
    r"held|[a-z]+(?:al|ic|ly)|[\w]+[’']s)\s$",
    re.IGNORECASE,
)
_DEICTIC = _words("ini itu tersebut tsb")
_INNER = _words("dan of the for and & untuk menuju dalam on in de bagi antar se ke")
_TAKES = {  # prepositions that lead on to what the event is about
    "visit": _words("ke to"),
    "workshop": _words("untuk bagi tentang for on about kepada"),
    "training": _words("untuk bagi tentang for on about kepada"),
    "disbursement": _words("kepada untuk for to bagi"),
    "signing": _words("of tentang"),
    "launch": _words("of"),
    "other": _words("of kepada dari"),
}
_MAX_WORDS = 9
_THEME = re.compile(
    r"\s*(?:yang )?(?:bertajuk|bertema(?:kan)?|berjudul|dengan tema|dengan tajuk|titled|themed|entitled|called)?\s*"
    r"[\"“'‘](?P<theme>[^\"”’\n]{4,140})[\"”'’]"
)
_TITLE_CASE = re.compile(
    r"(?:(?<![\w-])|(?<=[a-z])(?=[A-Z]))(?:The |the )?(?:[A-Z\d][\w&’'.–-]*)"
    rf"(?: (?:(?:of|the|for|on|and|&|in) )?(?:{_GLUED}|[A-Z\d][\w&’'–-]*|\([A-Z][\w-]{{1,9}}\)))+"
)
# A round of a competition is no part of its name.
_ROUND = re.compile(r"(?:(?:Babak )?(?:Grup [A-L]|Penyisihan|Perempat ?[Ff]inal|Semi ?[Ff]inal|Final|Kualifikasi)\s)*")
_OFFICE = _words(
    "ketua wakil anggota direktur kepala sekretaris presiden menteri panitia koordinator founder ceo chairman"
)
_LEADING = _words(
    "dalam pada di ke saat usai setelah sementara adapun untuk oleh para dari dengan selain melalui jelang "
    "menjelang the in at on for after ajang acara event kegiatan gelaran agenda"
)
_CUE = re.compile(
    r"(?<![\w-])(?P<cue>acara|kegiatan|ajang|gelaran|event|agenda|perhelatan|giat|puncak|peringatan|perayaan)\s"
    r"(?:bertajuk\s)?[\"'“‘]?(?P<name>[A-Z][\w&’–-]+(?: (?:(?:dan|of|the|&|untuk) )?(?:[A-Z\d][\w&’–-]*|ke-\d+))+)"
)


# Nouns that open events' names and mean something else elsewhere: "Pekan Batik", but "pekan ini".
_OPENING_KINDS = {
    "Pekan": "festival", "Gebyar": "festival", "Semarak": "festival", "Gelar": "festival", "Pentas": "festival",
    "Pesta": "festival", "Tradisi": "festival", "Bulan": "other", "Hari": "other", "Temu": "meeting", "Malam": "other",
    "Kelas": "training", "Sekolah Lapang": "training", "Forum": "meeting", "Uji Coba": "other", "Aksi": "other",
}  # fmt: skip
_OPENED = re.compile(
    rf"(?<![\w-])(?P<head>{'|'.join(sorted(_OPENING_KINDS))})"
    r"(?P<rest>(?: (?:(?:dan|of|untuk) )?(?:[A-Z\d][\w&’'–-]*|ke-\d+))+)"
)
_NO_EVENT = re.compile(
    r" (?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September"
    r"|Oktober|November|Desember|Ini|Itu|Ramadan|Ramadhan|Lalu|Depan|Kerja|Esok|Besok|Tua|\d)"
)
# These are verbs or institutions too, and events only in a year or edition, or behind a word for events.
_DOUBTFUL = frozenset(["Gelar", "Tradisi", "Kelas", "Forum", "Aksi", "Malam", "Sekolah Lapang", "Pesta"])
_EDITION = re.compile(r"(?:19|20)\d\d$|ke-\d+")
_CALLED = re.compile(r"\b(?:acara|ajang|kegiatan|event|gelaran|menggelar|mengadakan|menghadiri|membuka|dalam|pada) $")


def taken(draft: Draft, start: int, end: int) -> bool:
    """Whether a name already found covers `text[start:end]`."""
    return any(s.start <= start and end <= s.end for s in draft.spans)


def _fits(word: str, kind: str, count: int, last_capital: bool) -> bool:
    low = word.lower()
    if _CAPITAL.match(word):
        return True
    if low in _TAKES.get(kind, ()) or (low in _INNER and last_capital) or (kind == "training" and count == 0):
        return low not in _STOP or low in _TAKES.get(kind, ()) or low in _INNER
    return low not in _STOP and (low in _NO_VERB or not _VERB.match(low)) and count < _MAX_WORDS


def _extend(draft: Draft, head: re.Match[str], kind: str, limit: int, dates: list[tuple[int, int]]) -> tuple[int, bool]:
    """Where the phrase of a head ends, and whether it points back."""
    at, count, last_capital = head.end(), 0, head["head"][0].isupper()
    good = at
    while (match := _NEXT.match(draft.text, at)) and match.end() <= limit:
        word = match["word"]
        if word.lower() in _DEICTIC:
            return good, count <= 2
        closed = word.lower() in ("dan", "and") and draft.text[at - 1] in ")0123456789"
        if closed or any(a <= match.start("word") < b for a, b in dates) or not _fits(word, kind, count, last_capital):
            break
        at, count, last_capital = match.end(), count + 1, bool(_CAPITAL.match(word))
        if word.lower() not in _INNER and word.lower() not in _TAKES.get(kind, ()):
            good = match.end("word") + len(
                match["close"] if "(" in draft.text[match.start() : match.start("word")] else ""
            )
        if match["stop"] or (match["close"] and match["close"] != ")"):
            break
    return good, False


def headed(draft: Draft, sentence: Sentence, dates: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The phrases of one sentence that open with the noun of an event."""
    at = sentence.start
    while match := _HEAD.search(draft.text, at, sentence.end):
        at = match.end()
        if taken(draft, match.start(), match.end()):
            continue
        kind = KIND_OF[match["head"].lower()]
        if match["head"].lower() in _ENGLISH and not _determined(draft.text, match):
            continue
        if match["head"].lower() in GENERIC and (match["own"] or _HEAD.match(draft.text, match.end() + 1)):
            continue  # "acara peluncuran X" is the launch
        end, deictic = _extend(draft, match, kind, _tournament(draft, match, sentence.end), dates)
        rest = draft.text[match.end() : end].split()
        if match["head"].lower() in GENERIC and (deictic or not rest):
            continue
        named = match["head"][0].isupper() and bool(rest) and bool(_CAPITAL.match(rest[0])) and not match["own"]
        yield Phrase(match.start(), end, kind, match["head"].lower(), named, deictic, _theme(draft.text, end))
        at = max(at, end)


_ROUNDS = _words("laga pertandingan duel pertarungan")


def _tournament(draft: Draft, head: re.Match[str], limit: int) -> int:
    """Where the phrase of a match must end: at the name of its tournament ("laga Grup B Piala X"), an event itself."""
    if head["head"].lower() not in _ROUNDS:
        return limit
    names = (m for m in _HEAD.finditer(draft.text, head.end(), limit) if m["head"][0].isupper())
    return next((m.start() - 1 for m in names if KIND_OF[m["head"].lower()] == "competition"), limit)


def _determined(text: str, head: re.Match[str]) -> bool:
    """Whether an English head is a noun here, not a verb: it has a capital, or an article or adjective before it."""
    inside_title = head["head"][0].isupper() and text[head.start() - 1 : head.start()] == " "
    return inside_title or bool(_DETERMINER.search(text, max(0, head.start() - 18), head.start()))


def _theme(text: str, end: int) -> tuple[int, int] | None:
    match = _THEME.match(text, end)
    return match.span("theme") if match else None


def _kind_of_title(words: list[str]) -> str | None:
    """The kind of a title that closes with the noun of an event, number and place after it aside."""
    low = [w.lower().strip(".,’'") for w in words if w[0] != "("]
    heads = [n for n, w in enumerate(low) if w in CLOSING and n > 0]
    if not heads or len(low) - 1 - heads[-1] > 3:
        return None
    head = low[heads[-1]]
    return CLOSING_KIND.get(head) or KIND_OF.get(head, "other")


def titled(draft: Draft, sentence: Sentence, dates: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The capitalised phrases of one sentence that close with the noun of an event ("Kopi Sore Festival 2025")."""
    for match in _TITLE_CASE.finditer(draft.text, sentence.start, sentence.end):
        start, words = match.start(), match.group().split()
        start += len(_ROUND.match(match.group())[0])  # type: ignore[index]
        words = draft.text[start : match.end()].split()
        while words and words[0].lower() in _LEADING:
            start += len(words.pop(0)) + 1
        kind = _kind_of_title(words)
        if kind and len(words) > 1 and words[0].lower() not in _OFFICE and not taken(draft, start, match.end()):
            yield Phrase(start, match.end(), kind, words[-1].lower(), named=True)


def opened(draft: Draft, sentence: Sentence, dates: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The proper names of one sentence that open with a noun like "Pekan" ("Pekan Data Pesisir 2025")."""
    for match in _OPENED.finditer(draft.text, sentence.start, sentence.end):
        head, rest = match["head"], match["rest"]
        sure = head not in _DOUBTFUL or _EDITION.search(rest)
        called = _CALLED.search(draft.text[max(0, match.start() - 14) : match.start()])
        if not _NO_EVENT.match(rest) and (sure or called) and not taken(draft, *match.span()):
            yield Phrase(match.start(), match.end(), _OPENING_KINDS[head], head.lower(), named=True)


def cued(draft: Draft, sentence: Sentence, dates: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The proper names of one sentence that a noun like "acara" or "ajang" calls an event."""
    for match in _CUE.finditer(draft.text, sentence.start, sentence.end):
        start, end = match.span("name")
        if not any(s.start < end and start < s.end for s in draft.spans):
            kind = _kind_of_title(match["name"].split()) or KIND_OF.get(match["name"].split()[0].lower(), "other")
            yield Phrase(start, end, kind, match["cue"].lower(), named=True)
