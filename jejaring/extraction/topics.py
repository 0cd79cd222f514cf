"""Find topic phrases: what a verb or noun of focus, purpose or support is about, in the shortest form of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Thing

# Verbs of purpose: what follows them is the aim of whoever does it.
_CHANGE = (
    r"meningkatkan|memperkuat|memperluas|memperkokoh|memperdalam|memperlancar|mempermudah|mempercepat|mempererat"
    r"|memperbaiki|mempersempit|mengembangkan|menciptakan|mewujudkan|mengatasi|menekan|mengurangi|menurunkan"
    r"|meminimalkan|mencegah|menjaga|mengoptimalkan|memaksimalkan|memajukan|menumbuhkan|mengentaskan|melestarikan"
    r"|memberdayakan|mengendalikan|menggenjot|mendongkrak|memberantas|memerangi|menanggulangi|melindungi"
    r"|mempromosikan|mendorong|mendukung|mengakselerasi|memacu|mengasah|menjamin|menyejahterakan|mensejahterakan"
    r"|memulihkan|menstabilkan|mengenalkan|menyederhanakan|menyosialisasikan|mengedukasi|menangkal|mengurai|memeratakan"
    r"|menegakkan|menata|menghidupkan|membangkitkan|merawat|mengantisipasi|menanamkan|mendigitalisasi|merevitalisasi"
    r"|boost|strengthen|improve|enhance|promote|address|develop|support|increase|expand|accelerate|advance|tackle|combat"
    r"|reduce|prevent|ensure|foster|encourage|protect|curb|deepen"
)
# Verbs of change: what follows them is a topic of whatever does it.
CHANGE = rf"(?:{_CHANGE})"
# Verbs of purpose: the same after "untuk" and the like, together with those that need such a word to tell an aim.
PURPOSE = (
    rf"(?:{_CHANGE}|mempertahankan|membangun|menangani|memberikan|memberi|menghadirkan|menyediakan|memfasilitasi|membuka"
    r"|membekali|mencetak|menyiapkan|mempersiapkan|membina|mencapai|menghapus|menghilangkan|menyelesaikan|menjembatani"
    r"|memperkenalkan|menyukseskan|merealisasikan|mengefisienkan|menarik|memenuhi|menjadikan|mengawal|memastikan"
    r"|mempertemukan|menggali|membentuk|mengintegrasikan|menyelaraskan|mensosialisasikan|mengelola|melatih|melahirkan"
    r"|build|raise|create|facilitate|attract|provide|achieve|secure)"
)
_TOKEN = re.compile(r"\w+(?:[-'’/.]\w+)*|[^\w\s]")
_VERB = re.compile(rf"(?:{PURPOSE}|me(?:m|n|ng|ny|r|l)?\w{{3,}}kan|mem(?:b|p)er\w+)\Z")
_CONJUNCTION = frozenset("dan serta maupun hingga sekaligus atau and".split())
# The list of phrases ends here.
_STOP = frozenset(
    """sehingga agar supaya karena ketika saat kata ujar ucap tutur jelas ungkap imbuh tambah papar terang lanjut sebut
    menurut sebab namun tetapi tapi sementara maka jika bila apabila kalau setelah sebelum usai sejak selama meski
    meskipun walau walaupun ialah adalah merupakan mengatakan menyebut menjelaskan bukan tidak belum telah sudah akan
    harus bisa dapat mampu perlu juga pun ia dia mereka kami kita saya menjadi demikian melainkan selain said says
    while when because but however is are was were will would has have had he she they it we which who if after before
    during since katanya ujarnya tuturnya ucapnya jelasnya imbuhnya bahwa yaitu yakni seperti""".split()
)
# The short form ends here; what follows in the same member is a modifier and belongs to the long form alone.
_MODIFIER = frozenset(
    """di ke dari untuk bagi yang pada dengan melalui lewat oleh dalam terhadap secara guna sebagai atas kepada demi
    menuju tanpa sesuai akibat berbasis berupa tentang terkait mengenai khususnya terutama sejalan seiring sejak tahun
    di ini itu tersebut melibatkan in for to by through with at on as from that across among between under via this
    these within into amid lain lainnya kami kita mereka sebesar sebanyak bersama antara""".split()
)
_LIGHT = frozenset(
    """berbagai sejumlah setiap beberapa para seluruh semua upaya proses kegiatan hal aspek bidang sektor isu soal
    pentingnya pentingnya cara segala adanya terciptanya terwujudnya berbagai-macam peningkatan penguatan percepatan
    perluasan optimalisasi the a an its their his her our various more all untuk pada dalam terhadap tentang mengenai
    terkait lebih banyak terus terjadinya tercapainya agenda potensi pengembangan fondasi dapat bisa mampu bersama
    ikut turut juga secara semakin kembali""".split()
)
# These are left out of the short form, "penguatan UMKM" -> "UMKM".
_NOUNS_OF_CHANGE = frozenset("peningkatan penguatan percepatan perluasan optimalisasi pengembangan".split())
_GENERIC = frozenset(
    """hal sektor bidang aspek isu topik poin pilar program kegiatan masyarakat warga publik negara bangsa rakyat pihak
    sektor-sektor bidang-bidang aspek-aspek isu-isu program-program sama kerja orang daerah wilayah tahun hari peserta
    mereka kami kita cara langkah upaya peluang kesempatan kontribusi manfaat solusi dukungan dampak hasil informasi
    target tujuan visi misi arahan penjelasan keterangan perhatian apresiasi layanan bantuan area jenis kali hubungan pemerintah sebagainya aspirasi pelaku_usaha penyelenggaraan pelaksanaan
    jumlah keputusan pertanyaan diri kamu kalian anda sesuatu apa siapa nilai anggota nama people things everyone public country way
    ways number part role sosok pelaku anak generasi semangat komitmen rangka satu dua tiga empat lima tempat ruang
    langsung baik utama strategis prioritas penting pekan bulan jam dana uang biaya harapan kondisi kebutuhan akses
    contoh bukti sinergi kolaborasi kerjasama""".split()
)
# Two topics that differ by these alone are one.
_EMPTY = _NOUNS_OF_CHANGE | frozenset(
    "angka tingkat laju jumlah masalah persoalan isu penggunaan program sektor bidang di dan yang para the of".split()
)
# Phrases that begin with these tell no topic.
_VAGUE = frozenset(
    """dampak tantangan persyaratan undangan aspirasi visi misi narasumber dokumen manfaat kontribusi hasil contoh posisi
    kegiatan kamu monday tuesday wednesday thursday friday saturday sunday senin selasa rabu kamis jumat sabtu
    minggu januari februari maret april mei juni juli agustus september oktober november desember maju baik""".split()
)
_LIST = re.compile(
    r"\b(?:seperti|yakni|yaitu|antara lain|di antaranya|mulai dari|meliputi|termasuk|such as|including)\b:?\s*", re.I
)
_NOMINAL = re.compile(r"pe\w+an\Z", re.I)
# After one of these, what is listed belongs to the modifier.
_CLOSING = frozenset("melalui lewat dengan antara yang through with between oleh by".split())
_AMOUNT = re.compile(r"\b(?:rp|usd|juta|miliar|triliun|persen|percent|million|billion)\b|^\d|\d,\d", re.I)
_MAX_SHORT, _MAX_LONG = 6, 14


@dataclass(frozen=True)
class Phrase:
    """A topic phrase: `text[start:end]` is its short form, `text[long_start:long_end]` the long one around it."""

    start: int
    end: int
    long_start: int
    long_end: int


@dataclass
class _Member:
    tokens: list[re.Match[str]]
    joined: str  # "", ",", or the conjunction before it


def phrases(text: str, start: int, end: int) -> list[Phrase]:
    """The topic phrases that begin at `start`: one, or the members of an enumeration."""
    listed = _LIST.search(text, start, min(end, start + 160))
    if listed and not re.search(r"[;\"”]", text[start : listed.start()]):
        inner = phrases(text, listed.end(), end)
        head = _plain(text, start, listed.start())
        if inner:
            return [p for p in head if not _has_quantifier(text, start)] + inner
    return _plain(text, start, end)


def _has_quantifier(text: str, at: int) -> bool:
    return bool(re.match(r"\s*(?:\w+\s+){0,3}?(?:berbagai|sejumlah|beberapa|dua|tiga|empat|lima|enam)\b", text[at : at + 60]))


def _plain(text: str, start: int, end: int) -> list[Phrase]:
    members = _enumerated(_members(text, start, end))
    found = (_phrase(text, m.tokens) for m in _shared_heads(members))
    return [p for p in found if p]


def _members(text: str, start: int, end: int) -> list[_Member]:
    out = [_Member([], "")]
    modifier = ""
    for token in _flat_tokens(text, start, end):
        word = token.group().lower()
        if word in _STOP or (not word[0].isalnum() and word not in ",'’-/–"):
            break
        if word == ",":
            out.append(_Member([], ","))
        elif word in _CONJUNCTION:
            _conjoin(out, word)
        elif not out[-1].tokens and modifier and not _continues(word, modifier):
            out.pop()
            break
        else:
            if word in _MODIFIER and out[-1].tokens:
                modifier = word
            out[-1].tokens.append(token)
    return [m for m in out if m.tokens]


def _flat_tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The tokens outside brackets, up to a bracket that was opened before."""
    depth = 0
    for token in _TOKEN.finditer(text, start, end):
        if token.group() in "()":
            depth += 1 if token.group() == "(" else -1
            if depth < 0:
                return
        elif not depth:
            yield token


def _conjoin(members: list[_Member], word: str) -> None:
    if members[-1].tokens or members[-1].joined != ",":
        members.append(_Member([], word))
    else:
        members[-1].joined = word


def _continues(word: str, modifier: str) -> bool:
    """Whether a member that begins with `word` goes on with the list after one with a modifier."""
    return bool(_VERB.match(word)) or (modifier not in _CLOSING and bool(_NOMINAL.match(word)))


def _enumerated(members: list[_Member]) -> list[_Member]:
    """Members after a comma count only where a conjunction closes the list, or where they begin with a verb."""
    last = max((i for i, m in enumerate(members) if m.joined in _CONJUNCTION), default=0)
    out: list[_Member] = []
    for number, member in enumerate(members):
        verb = bool(_VERB.match(member.tokens[0].group().lower()))
        if member.joined == "," and not verb and (number > last or len(member.tokens) > 8):
            break
        out.append(member)
    return out


def _shared_heads(members: list[_Member]) -> list[_Member]:
    """Members with "pencegahan dan penanggulangan bencana" put back together."""
    out: list[_Member] = []
    for member in members:
        before = out[-1] if out else None
        nominal = [m for m in (before, member) if m and _NOMINAL.match(m.tokens[0].group())]
        if before and len(before.tokens) == 1 and len(nominal) == 2 and len(member.tokens) > 1:
            before.tokens += member.tokens
        else:
            out.append(member)
    return out


def _phrase(text: str, tokens: list[re.Match[str]]) -> Phrase | None:
    words = [t.group().lower() for t in tokens]
    first = 0
    while first < len(words) and (words[first] in _LIGHT or _VERB.match(words[first]) or not words[first][0].isalnum()):
        first += 1
    last = first
    while last < len(words) and last - first < _MAX_SHORT and words[last] not in _MODIFIER and words[last] != "(":
        if last > first and not _adjoining(text, tokens[last - 1], tokens[last]):
            break
        last += 1
    while last > first and not words[last - 1][0].isalnum():
        last -= 1
    if last == first or not _sensible(words[first:last], tokens[first].group()):
        return None
    stop = _long_end(text, tokens, first, last)
    whole = first
    while whole and words[whole - 1] in _NOUNS_OF_CHANGE:
        whole -= 1
    return Phrase(tokens[first].start(), tokens[last - 1].end(), tokens[whole].start(), stop)


def _adjoining(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    return text[left.end() : right.start()].strip() in ("", "dan", "serta", "and")


def _long_end(text: str, tokens: list[re.Match[str]], first: int, last: int) -> int:
    stop = last
    while stop < len(tokens) and stop - first < _MAX_LONG and _adjoining(text, tokens[stop - 1], tokens[stop]):
        stop += 1
    while stop > last and tokens[stop - 1].group().lower() in _MODIFIER:
        stop -= 1
    return tokens[stop - 1].end()


def _sensible(words: list[str], first: str) -> bool:
    if words[0] in _VAGUE or _AMOUNT.search(" ".join(words)) or all(w in _GENERIC | _LIGHT for w in words):
        return False
    return len(" ".join(words)) > 3 or first.isupper()


def topic(draft: Draft, phrase: Phrase) -> Thing:
    """The Topic of `phrase`: the one there is of that name (whatever its case), else a new one, mentioned here."""
    name = draft.text[phrase.start : phrase.end]
    known = {_key(t.name): t for t in draft.things.values() if t.label == "Topic"}
    thing = known.get(_key(name)) or draft.add("Topic", name)
    if not any(s.entity == thing.id and s.start == phrase.long_start for s in draft.spans):
        draft.mention(thing, phrase.long_start, phrase.long_end)
    return thing


def _key(name: str) -> str:
    """What two names of one topic share: "angka stunting" is "stunting"."""
    words = name.casefold().split()
    return " ".join(w for w in words if w not in _EMPTY) or " ".join(words)


def named(draft: Draft, phrase: Phrase, inside: str = "") -> Thing | None:
    """The named thing at the head of `phrase`, where there is one ("program X", "kerja X"): then it is no topic."""
    reach = re.match(r"(?:\W*\w+){0,1}\W*", draft.text[phrase.start : phrase.end])
    limit = phrase.start + (reach.end() if reach else 0)
    for span in draft.spans:
        here = span.start <= phrase.start < span.end
        if span.entity != inside and (here or phrase.start <= span.start <= limit):
            label = draft.label(span)
            if label != "Topic" and (here or label != "Place"):
                return draft.things[span.entity]
    return None


def topics(draft: Draft, start: int, end: int, inside: str = "") -> Iterator[Thing]:
    """The topics that the phrases from `start` name, named things left out but `inside` whose name holds them."""
    for phrase in phrases(draft.text, start, end):
        if not named(draft, phrase, inside):
            yield topic(draft, phrase)
