"""Who or what a statement is about: the subject of a clause, by name or as "program ini", "kerja sama tersebut"."""

from __future__ import annotations

import re

from jejaring.extraction.attribution import said_in
from jejaring.extraction.cues import SAYS
from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._clauses import ACTORS, bounds, enumerations, has_verb, lead_word, subject

_THIS = r"(?:\s+\w+){0,2}?\s*(?:ini|itu|tersebut)\b"
PARTNERSHIP = r"(?:kerja ?sama|kolaborasi|sinergi|kemitraan|kesepakatan|MoU|nota kesepahaman)"
_EVENT = (
    r"kegiatan|acara|ajang|forum|pertemuan|kunjungan|seminar|lokakarya|workshop|festival|pelatihan|kompetisi|lomba"
    r"|kejuaraan|rapat|event|pameran|konferensi|rangkaian|perayaan|peringatan|aksi|turnamen|sosialisasi|diskusi|audiensi"
)
_PROGRAM = (
    r"program|kebijakan|inisiatif|gerakan|inovasi|proyek|skema|aturan|peraturan|perda|raperda|perjanjian|kurikulum"
    r"|aplikasi|regulasi|undang-undang|platform|kampanye|beasiswa|pembangunan|penghargaan|tradisi|perpres"
)
_NOMINAL = re.compile(
    rf"\b(?:(?P<partners>{PARTNERSHIP})|(?P<Event>{_EVENT})|(?P<Program>{_PROGRAM})){_THIS}"
    r"|\b(?:this|the) (?:(?P<program>program(?:me)?|project|scheme|initiative|policy)"
    r"|(?P<event>event|meeting|forum|visit))\b",
    re.IGNORECASE,
)
# "melalui program ini": not what the clause is about.
_GOVERNED = re.compile(
    r"\b(?:melalui|lewat|dalam|dengan|pada|di|terhadap|untuk|dari|oleh|bagi|through|in|at|with|for|of)\s*\Z",
    re.IGNORECASE,
)
EVERY = (*ACTORS, "Program", "Event", "Place")
_BACKWARD = re.compile(
    r"\W*(?:(?:tujuan|fokus|sasaran|prioritas)(?: utama)?nya"
    r"|(?:hal|langkah|upaya|strategi|inovasi|terobosan) (?:ini|itu|tersebut)|ini)\b",
    re.IGNORECASE,
)
_BEING = re.compile(r"\b(?:merupakan|adalah|ialah|is|are)\b[^,;:.\"]{3,120}?\b(?:yang|that|which)\s+(?:\w+\s+){0,2}\Z")
_MEMBERS = {"peserta": "PARTICIPATED_IN", "participants": "PARTICIPATED_IN", "alumni": "ALUMNI_OF"}
_TOLD = re.compile(r"(?:me(?:m|n|ng|ny)|ber|di)[a-z]{4,}|signed|met|visited|held")  # an event told by a verb acts not
_WE = re.compile(r"\b(?:kami|kita|pihaknya|we|our)\b", re.IGNORECASE)
_SPEECH = re.compile(rf"(?:{SAYS.pattern})(?: bahwa| that)?", re.IGNORECASE)


def heads(draft: Draft, at: int, labels: tuple[str, ...]) -> list[str]:
    """Ids of what the clause at `at` is about, of these labels: by name, as "program ini", as "kami"; or none."""
    start, _ = bounds(draft, at)
    nominal = None
    for match in _NOMINAL.finditer(draft.text, start, at):
        nominal = None if _GOVERNED.search(draft.text, start, match.start()) else match
    spans = _spans(draft, at, EVERY)
    if nominal and (not spans or spans[-1].end <= nominal.start()):
        found = _meant(draft, nominal)
    else:
        found = doers(draft, at, EVERY) or _told_before(draft, start, at)
    return [i for i in found if draft.things[i].label in labels]


def _told_before(draft: Draft, start: int, at: int) -> list[str]:
    """What "tujuannya", "hal ini" that opens a sentence is about: the last programme or event of the one before."""
    before = draft.sentence_at(start - 2) if _BACKWARD.match(draft.text, start, at + 20) else None
    if before is None:
        return []
    spans = draft.within(before.start, before.end, "Program", "Event") or subject(draft, before.end - 1)
    return [spans[-1].entity] if spans else []


def pointed(draft: Draft, at: int) -> tuple[list[str], int] | None:
    """What "program ini" right at `at` means, and where it ends; None where nothing of the kind stands there."""
    match = _NOMINAL.match(draft.text, at)
    return (_meant(draft, match), match.end()) if match else None


def _meant(draft: Draft, nominal: re.Match[str]) -> list[str]:
    if nominal["partners"]:
        return _partners(draft, nominal.start())
    label = "Event" if nominal["Event"] or nominal["event"] else "Program"
    known = [s.entity for s in draft.spans if s.end <= nominal.start() and draft.label(s) == label]
    return [max(reversed(known), key=known.count)] if known else []


def _partners(draft: Draft, at: int) -> list[str]:
    """Those who partner in the last sentence before `at` that says so; nobody where it tells of more than three."""
    told = [p for p in draft.proposals if p.type == "PARTNERED_WITH" and p.start <= at]
    last = max((p.start for p in told), default=-1)
    found = list(dict.fromkeys(end for p in told if p.start == last for end in (p.head, p.tail)))
    return found if len(found) <= 3 else []


def doers(draft: Draft, at: int, labels: tuple[str, ...] = ACTORS) -> list[str]:
    """The ids of who does what the verb at `at` says; for "kami" the speaker's institution, else the speaker."""
    start, _ = bounds(draft, at)
    we = list(_WE.finditer(draft.text, start, at))
    spans = _spans(draft, at, labels)
    if we and (not spans or spans[-1].end <= we[-1].start() or spans[0].start > at):
        return [i for i in [speaking_for(draft, at)] if i and draft.things[i].label in labels]
    spans = [s for s in spans if s.kind != "pronoun" or len(spans) == 1]
    return list(dict.fromkeys(i for s in spans for i in _standing_for(draft, s) if draft.things[i].label in labels))


def _standing_for(draft: Draft, span: Span) -> list[str]:
    """Whom a phrase like "peserta X", "alumni X" means: the groups that took part in X or left it; else X itself."""
    edge = _MEMBERS.get(lead_word(draft, span.start))
    groups = [
        p.head
        for p in draft.proposals
        if p.type == edge and p.tail == span.entity and draft.things[p.head].label == "Group"
    ]
    return groups if edge else [span.entity]


def backers(draft: Draft, at: int, labels: tuple[str, ...] = ACTORS) -> list[str]:
    """`doers`; where an event or programme acts ("acara yang menggandeng X"), who holds or runs it."""
    who = doers(draft, at, labels)
    if who and draft.things[who[0]].label != "Program":
        return who
    told = heads(draft, at, ("Event", "Program"))
    return [p.head for p in draft.proposals if p.type in ("ORGANIZED", "RUNS") and p.tail in told] or who


def _spans(draft: Draft, at: int, labels: tuple[str, ...]) -> list[Span]:
    """The subject by name; a verb of saying introduces a clause: "X mengatakan Y akan ..." is about Y."""
    start, _ = bounds(draft, at)
    being = _BEING.search(draft.text, start, at)
    if being:  # "X merupakan pelatihan yang bertujuan ..." is about X
        at = being.start()
    said = [m.end() for m in _SPEECH.finditer(draft.text, start, at)]
    runs = enumerations(draft, said[-1], at, labels) if said else []
    gap = draft.text[said[-1] : runs[0][0].start] if runs else ""
    run = runs[0] if runs and len(gap) < 60 and not has_verb(gap) else subject(draft, at, labels)
    return [_around(draft, s) for s in run if not _TOLD.match(draft.text, s.start)]


def _around(draft: Draft, span: Span) -> Span:
    """The group whose phrase holds `span` ("30 alumni Jagoan Banyuwangi"), else the span itself."""
    groups = (s for s in draft.holding(span.start) if draft.label(s) == "Group" and span.end <= s.end)
    return next(groups, span)


def speaking_for(draft: Draft, at: int) -> str:
    """The institution for which the speaker at `at` holds office, else the speaker; "" where nobody speaks."""
    speaker = speaker_at(draft, at)
    offices = [
        p.tail
        for p in draft.proposals
        if p.type == "HOLDS_POSITION" and p.head == speaker and not p.attrs.get("former")
    ]
    return offices[0] if offices else speaker


def speaker_at(draft: Draft, at: int) -> str:
    """The id of who says the words at `at`; "" where the article does."""
    return said_in(draft).speaker_at(at)
