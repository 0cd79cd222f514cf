"""The step groups: collectives that act, counted ("18 Diplomat Muda") or told by role ("warga Desa X").

A group's later mentions ("para peserta", "mereka", "30 alumni itu") become nominal mentions of the group that the same
noun named last. `attrs.size` is the number where one is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Span, Thing

_ROLES = """
diplomat alumni alumnus lulusan peserta siswa siswi murid mahasiswa pelajar santri taruna praja warga penduduk
petani nelayan peternak pedagang pengusaha buruh pekerja karyawan pegawai asn pns honorer guru dosen dokter perawat
bidan kader relawan sukarelawan anggota delegasi delegat perwakilan utusan atlet pemain pelatih penonton pengunjung
suporter jamaah jemaah peziarah penumpang korban pengungsi penyintas tersangka pelaku umkm ukm startup penculik
personel petugas prajurit polisi anak pemuda pemudi remaja perempuan ibu lansia wni wna tki pmi wisatawan turis
seniman penari musisi penyanyi finalis pemenang juara pembicara narasumber investor buyer pembeli eksportir mitra
bupati gubernur camat lurah menteri pejabat pengurus jajaran pimpinan direksi komisaris tokoh ulama kiai pendeta
massa simpatisan pengemudi driver sopir transmigran penerima pendamping penyuluh panitia juri pendaftar pelamar guru
kandidat calon tenaga jaksa hakim pengacara insinyur peneliti ilmuwan akademisi duta mentor fasilitator pembina
senior orang keluarga kelompok komunitas tim rombongan negara provinsi kabupaten kota desa kelurahan kecamatan rt
sekolah sd smp sma smk kampus universitas perusahaan koperasi lembaga organisasi asosiasi konfederasi partai
kementerian bumn bank pasukan masyarakat unit kapal students participants members people residents officials
delegates farmers fishermen workers teachers soldiers officers diplomats athletes players volunteers families
companies countries nations ministers leaders villagers investors entrepreneurs representatives youths women
children victims passengers tourists alumni graduates"""
ROLES = frozenset(_ROLES.split()) | {
    "ahli waris",
    "wajib pajak",
    "kepala daerah",
    "kepala desa",
    "kepala sekolah",
    "wali kota",
}
# These stand with a capital in the middle of a sentence too ("Tim Perunding Indonesia").
_TITLED = frozenset({"tim", "delegasi", "panitia", "alumni", "warga", "peserta"})
# The public in general, unless counted.
_PUBLIC = frozenset({"masyarakat", "orang", "people"})
# These name a group without any further word.
_BY_THEMSELVES = frozenset({"massa"})
# Nouns that make a group only where they are counted: uncounted they are the public, or generic institutions.
_COUNTED_ONLY = frozenset(
    """orang anak ibu perempuan korban negara provinsi kabupaten kota desa kelurahan kecamatan rt sekolah sd smp
    sma smk kampus universitas perusahaan koperasi lembaga organisasi asosiasi konfederasi partai kementerian
    bank unit kapal juara anggota menteri masyarakat kelompok komunitas tokoh keluarga people members families
    companies countries nations women children students residents officials leaders ministers gubernur bupati
    camat lurah duta tersangka pelaku calon tenaga mitra pimpinan jaksa hakim pelatih dosen dokter guru startup
    umkm""".split()
) | {"kepala daerah", "kepala desa", "kepala sekolah", "wali kota", "wajib pajak"}
_WORD_NUMBERS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11, "selusin": 12, "seratus": 100, "seribu": 1000, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "twenty": 20,
    "thirty": 30, "fifty": 50,
}  # fmt: skip
_SCALES = {
    "puluh": 10,
    "belas": 0,
    "ratus": 100,
    "ribu": 1000,
    "juta": 1_000_000,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
}
_VAGUE = (
    "belasan|puluhan ribu|puluhan|ratusan ribu|ratusan|ribuan|jutaan|sejumlah|beberapa|"
    "dozens of|hundreds of|thousands of|several"
)
_NUMBER = rf"(?:\d+(?:[.,]\d+)*(?:-an)?|{'|'.join(_WORD_NUMBERS)})(?:\s(?:{'|'.join(_SCALES)}))*"
_ROLE = rf"(?:{'|'.join(sorted(ROLES, key=lambda r: (-len(r), r)))})"
_COUNTED = re.compile(
    r"(?<![\w.,/-])(?:(?:lebih dari|hampir|sekitar|more than|about|nearly|over)\s)?"
    rf"(?:(?P<number>{_NUMBER})|(?P<vague>{_VAGUE}))"
    rf"\s(?:\([\w ]+\)\s)?(?:(?:orang|unit|perwakilan|ekor|pasang|young|new)\s)?(?P<role>{_ROLE})(?![\w])",
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"(?<![\w-])(?P<para>para\s|seluruh\s|semua\s|all\s)?(?P<role>{_ROLE})(?![\w-])", re.IGNORECASE)
_TAIL = re.compile(r"[ \u00a0](?P<word>[A-Za-z\d][\w&’'./–-]*\w|[A-Z]|\([\w &-]+\))(?P<stop>[.,;:!?\"”]?)")
_STOP = frozenset(
    """yang di ke pada dalam untuk oleh akan telah sudah ini itu tersebut juga saat ketika serta agar karena bisa dapat
    tidak hadir ikut turut tiba mulai adalah merupakan menjadi sebagai mengaku masih bersama pun antara hingga sampai
    dengan atau kami kita mereka kepada secara lebih lain lainnya tewas meninggal terluka luka selama setiap per antar
    who which that were was are is have has had will from in at to for on as by with said took joined attended and kata
    sementara namun tetapi usai setelah berhasil sehingga maka wajib harus perlu boleh langsung terus kini seperti dan
    maupun baik guna alias kemudian ada inilah sendiri belajar bekerja makan tinggal ingin mau datang pergi pulang masuk
    keluar naik turun lahir mampu siap sepakat antusias tampak terlihat sedang hampir lantaran tanpa turut sejak total
    tingkat""".split()
)
_INTO = frozenset("dari asal se of from di".split())
_VERB = re.compile(
    r"(?:me(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}|di[a-z]{4,}|ber[a-z]{4,}|ter[a-z]{4,}|[a-z]{3,}nya|[a-z]{3,}ed)$"
)
_NOUNS = frozenset("terbaik berprestasi berbakat disabilitas difabel terpilih digital terdampak".split())
_THEY = re.compile(r"(?<!\w)(?:[Mm]ereka|[Tt]hey|[Tt]hem)(?!\w)")


@dataclass(frozen=True)
class _Found:
    """A phrase that may name a group: its span, its noun, its size, and whether it points back."""

    start: int
    end: int
    role: str
    size: int | None
    counted: bool
    back: bool


def groups(draft: Draft) -> None:
    """Find the groups of `draft`, and link the phrases that stand for one named before."""
    for found in _phrases(draft):
        known = _known(draft, found)
        if known:
            kind = "nominal" if found.back else "short" if _short(draft, found) else "name"
            draft.mention(known, found.start, found.end, kind)
        elif not found.back and _stands(draft, found):
            attrs = {"size": found.size} if found.size else {}
            draft.mention(draft.add("Group", draft.text[found.start : found.end], **attrs), found.start, found.end)
    _link_they(draft)


def _known(draft: Draft, found: _Found) -> Thing | None:
    """The group named before that a phrase stands for."""
    earlier = _earlier(draft, found)
    if earlier and (_short(draft, found) or _same(draft, earlier, found)):
        return earlier
    return _cohort_of(draft, found)


def _stands(draft: Draft, found: _Found) -> bool:
    """Whether a phrase says enough to name a group nobody named before."""
    words = draft.text[found.start : found.end].lower()
    return found.counted or words.startswith("para ") or found.role in _BY_THEMSELVES or not _short(draft, found)


def _phrases(draft: Draft) -> Iterator[_Found]:
    for sentence in draft.sentences:
        at = sentence.start
        while match := _next(draft.text, at, sentence.end):
            at = match.end()
            found = _read(draft, match, sentence.end)
            if found:
                at = max(at, found.end)
                yield found


def _next(text: str, start: int, end: int) -> re.Match[str] | None:
    options = [m for p in (_COUNTED, _PLAIN) if (m := p.search(text, start, end))]
    return min(options, key=lambda m: (m.start(), -m.end()), default=None)


def _read(draft: Draft, match: re.Match[str], limit: int) -> _Found | None:
    """The phrase that begins with `match`; None for titles, parts of names and mere generic nouns."""
    parts = match.groupdict()
    counted, role = match.re is _COUNTED, match["role"].lower()
    if draft.holding(match.start("role")):
        return None
    end, back = _extend(draft, match.end(), limit)
    size = size_of(parts["number"]) if parts.get("number") else None
    if role in _PUBLIC and not counted:
        return None
    if not (counted or parts.get("para")) and not _acts(draft, match, end, role):
        return None
    return None if size == 1 else _Found(match.start(), end, role, size, counted, back)


def _acts(draft: Draft, match: re.Match[str], end: int, role: str) -> bool:
    """Whether a plain noun phrase is a collective: no person's office, no generic noun unless "se-" spans a region."""
    inside_a_name = match["role"][0].isupper() and role not in _TITLED and not _opens(draft, match.start())
    if inside_a_name or _office(draft, end):
        return False
    return role not in _COUNTED_ONLY or bool(re.match(r"\sse[- ]?[A-Z]", draft.text[match.end() : match.end() + 6]))


def _opens(draft: Draft, start: int) -> bool:
    """Whether `start` opens a sentence or quotation: elsewhere a capital makes a noun part of some name."""
    return bool(re.search(r"(?:^|[.!?:\n“\"])\s*$", draft.text[max(0, start - 4) : start]))


def _office(draft: Draft, end: int) -> bool:
    """Whether a person's name follows: then the phrase is that person's office."""
    return any(
        draft.label(s) == "Person" and re.fullmatch(r"[\s,]{1,2}", draft.text[end : s.start])
        for s in draft.spans
        if end <= s.start <= end + 2
    )


def _extend(draft: Draft, at: int, limit: int) -> tuple[int, bool]:
    """Where the phrase ends: its noun, what tells whose or which, and the place it is of; whether it points back."""
    end = at
    for count in range(7):
        match = _TAIL.match(draft.text, at)
        if match is None or match.end() > limit:
            break
        word = match["word"]
        if word.lower() in ("ini", "itu", "tersebut"):
            return end, count == 0
        name = next((s for s in draft.spans if s.start == match.start("word")), None)
        if name:
            return (end if draft.label(name) == "Person" else name.end), False
        if not _goes_on(word, into=at > end):
            break
        at = match.end("word")
        if word.lower() not in _INTO:
            end = at
        if match["stop"]:
            break
    return end, False


def _goes_on(word: str, into: bool) -> bool:
    """Whether a word belongs to the phrase; after a preposition (`into`) only a name or another group's noun does."""
    low = word.lower()
    if into:
        return word[0].isupper() or low in ROLES or word[0].isdigit() or low in _WORD_NUMBERS
    verb = _VERB.match(low) and word[0].islower() and low not in _NOUNS
    return low not in _STOP and not verb


def size_of(words: str) -> int | None:
    """The number that digits or number words say: "10.300", "4,89 juta", "dua belas", "three hundred"."""
    parts = words.lower().split()
    first = parts[0]
    scale = 1
    for part in parts[1:]:
        if part == "belas":
            return 10 + _WORD_NUMBERS.get(first, 0)
        scale *= _SCALES[part]
    if first in _WORD_NUMBERS:
        return _WORD_NUMBERS[first] * scale
    if scale > 1 and re.fullmatch(r"\d+[.,]\d{1,2}", first):
        return round(float(first.replace(",", ".")) * scale)
    return int(re.sub(r"[.,]|-an$", "", first)) * scale


def _short(draft: Draft, found: _Found) -> bool:
    """Whether a phrase is the noun alone, with "para" or a number at most."""
    return len(draft.text[found.start : found.end].lower().replace("para ", "").split()) <= 1 + found.counted


def _last_mentions(draft: Draft, before: int) -> Iterator[Span]:
    return (s for s in reversed(draft.spans) if s.end <= before and draft.label(s) == "Group")


def _earlier(draft: Draft, found: _Found) -> Thing | None:
    """The group told last before `found` whose phrase holds the same noun and no other number."""
    for span in _last_mentions(draft, found.start):
        thing = draft.things[span.entity]
        forms = " ".join([thing.name, *thing.forms]).lower()
        if re.search(rf"\b{re.escape(found.role)}\b", forms) and (
            not found.size or thing.attrs.get("size") in (None, found.size)
        ):
            return thing if not found.size or thing.attrs.get("size") == found.size else None
    return None


_MEMBERS = frozenset(["peserta", "participants"])
_JOINED = re.compile(r"\b(?:diikuti|peserta|pesertanya|melibatkan|joined by|attended by)\s(?:oleh\s|sebanyak\s)?$")


def _cohort_of(draft: Draft, found: _Found) -> Thing | None:
    """The counted group that took part in the programme whose "peserta" a phrase names."""
    inside = draft.within(found.start, found.end, "Program", "Event") if found.role in _MEMBERS else []
    for span in _last_mentions(draft, found.start) if inside else ():
        sentence = draft.sentence_at(span.start)
        programmes = {s.entity for s in draft.within(sentence.start, span.start)} if sentence else set()
        if inside[-1].entity in programmes and _JOINED.search(draft.text, max(0, span.start - 30), span.start):
            return draft.things[span.entity]
    return None


def _same(draft: Draft, thing: Thing, found: _Found) -> bool:
    """Whether a longer phrase names the group again: same words, or the same number and noun."""
    words = set(draft.text[found.start : found.end].lower().split()) - {"para", "seluruh", "semua"}
    known = set(" ".join([thing.name, *thing.forms]).lower().split())
    return words <= known or (found.size is not None and thing.attrs.get("size") == found.size)


def _link_they(draft: Draft) -> None:
    """Let "mereka" stand for the group named last in the same or the sentence before, where only one was named."""
    for match in _THEY.finditer(draft.text):
        sentence = draft.sentence_at(match.start())
        if sentence is None:
            continue
        at = draft.sentences.index(sentence)
        start = draft.sentences[max(0, at - 1)].start
        near = {s.entity for s in draft.within(start, match.start(), "Group")}
        if len(near) == 1:
            draft.mention(draft.things[near.pop()], *match.span(), "pronoun")
