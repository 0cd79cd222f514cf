"""Find MEMBER_OF in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.relations._clauses import ACTORS, bounds, enumerations, subject
from jejaring.extraction.relations._squads import squads
from jejaring.extraction.relations._title_words import MEMBERS, comes_from
from jejaring.extraction.relations._titles import Titles
from jejaring.lexicon import known

_OF_FRACTION = re.compile(r"dari\s+(?:Fraksi|Partai)\b")
_GROUP = re.compile(
    r"(?:\d[\d.]*|\w+)?\s*(?:anggota|personel|pegawai|karyawan|siswa|siswi|mahasiswa|santri|pejabat|pengurus|jajaran"
    r"|atlet|kader|prajurit|perwakilan|delegasi|pelajar|guru|dosen|murid|peserta didik|tim dari"
    r"|pemain|members|officials|staff)\b",
    re.IGNORECASE,
)
# "kader X", told without number, mostly means X itself: no body of its own that could be its member.
_COUNTED = re.compile(
    r"\d|(?:para|sejumlah|beberapa|ratusan|puluhan|ribuan|belasan|dua|tiga|lima|delegasi)\b", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:mantan|eks|former)[\s-]+$", re.IGNORECASE)
_JOINS = re.compile(
    r"\b(?:ter|ber)gabung\s+(?:dalam|dengan|di|ke|bersama)\b|\baktif\s+di\b"
    r"|\b(?:menyeberang|hijrah|berlabuh|dipinjamkan|merapat)\s+ke\b|\bterikat\s+kontrak\s+(?:bersama|dengan)\b"
    r"|\bberseragam\s+(?=(?-i:[A-Z]))|\b(?:direkrut|dikontrak|didatangkan|digaet)\s+(?:oleh\s+)?(?=(?-i:[A-Z]))"
    r"|\b(?:menjadi|merupakan|adalah|sebagai)\s+(?:salah\s+satu\s+)?(?:negara\s+)?anggota(?:\s+tetap|\s+penuh|\s+tidak\s+tetap)?\b"
    r"|\bmemperkuat\s+(?=(?-i:[A-Z]))|\bmembela\s+(?=(?-i:[A-Z]))|\bjoin(?:s|ed)\b|\bmembers?\s+of\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:anggota(?:nya)?|negara\s+anggota|pilar(?:-pilar)?|pemain|personel|members?\s+of|skuad)\b",
    re.IGNORECASE,
)
_NAMELY = re.compile(
    r"[^.;:]{0,120}?\b(?:yakni|yaitu|antara lain|di antaranya|sebut saja|seperti|adalah|meliputi|such as"
    r"|including)\b\s*:?"
)
_OTHERS = re.compile(r"\s+(?:lain(?:nya)?|tersebut|itu)\b")
_FROM = re.compile(r"\bdari\s+$", re.IGNORECASE)
_BODY = re.compile(r"(?:Kelompok|Komunitas|Partai|Fraksi|Serikat|Aliansi|Koalisi|Paguyuban|Sanggar|Karang Taruna)\b")
_COMES_FROM = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?:yang\s+(?:berasal\s+)?)?dari\s+(?:(?:tim|klub|pihak)\s+)?")
_RELATIVE = re.compile(r"\s*(?:\([^()]*\))?,?\s*(?:yang|who)\s+(?:[\w-]+\s+){0,3}$")
_JOINING = 0.6  # the confidence of joining, which alone may be planned or denied
_TITLE_ROOM = 60  # characters that a title may take before the first name of a list


def member_of(draft: Draft) -> Iterator[Proposal]:
    """Proposals of MEMBER_OF: "anggota X" beside a name, lists of members, groups named after X, joining X."""
    yield from _titled(draft)
    yield from _listed(draft)
    yield from _grouped(draft)
    yield from _joined(draft)
    yield from _from(draft)
    for player, team, cue in squads(draft):
        yield _proposal(draft, player, team, cue, 0.7)


def _titled(draft: Draft) -> Iterator[Proposal]:
    """A member's title beside a name or as "anggota X itu", and the parliamentary group in anybody's title."""
    members, offices = Titles(draft, MEMBERS), Titles(draft)
    named = [s for s in draft.spans if draft.label(s) == "Person" and s.kind in ("name", "short")]
    found = [(p, t) for p in named for t in members.of(p)] + list(members.nominal())
    for person, title in found:
        for whole in draft.within(title.start, title.end, "Institution"):
            yield _proposal(draft, person.entity, whole.entity, (title.start, title.end), 0.75)
    for person, title in [(p, t) for p in named for t in offices.of(p)]:
        for whole in draft.within(title.start, title.end, "Institution"):
            words = draft.text[title.start : whole.end]
            if comes_from(words) or _OF_FRACTION.match(words, max(0, whole.start - title.start - 5)):
                yield _proposal(draft, person.entity, whole.entity, (title.start, title.end), 0.75)


def _listed(draft: Draft) -> Iterator[Proposal]:
    """ "negara anggota X, yakni A, B, dan C", "anggota lainnya seperti A": each is a member of X."""
    for cue in _LIST.finditer(draft.text):
        start, end = bounds(draft, cue.start())
        run = _named(draft, cue.end(), end)
        wholes = draft.within(cue.end(), run[0].start, "Institution") if run else []
        if run and not wholes and _OTHERS.match(draft.text, cue.end()):
            before = draft.within(start, cue.start(), "Institution")
            wholes = [s for s in before if _FROM.search(draft.text, start, s.start)][-1:]
        for whole in wholes:
            for one in run:
                if one.entity != whole.entity:
                    yield _proposal(draft, one.entity, whole.entity, cue.span(), 0.7)


def _named(draft: Draft, start: int, end: int) -> list[Span]:
    """The run behind "yakni" or the like, in `text[start:end]`."""
    namely = _NAMELY.match(draft.text, start, end)
    runs = enumerations(draft, namely.end(), end, ("Person", "Institution")) if namely else []
    return runs[0] if namely and runs and runs[0][0].start - namely.end() < _TITLE_ROOM else []


def _grouped(draft: Draft) -> Iterator[Proposal]:
    """A group that is named after its institution: "personel Polda Riau"."""
    forms = sorted({(f, t.id) for t in draft.things.values() if _whole(t) for f in (t.name, *t.forms)})
    for span in draft.spans:
        name = draft.text[span.start : span.end]
        if _FORMER.search(draft.text, max(0, span.start - 12), span.start):
            continue
        if draft.label(span) != "Group" or not ((_COUNTED.match(name) and _GROUP.match(name)) or "tergabung" in name):
            continue
        whole = max((f for f in forms if name.endswith(f[0]) and len(f[0]) > 1), key=lambda f: len(f[0]), default=None)
        if whole:
            yield _proposal(draft, span.entity, whole[1], (span.start, span.end), 0.65)


def _whole(thing: Thing) -> bool:
    """Whether a group can be named after its institution; a country's delegation is none of its members."""
    return thing.label == "Institution" and known("Place", thing.name) is None


def _joined(draft: Draft) -> Iterator[Proposal]:
    """ "A tergabung dalam X", "A menjadi anggota X"."""
    for cue in _JOINS.finditer(draft.text):
        _, end = bounds(draft, cue.start())
        wholes = _wholes(draft, cue.end(), end)
        heads = _heads(draft, cue.start()) if wholes else []
        for head in heads:
            for whole in wholes:
                if head.entity != whole.entity:
                    yield _proposal(draft, head.entity, whole.entity, cue.span(), _JOINING)


def _from(draft: Draft) -> Iterator[Proposal]:
    """ "A dari Kelompok X": A is one of X; "A dari Kementerian X" rather has a post there."""
    for person in [s for s in draft.spans if draft.label(s) == "Person" and s.kind in ("name", "short")]:
        of = _COMES_FROM.match(draft.text, person.end)
        whole = next((s for s in draft.starting(of.end(), of.end() + 1)), None) if of else None
        if of and whole and draft.label(whole) == "Institution" and _BODY.match(draft.things[whole.entity].name):
            yield _proposal(draft, person.entity, whole.entity, of.span(), 0.65)


def _heads(draft: Draft, at: int) -> list[Span]:
    """Who joins: the actor before "yang tergabung", else the subject."""
    start, _ = bounds(draft, at)
    near = [s for s in draft.within(start, at, *ACTORS) if _RELATIVE.fullmatch(draft.text[s.end : at])]
    return near[-1:] or subject(draft, at, ACTORS)


def _wholes(draft: Draft, start: int, end: int) -> list[Span]:
    """The institutions joined by words that end at `start`."""
    first = next(iter(draft.within(start, end, "Institution")), None)  # behind "anggota" it stands in no title
    if first is None or first.start - start >= 40 or re.search(r"[,.;]|\byang\b", draft.text[start : first.start]):
        return []
    runs = enumerations(draft, start, end, ("Institution",))
    return runs[0] if runs and runs[0][0] == first else [first]


def _proposal(draft: Draft, head: str, whole: str, cue: tuple[int, int], confidence: float) -> Proposal:
    start, end = bounds(draft, cue[0])
    standing = None if confidence == _JOINING else "asserted"
    return Proposal(head, "MEMBER_OF", whole, start, end, cue, "membership", confidence, modality=standing)
