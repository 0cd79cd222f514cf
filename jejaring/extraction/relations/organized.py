"""Find ORGANIZED: verbs of holding an event, active and passive, and acts that are events of who does them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses

_HOLD = re.compile(
    r"(?<!turut )(?<!ikut )(?<!melarang )\b(?:(?:kembali\s+)?"
    r"(?:meng(?:gelar|adakan|hadirkan|helat|inisiasi|gagas|agendakan)|menyelenggarakan|"
    r"melaksanakan|melangsungkan|melakukan|membuat)|"
    r"(?:menjadi\s+)?(?:tuan rumah|penyelenggara)|"
    r"(?:held|hold|holds|hosted|hosts|host|organi[sz]ed?|organi[sz]es|organi[sz]ing|staged?|stages|launched|conducted|"
    r"convened?|convenes))\b"
)
_HELD_BY = re.compile(
    r"\b(?:di(?:gelar|selenggarakan|adakan|laksanakan|inisiasi|gagas|helat|langsungkan|prakarsai|kelola|"
    r"lakukan(?= (?:oleh|berkat|atas)\b))|"
    r"(?:held|hosted|organi[sz]ed|staged|initiated) by)\b"
)
# Acts told by a verb that are events themselves: whoever does them holds them.
_ACTS = re.compile(
    r"\b(?:meresmikan|melantik|mengukuhkan|melepas|meluncurkan|membuka|mencanangkan|inaugurated|launched)\b"
)
_ACTED = re.compile(r"\b(?:di(?:resmikan|lantik|kukuhkan|lepas|luncurkan|canangkan)|inaugurated by|launched by)\b")
_COOPERATION = re.compile(r"\s*(?:(?:atas|berkat|hasil) )?(?:kerja ?sama|kolaborasi)(?: antara)?\s+")
_THROUGH = re.compile(r"\b(?:bersama|bekerja sama dengan|berkolaborasi dengan|bersinergi dengan)\b")
# A meeting of two sides is held by both: its people take part.
_SHARED = re.compile(r"(?:pertemuan|pembicaraan|perundingan|audiensi|diskusi|dialog|silaturahmi|talks|meeting)\b", re.I)
# Events that one body holds for itself, or does to others: whose name follows the noun holds it.
_OWNED = re.compile(
    r"(?:rups(?:t|lb)?|rapat umum pemegang saham(?: tahunan| luar biasa)?|public expose(?: insidental)?|paparan publik|"
    r"(?-i:Rapat Paripurna)|rapat tahunan(?: luar biasa)?|town hall meeting|kongres|muktamar|munas|musda|muswil|"
    r"rakernas|rakerwil|"
    r"rakerda|rapimnas|konfer(?:wil|da|cab)|konferensi (?:wilayah|daerah|cabang)|"
    r"musyawarah (?:nasional|wilayah|daerah)|"
    r"serangan(?: udara| rudal| militer| darat| balasan)*|operasi militer|gugatan|invasi|kampanye udara|"
    r"acara|media gathering|public hearing|customer gathering|open house)\b",
    re.I,
)
# "serangan X" with no target is talk of attacks in general.
_ATTACK = re.compile(r"serangan|operasi|invasi|kampanye", re.I)
_AIM = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:ke|terhadap|di|atas|pada)\s")
_OF = re.compile(r"\s*(?:\([A-Z]{2,10}\)\s*)?(?:(?:of|by|oleh|besar|terbaru|milik)\s+)*(?:kepengurusan\s+)?")
_GAP = 70


def organized(draft: Draft) -> Iterator[Proposal]:
    """Proposals of ORGANIZED, event by event in text order."""
    for event in clauses.events(draft):
        for rule in (_active, _passive, _act, _owner):
            yield from rule(draft, event)
    yield from _detached(draft)


def _organizer(draft: Draft, who: Span, event: Span, cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, event.start)
    return Proposal(who.entity, "ORGANIZED", event.entity, start, end, cue, rule, confidence)


def _active(draft: Draft, event: Span) -> Iterator[Proposal]:
    if draft.things[event.entity].attrs.get("kind") == "visit" or _SHARED.match(draft.text, event.start):
        return
    start, _ = clauses.bounds(draft, event.start)
    verbs = list(_HOLD.finditer(draft.text, max(start, event.start - _GAP), event.start))
    if not verbs or clauses.has_verb(draft.text[verbs[-1].end() : event.start]):
        return
    if re.search(
        r"\b(?:di|pada|dalam|saat|oleh|untuk|bersama|terkait|soal|tentang|menuju|jelang|atas|bagi|ke|dari)\b",
        draft.text[verbs[-1].end() : event.start],
    ):
        return
    who = clauses.subject(draft, verbs[-1].start())
    for one in [*who, *_partners(draft, who, verbs[-1].start())]:
        yield _organizer(draft, one, event, verbs[-1].span(), "hold-verb", 0.8)


def _partners(draft: Draft, who: list[Span], verb: int) -> list[Span]:
    """Who holds it too: "A bekerja sama dengan B menggelar X"."""
    match = _THROUGH.search(draft.text, who[-1].end, verb) if who else None
    return [s for s in clauses.following(draft, match.end()) if s.end <= verb] if match else []


def _passive(draft: Draft, event: Span) -> Iterator[Proposal]:
    _, end = clauses.bounds(draft, event.start)
    begin = clauses.chain_end(draft, event)
    verb = _HELD_BY.search(draft.text, begin, min(end, begin + 60))
    if not verb or re.search(r"[;“”]|[.]\s", draft.text[begin : verb.start()]):
        return
    together = _COOPERATION.match(draft.text, verb.end())
    for who in clauses.agents(draft, together.end() if together else verb.end()):
        yield _organizer(draft, who, event, verb.span(), "held-by", 0.8)


def _act(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "X meresmikan Y": the verb itself tells the event."""
    verb = _ACTS.match(draft.text, event.start)
    passive = _ACTED.match(draft.text, event.start)
    for who in clauses.subject(draft, verb.start()) if verb else ():
        yield _organizer(draft, who, event, (event.start, event.end), "act", 0.7)
    for who in clauses.agents(draft, passive.end()) if passive else ():
        yield _organizer(draft, who, event, (event.start, event.end), "act-by", 0.7)


def _owner(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "RUPS PT X", "Kongres Y", "serangan Z": an event of this kind is held by the institution that its name gives."""
    head = _OWNED.match(draft.text, event.start)
    _, end = clauses.bounds(draft, event.start)
    if not head:
        return
    for who in draft.within(head.end(), min(end, head.end() + 60), "Institution")[:1]:
        aimed = not _ATTACK.match(head.group()) or _AIM.match(draft.text, who.end)
        if aimed and _OF.fullmatch(draft.text, head.end(), who.start):
            yield _organizer(draft, who, event, head.span(), "owner", 0.6)


def _detached(draft: Draft) -> Iterator[Proposal]:
    """ "Digelar oleh A, acara ini ..." and "Diselenggarakan oleh A dan B." of the event at hand."""
    for verb in re.compile(rf"(?:{_HELD_BY.pattern})\s+(?:oleh\s+)", re.I).finditer(draft.text):
        start, end = clauses.bounds(draft, verb.start())
        if re.search(r"[a-z]\s+$", draft.text[start : verb.start()]):
            continue
        near = [s for s in clauses.events(draft) if s.end <= end and start - s.end < 300]
        for who in clauses.agents(draft, verb.end()) if near else ():
            yield _organizer(draft, who, near[-1], verb.span(), "held-by", 0.6)
