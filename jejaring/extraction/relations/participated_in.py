"""Find PARTICIPATED_IN: attendance, speakers, companions, sides of a meeting or signing, teams of a competition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses
from jejaring.extraction.relations._attendance import (
    SAYS,
    companions,
    listed_after,
    opening,
    part,
    present,
    remarks,
)
from jejaring.extraction.relations._happenings import meetings, visits
from jejaring.extraction.relations.organized import organized

_ATTEND = re.compile(
    r"\b(?:(?P<opens>membuka|opened)|(?P<closes>menutup|closed)|(?P<leads>memimpin|led|chaired)|"
    r"(?P<speaks>berbicara|berpidato|menjadi pembicara|menyampaikan (?:pidato|sambutan|orasi|paparan)\w*(?: kunci)?|"
    r"spoke|speaking|delivered \w+ (?:speech|remarks))|"
    r"(?P<receives>menerima|meraih|menyabet)(?= (?:\w+ ){0,2}(?:penghargaan|anugerah|award))|"
    r"menghadiri|hadir|menyaksikan(?: langsung)?|mengisi|bergabung|mengikuti|diikutsertakan|ikut(?: serta)?|"
    r"berpartisipasi|"
    r"turut serta|"
    r"(?:turut|ikut) (?:melaksanakan|menggelar|menyelenggarakan)|ambil bagian|meramaikan|"
    r"tampil|berlaga|bertanding|bersaing|berkompetisi|menjuarai|lolos|menembus|"
    r"attend(?:ed|s|ing)?|join(?:ed|s|ing)?|participat(?:ed|es|ing) in|(?:took|taking) part in|"
    r"compet(?:ed|es|ing) in)\b"
)
_ROLES = {"opens": "pembuka", "closes": "penutup", "leads": "pemimpin", "speaks": "pembicara", "receives": "penerima"}
_ATTENDED = re.compile(
    r"\b(?:dihadiri|diikuti|diramaikan|dimeriahkan|(?P<witness>disaksikan)|(?P<opens>dibuka)|(?P<leads>dipimpin)|"
    r"(?:dengan )?pesertanya(?: adalah| terdiri atas| terdiri dari)?|dengan peserta|"
    r"menghadirkan|melibatkan|attended by|joined by|opened by|witnessed by|led by)\b"
)
# What may stand between a verb of attending and its event.
_ASIDE = re.compile(
    r"\bpada\b|\b(?:dan|sekaligus|serta) (?:memberikan|menyampaikan) (?:arahan|sambutan|materi|paparan)\b"
)
_ALONG = re.compile(r"\s*(?:ini|itu|tersebut)?,?\s*(?:bersama(?: dengan)?|together with|along with)\s+")
_DURING = re.compile(
    r"\b(?:dalam|saat|pada|di sela(?:-sela)?|disela(?:-sela)?|usai|seusai|selepas|setelah|ketika|di|at|during|after|"
    r"on the sidelines of)\b"
)
_PLAYS = re.compile(
    r"\b(?:melawan|mendapatkan|menyabet|mendominasi|finis|memulai|menargetkan|menghadapi|menembus|"
    r"meraih|merebut|tampil|bermain|kalah|menang|mengalahkan|lolos|berlaga|bertanding|"
    r"mencetak|menjuarai|bersaing|turun|promosi|beat|defeated|won|lost|faced|reached|qualified)\b"
)
_GIVEN = re.compile(r"\s+kepada\s+")
_FOR = re.compile(r"\s+(?:kepada|untuk|bagi|for)\s+")
_PARTIES = ("workshop", "training", "visit", "competition", "award", "disbursement", "signing", "meeting", "other")
_VERSUS = re.compile(r"\b(?:vs|versus|melawan|kontra|antara|between|dan|and)\b|[–-]")
_ASKED = re.compile(r"\b(?:meminta|memfasilitasi|menjembatani|mengusulkan|mempererat)\b")
_MEETS = re.compile(r"ber(?:temu|jumpa|audiensi|dialog|diskusi|unding)|menemui|met\b|meets?\b")
_HAS = re.compile(r"\b(?:melakukan|mengadakan|menggelar|usai|seusai|menerima|held|after)\s+(?:\w+\s+){0,1}$")
_AGREEMENT = re.compile(
    r"\b(?:MoUs?|[Mm]emoranda|[Nn]ota|[Kk]esepahaman|[Kk]esepakatan|[Pp]erjanjian|[Kk]erja ?[Ss]ama|"
    r"[Aa]greement|[Mm]emorandum|"
    r"[Kk]omitmen|[Dd]eklarasi|[Kk]ontrak)\b"
)


def participated_in(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PARTICIPATED_IN; who organised an event is not repeated as its participant."""
    told = [*_of_meetings(draft), *_of_visits(draft)]
    events = clauses.events(draft, "Event", "Program")
    for event in events:
        for rule in (_attending, _attended, _speaking, _signing, _competing, _party, _sides):
            told += rule(draft, event)
    organizers = list(organized(draft))
    known = {p.tail for p in [*told, *organizers]}
    main = [e for e in events if e.entity in known and draft.label(e) == "Event"]
    for later in (opening, present, companions, remarks):
        told += later(draft, main or [e for e in events if draft.label(e) == "Event"])
    held = {(p.head, p.tail) for p in organizers}
    yield from (p for p in told if (p.head, p.tail) not in held and not clauses.vague(draft, p.head))


def _with_role(proposal: Proposal, cue: re.Match[str]) -> Proposal:
    role = _ROLES.get(cue.lastgroup or "") or ("saksi" if cue.lastgroup == "witness" else None)
    if role:
        proposal.attrs["role"] = role
    return proposal


def _of_meetings(draft: Draft) -> Iterator[Proposal]:
    for event, told in meetings(draft):
        for p in told:
            for end in (p.head, p.tail):
                yield Proposal(end, "PARTICIPATED_IN", event.id, p.start, p.end, p.cue, "met", p.confidence)


def _of_visits(draft: Draft) -> Iterator[Proposal]:
    for event, told in visits(draft):
        for p in told:
            yield Proposal(p.head, "PARTICIPATED_IN", event.id, p.start, p.end, p.cue, "visited", p.confidence)


def _attending(draft: Draft, event: Span) -> Iterator[Proposal]:
    start, _ = clauses.bounds(draft, event.start)
    verbs = list(_ATTEND.finditer(draft.text, max(start, event.start - 70), event.start))
    if not verbs or clauses.has_verb(_ASIDE.sub(" ", draft.text[verbs[-1].end() : event.start])):
        return
    if draft.label(event) == "Program" and verbs[-1].lastgroup in ("opens", "closes", "leads"):
        return  # who opens or leads a programme runs it
    who = clauses.subject(draft, verbs[-1].start())
    for one in who:
        yield _with_role(part(draft, one, event, verbs[-1].span(), "attend", 0.8), verbs[-1])
    _, end = clauses.bounds(draft, event.start)
    along = _ALONG.match(draft.text, event.end, end) if who else None
    for other in clauses.following(draft, along.end()) if along else ():
        yield part(draft, other, event, verbs[-1].span(), "attend-with", 0.7)


def _attended(draft: Draft, event: Span) -> Iterator[Proposal]:
    _, end = clauses.bounds(draft, event.start)
    for verb in _ATTENDED.finditer(draft.text, event.end, min(end, event.end + 160)):
        gap = draft.text[event.end : verb.start()]
        active = verb.group().startswith("me")
        if re.search(r"[;“”]|[.]\s", gap) or (active and clauses.has_verb(gap.replace("yang", ""))):
            return
        for who in clauses.agents(draft, verb.end()) if active else listed_after(draft, verb.end()):
            yield _with_role(part(draft, who, event, verb.span(), "attended", 0.8), verb)


def _speaking(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "kata X dalam EVENT", "dalam EVENT, X mengatakan"."""
    if draft.label(event) != "Event" or draft.things[event.entity].attrs.get("kind") in ("disaster", "speech"):
        return
    start, _ = clauses.bounds(draft, event.start)
    during = [m for m in _DURING.finditer(draft.text, start, event.start) if event.start - m.end() < 50]
    if not during or clauses.has_verb(
        re.sub(r"\b(?:acara|saat|ketika|usai|pada|ditemui|dijumpai)\b", " ", draft.text[during[0].end() : event.start])
    ):
        return
    says = list(SAYS.finditer(draft.text, start, during[0].start()))
    who = clauses.following(draft, says[-1].end(), ("Person",), reach=110)[:1] if says else []
    if who and who[0].end <= during[0].start() and clauses.lead(draft, who[0]) == says[-1].group().lower():
        yield part(draft, who[0], event, says[-1].span(), "spoke-at", 0.75)
        return
    gap = draft.text[says[-1].end() : during[0].start()] if says else ""
    if says and not who and len(gap) < 30 and not clauses.has_verb(gap):
        for speaker in clauses.subject(draft, during[0].end(), ("Person",))[:1]:
            yield part(draft, speaker, event, says[-1].span(), "said-at", 0.65)


def _competing(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Who does anything at a competition takes part in it: "A menembus final X", "A melawan B pada laga X"."""
    start, _ = clauses.bounds(draft, event.start)
    if draft.things[event.entity].attrs.get("kind") != "competition":
        return
    at = re.compile(r"\b(?:di|pada|dalam|ke|final|at|in)\s+(?:\w+\s+){0,2}$").search(draft.text[start : event.start])
    verbs = list(_PLAYS.finditer(draft.text, start, event.start)) if at else []
    for verb in verbs[:1]:
        for who in [*clauses.subject(draft, verb.start()), *clauses.following(draft, verb.end(), reach=30)]:
            yield part(draft, who, event, verb.span(), "competes", 0.55)


def _party(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Who stands in the phrase itself: "wisuda 35 lansia", "laga A vs B", "penyerahan bantuan kepada warga".

    An institution alone there is whose event it is, not who takes part.
    """
    kind = draft.things[event.entity].attrs.get("kind")
    if kind not in _PARTIES:
        return
    _, end = clauses.bounds(draft, event.start)
    to = (_FOR if kind in ("workshop", "training") else _GIVEN).match(draft.text, event.end, end)
    inside = draft.within(event.start, event.end, *clauses.ACTORS)
    if len(inside) < 2 or not _VERSUS.search(draft.text, event.start, event.end):
        inside = [s for s in inside if draft.label(s) != "Institution"]
    for who in [*inside, *(clauses.following(draft, to.end()) if to else ())]:
        yield part(draft, who, event, (event.start, event.end), "party", 0.5)


def _sides(draft: Draft, event: Span) -> Iterator[Proposal]:
    """One side of a meeting, though the other is not named: "bertemu presiden", "audiensi dengan A dan B"."""
    if draft.things[event.entity].attrs.get("kind") != "meeting":
        return
    start, end = clauses.bounds(draft, event.start)
    cue = (event.start, event.end)
    if clauses.supposed(draft, event.start) or _ASKED.search(draft.text, start, event.start):
        return
    beside = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:dengan|bersama|antara|with|between)\s+").match(
        draft.text, event.end, end
    )
    for who in clauses.following(draft, beside.end()) if beside else ():
        yield part(draft, who, event, cue, "side", 0.6)
    if _MEETS.match(draft.text, event.start) or _HAS.search(draft.text[start : event.start]):
        for who in clauses.subject(draft, event.start):
            yield part(draft, who, event, cue, "side", 0.6)


def _signing(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Both sides of a signing: "A menandatangani X dengan B", "penandatanganan antara A dan B"."""
    _, end = clauses.bounds(draft, event.start)
    kind = draft.things[event.entity].attrs.get("kind")
    if kind != "signing" or not _AGREEMENT.search(draft.text, event.start, min(end, event.end + 60)):
        return
    for who in clauses.subject(draft, event.start):
        yield part(draft, who, event, (event.start, event.end), "signs", 0.65)
    for match in re.compile(r"\b(?:dengan|bersama|antara|oleh|with|between|by)\s+").finditer(
        draft.text, event.start, end
    ):
        others = clauses.following(draft, match.end()) if match.start() - event.end < 120 else []
        for who in others:
            yield part(draft, who, event, (event.start, event.end), "signs-with", 0.65)
        if others:
            return
