"""Find PARTICIPATED_IN: attendance, speakers, companions, sides of a meeting or signing, teams of a competition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses
from jejaring.extraction.relations._happenings import meetings, settle, visits
from jejaring.extraction.relations.organized import organized

_ATTEND = re.compile(
    r"\b(?:(?P<opens>membuka|opened)|(?P<closes>menutup|closed)|(?P<leads>memimpin|led|chaired)|"
    r"(?P<speaks>berbicara|berpidato|menjadi pembicara|menyampaikan (?:pidato|sambutan|orasi|paparan)\w*(?: kunci)?|"
    r"spoke|speaking|delivered \w+ (?:speech|remarks))|"
    r"menghadiri|hadir|mengisi|bergabung|(?P<receives>menerima|meraih|menyabet)(?= (?:\w+ ){0,2}(?:penghargaan|anugerah|award))|mengikuti|diikutsertakan|(?:turut|ikut) (?:melaksanakan|menggelar|menyelenggarakan)|ikut(?: serta)?|berpartisipasi|turut serta|ambil bagian|meramaikan|"
    r"tampil|berlaga|bertanding|bersaing|berkompetisi|menjuarai|lolos|menembus|"
    r"attend(?:ed|s|ing)?|join(?:ed|s|ing)?|participat(?:ed|es|ing) in|took part in|taking part in|compet(?:ed|es|ing) in)\b"
)
_ROLES = {"opens": "pembuka", "closes": "penutup", "leads": "pemimpin", "speaks": "pembicara", "receives": "penerima"}
_ATTENDED = re.compile(
    r"\b(?:dihadiri|diikuti|diramaikan|dimeriahkan|(?P<witness>disaksikan)|(?P<opens>dibuka)|(?P<leads>dipimpin)|"
    r"menghadirkan|melibatkan|attended by|joined by|opened by|witnessed by|led by)\b"
)
# "X, dalam sambutannya, ..." speaks at the event at hand.
_REMARKS = re.compile(
    r"\b(?:dalam|pada|saat|in)\s+(?:his |her |their |the )?(?:opening )?"
    r"(?:sambutan|pidato|laporan|paparan|arahan|pemaparan|orasi|remarks|speech|keynote|address)(?:nya)?\b"
)
_SAME = re.compile(
    r"\b(?:kesempatan|acara|kegiatan|forum|pertemuan|momen|sesi|agenda|occasion|event)\w*\s+(?:yang )?(?:sama|itu|ini|tersebut)\b|same"
)
_OPENING = re.compile(
    r"(?:[Dd]alam|[Pp]ada|[Ss]aat|[Dd]i(?: sela(?:-sela)?)?|[Mm]elalui|[Ll]ewat|[Aa]t|[Dd]uring|[Oo]n)\s[^,.;:“”\"]{5,140},\s+"
)
_PRESENT = re.compile(
    r"\b(?:(?:[Tt]urut|[Ii]kut|[Jj]uga|[Yy]ang)\s+(?:hadir|mendampingi|menyaksikan)(?:\s+(?:pula|juga|langsung))?|"
    r"[Hh]adir(?:\s+(?:pula|juga))|[Hh]adir mendampingi|Hadir|hadir(?=\s+(?:antara lain|di antaranya|yakni))|"
    r"[Aa]lso present|[Aa]mong those (?:present|attending))\b|(?<=, )hadir\b|\bhadir(?= [A-Z])"
)
_NAMELY = re.compile(
    r"\b(?:antara lain|yakni|yaitu|di antaranya|diantaranya|adalah|mulai dari|seperti|were|including)\b|[,:]"
)
_ADDED = re.compile(r"\b(?:termasuk|di antaranya|antara lain|including)\b")
_SAYS = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|ucap|tegas|sebut|imbuh|papar|terang|lanjut|tambah|"
    r"(?:di)?(?:sampaikan|ungkapkan|katakan|utarakan|jelaskan|tegaskan)|"
    r"menyampaikan|mengatakan|menegaskan|menyatakan|mengungkapkan|menjelaskan|said|told)\b"
)
_DURING = re.compile(
    r"\b(?:dalam|saat|pada|di sela(?:-sela)?|disela(?:-sela)?|usai|seusai|selepas|setelah|ketika|di|at|during|after|on the sidelines of)\b"
)
_WITH = re.compile(r"\b(?:didampingi|ditemani|accompanied by)\b(?:\s+oleh)?")
_PLAYS = re.compile(
    r"\b(?:melawan|mendapatkan|menyabet|mendominasi|finis|memulai|menargetkan|menghadapi|menembus|meraih|merebut|tampil|bermain|kalah|menang|mengalahkan|lolos|berlaga|bertanding|"
    r"mencetak|menjuarai|bersaing|turun|finis|promosi|beat|defeated|won|lost|faced|reached|qualified)\b"
)
_PARTIES = ("visit", "competition", "award", "disbursement", "signing", "meeting", "other")
_VERSUS = re.compile(r"\b(?:vs|versus|melawan|kontra|antara|between|dan|and)\b|[–-]")
_ASKED = re.compile(r"\b(?:meminta|memfasilitasi|menjembatani|mengusulkan|mempererat)\b")
_MEETS = re.compile(r"ber(?:temu|jumpa|audiensi|dialog|diskusi|unding)|menemui|met\b|meets?\b")
_HAS = re.compile(r"\b(?:melakukan|mengadakan|menggelar|usai|seusai|menerima|held|after)\s+(?:\w+\s+){0,1}$")
_AGREEMENT = re.compile(
    r"\b(?:MoUs?|[Mm]emoranda|[Nn]ota|[Kk]esepahaman|[Kk]esepakatan|[Pp]erjanjian|[Kk]erja ?[Ss]ama|[Aa]greement|[Mm]emorandum|"
    r"[Kk]omitmen|[Dd]eklarasi|[Kk]ontrak)\b"
)
_COUNT = re.compile(r"\d[\d.]*")


def participated_in(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PARTICIPATED_IN; who organised an event is not repeated as its participant."""
    told = [*_of_meetings(draft), *_of_visits(draft)]
    settle(draft)
    events = clauses.events(draft, "Event", "Program")
    for event in events:
        for rule in (_attending, _attended, _speaking, _signing, _competing, _party, _sides):
            told += rule(draft, event)
    organizers = list(organized(draft))
    known = {p.tail for p in [*told, *organizers]}
    main = [e for e in events if e.entity in known and draft.label(e) == "Event"]
    for later in (_opening, _present, _with, _remarks):
        told += later(draft, main or [e for e in events if draft.label(e) == "Event"])
    held = {(p.head, p.tail) for p in organizers}
    yield from (p for p in told if (p.head, p.tail) not in held and not clauses.vague(draft, p.head))


def _part(draft: Draft, who: Span, event: Span | None, cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, cue[0])
    size = draft.things[who.entity].attrs.get("size")
    attrs = {"count": size} if isinstance(size, int) else {}
    tail = event.entity if event else who.entity
    return Proposal(who.entity, "PARTICIPATED_IN", tail, start, end, cue, rule, confidence, attrs)


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
    if not verbs or clauses.has_verb(draft.text[verbs[-1].end() : event.start].replace("pada", "")):
        return
    for who in clauses.subject(draft, verbs[-1].start()):
        yield _with_role(_part(draft, who, event, verbs[-1].span(), "attend", 0.8), verbs[-1])


def _attended(draft: Draft, event: Span) -> Iterator[Proposal]:
    _, end = clauses.bounds(draft, event.start)
    for verb in _ATTENDED.finditer(draft.text, event.end, min(end, event.end + 160)):
        gap = draft.text[event.end : verb.start()]
        active = verb.group().startswith("me")
        if re.search(r"[;“”]|[.]\s", gap) or (active and clauses.has_verb(gap.replace("yang", ""))):
            return
        for who in clauses.agents(draft, verb.end()) if active else _listed_after(draft, verb.end()):
            yield _with_role(_part(draft, who, event, verb.span(), "attended", 0.8), verb)


def _listed_after(draft: Draft, at: int) -> list[Span]:
    """The run behind a verb, at once or behind "di antaranya", "yakni" or a colon, and who "termasuk" adds to it."""
    found = clauses.agents(draft, at)
    _, end = clauses.bounds(draft, max(at - 1, 0))
    for namely in (_ADDED if found else _NAMELY).finditer(draft.text, at, end):
        named = clauses.following(draft, namely.end(), reach=120)
        if named:
            return [*found, *named]
    return found


def _speaking(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "kata X dalam EVENT", "dalam EVENT, X mengatakan"."""
    if draft.label(event) != "Event" or draft.things[event.entity].attrs.get("kind") in ("disaster", "speech"):
        return
    start, end = clauses.bounds(draft, event.start)
    during = [m for m in _DURING.finditer(draft.text, start, event.start) if event.start - m.end() < 50]
    if not during or clauses.has_verb(
        re.sub(r"\b(?:acara|saat|ketika|usai|pada|ditemui|dijumpai)\b", " ", draft.text[during[0].end() : event.start])
    ):
        return
    says = list(_SAYS.finditer(draft.text, start, during[0].start()))
    who = clauses.following(draft, says[-1].end(), ("Person",), reach=110)[:1] if says else []
    if who and who[0].end <= during[0].start() and clauses.lead(draft, who[0]) == says[-1].group().lower():
        yield _part(draft, who[0], event, says[-1].span(), "spoke-at", 0.75)
        return
    gap = draft.text[says[-1].end() : during[0].start()] if says else ""
    if says and not who and len(gap) < 30 and not clauses.has_verb(gap):
        for speaker in clauses.subject(draft, says[-1].start(), ("Person",))[:1]:
            yield _part(draft, speaker, event, says[-1].span(), "said-at", 0.65)


def _opening(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """ "Pada kesempatan yang sama, X ...": who acts in a sentence that opens with the event."""
    for sentence in draft.sentences:
        cue = _OPENING.match(draft.text, sentence.start, sentence.end)
        if not cue:
            continue
        here = [e for e in events if cue.start() <= e.start < cue.end()]
        before = [e for e in events if e.end <= cue.start() and cue.start() - e.end < 900]
        event = here[-1] if here else before[-1] if before and _SAME.search(cue.group()) else None
        for who in clauses.following(draft, cue.end(), reach=90) if event else ():
            yield _part(draft, who, event, cue.span(), "opening", 0.6)


def _competing(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Who does anything at a competition takes part in it: "A menembus final X", "A melawan B pada laga X"."""
    start, _ = clauses.bounds(draft, event.start)
    if draft.things[event.entity].attrs.get("kind") != "competition":
        return
    at = re.compile(r"\b(?:di|pada|dalam|ke|final|at|in)\s+(?:\w+\s+){0,2}$").search(draft.text[start : event.start])
    verbs = list(_PLAYS.finditer(draft.text, start, event.start)) if at else []
    for verb in verbs[:1]:
        for who in [*clauses.subject(draft, verb.start()), *clauses.following(draft, verb.end(), reach=30)]:
            yield _part(draft, who, event, verb.span(), "competes", 0.55)


def _remarks(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    for cue in _REMARKS.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        said = [m for m in _SAYS.finditer(draft.text, clauses.bounds(draft, cue.start())[0], cue.start())]
        who = clauses.following(draft, said[-1].end(), ("Person",)) if said else []
        who = who or clauses.subject(draft, cue.start(), ("Person",))
        for speaker in who[:1] if event else ():
            proposal = _part(draft, speaker, event, cue.span(), "remarks", 0.6)
            proposal.attrs["role"] = "pembicara"
            yield proposal


def _party(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Who stands in the phrase itself: "wisuda 35 lansia", "laga A vs B", "penyerahan bantuan kepada warga".

    An institution alone there is whose event it is, not who takes part.
    """
    if draft.things[event.entity].attrs.get("kind") not in _PARTIES:
        return
    _, end = clauses.bounds(draft, event.start)
    to = re.compile(r"\s+kepada\s+").match(draft.text, event.end, end)
    inside = draft.within(event.start, event.end, *clauses.ACTORS)
    if len(inside) < 2 or not _VERSUS.search(draft.text, event.start, event.end):
        inside = [s for s in inside if draft.label(s) != "Institution"]
    for who in [*inside, *(clauses.following(draft, to.end()) if to else ())]:
        yield _part(draft, who, event, (event.start, event.end), "party", 0.5)


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
        yield _part(draft, who, event, cue, "side", 0.6)
    if _MEETS.match(draft.text, event.start) or _HAS.search(draft.text[start : event.start]):
        for who in clauses.subject(draft, event.start):
            yield _part(draft, who, event, cue, "side", 0.6)


def _signing(draft: Draft, event: Span) -> Iterator[Proposal]:
    """Both sides of a signing: "A menandatangani X dengan B", "penandatanganan antara A dan B"."""
    start, end = clauses.bounds(draft, event.start)
    kind = draft.things[event.entity].attrs.get("kind")
    if kind != "signing" or not _AGREEMENT.search(draft.text, event.start, min(end, event.end + 60)):
        return
    for who in clauses.subject(draft, event.start):
        yield _part(draft, who, event, (event.start, event.end), "signs", 0.65)
    for match in re.compile(r"\b(?:dengan|bersama|antara|oleh|with|between|by)\s+").finditer(
        draft.text, event.start, end
    ):
        others = clauses.following(draft, match.end()) if match.start() - event.end < 120 else []
        for who in others:
            yield _part(draft, who, event, (event.start, event.end), "signs-with", 0.65)
        if others:
            return


def _present(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """Lists of who was there, in the event's sentence or a later one: "Turut hadir A, B, dan C"."""
    for cue in _PRESENT.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        for who in _listed_after(draft, cue.end()) if event else ():
            yield _part(draft, who, event, cue.span(), "present", 0.7)


def _with(draft: Draft, events: list[Span]) -> Iterator[Proposal]:
    """Companions: "X didampingi A dan B" beside an event."""
    for cue in _WITH.finditer(draft.text):
        event = _event_at_hand(draft, cue.start(), events)
        for who in clauses.following(draft, cue.end(), reach=100) if event else ():
            yield _part(draft, who, event, cue.span(), "companion", 0.55)


def _event_at_hand(draft: Draft, at: int, main: list[Span]) -> Span | None:
    """The event that the sentence tells, else the one told last before it of those that somebody takes part in.

    "acara itu" in the sentence tells nothing new: it means one that somebody is known to take part in.
    """
    start, end = clauses.bounds(draft, at)
    known = {e.entity for e in main}
    here = [s for s in clauses.events(draft) if start <= s.start < min(end, at + 90)]
    here = [s for s in here if not re.search(r"[,:]", draft.text[at : max(at, s.start)])]
    told = [s for s in here if s.entity in known or not _points_back(draft, s)]
    before = [s for s in main if s.end <= start and start - s.end < 900]
    return told[0] if told else before[-1] if before else None


def _points_back(draft: Draft, event: Span) -> bool:
    return bool(_SAME.search(draft.text[event.start : event.end + 10]))
