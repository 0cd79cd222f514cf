"""Find PARTICIPATED_IN: attendance, speakers, companions, sides of a meeting or signing, teams of a competition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations import _clauses as clauses
from jejaring.extraction.relations._happenings import meetings, visits
from jejaring.extraction.relations.organized import organized

_ATTEND = re.compile(
    r"\b(?:(?P<opens>membuka|opened)|(?P<closes>menutup|closed)|(?P<leads>memimpin|led|chaired)|"
    r"(?P<speaks>berbicara|berpidato|menjadi pembicara|menyampaikan (?:pidato|sambutan|orasi|paparan)\w*(?: kunci)?|"
    r"spoke|speaking|delivered \w+ (?:speech|remarks))|"
    r"menghadiri|hadir|mengikuti|diikutsertakan|(?:turut|ikut) (?:melaksanakan|menggelar|menyelenggarakan)|ikut(?: serta)?|berpartisipasi|turut serta|ambil bagian|meramaikan|"
    r"tampil|berlaga|bertanding|bersaing|berkompetisi|menjuarai|lolos|menembus|"
    r"attend(?:ed|s|ing)?|join(?:ed|s|ing)?|participat(?:ed|es|ing) in|took part in|taking part in|compet(?:ed|es|ing) in)\b"
)
_ROLES = {"opens": "pembuka", "closes": "penutup", "leads": "pemimpin", "speaks": "pembicara"}
_ATTENDED = re.compile(
    r"\b(?:dihadiri|diikuti|diramaikan|dimeriahkan|(?P<witness>disaksikan)|(?P<opens>dibuka)|(?P<leads>dipimpin)|"
    r"menghadirkan|melibatkan|attended by|joined by|opened by|witnessed by|led by)\b"
)
_PRESENT = re.compile(
    r"\b(?:(?:[Tt]urut|[Ii]kut|[Jj]uga|[Pp]ejabat \w+ yang|[Yy]ang)\s+)?(?:[Hh]adir|[Mm]endampingi|[Mm]enyaksikan)(?:\s+(?:pula|juga|langsung))?\b|"
    r"\b(?:[Aa]lso present|[Aa]mong those (?:present|attending))\b"
)
_NAMELY = re.compile(
    r"\b(?:antara lain|yakni|yaitu|di antaranya|diantaranya|adalah|mulai dari|seperti|were|including)\b|[,:]"
)
_SAYS = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|ucap|tegas|sebut|imbuh|papar|terang|lanjut|tambah|"
    r"(?:di)?(?:sampaikan|ungkapkan|katakan|utarakan|jelaskan|tegaskan)|"
    r"menyampaikan|mengatakan|menegaskan|menyatakan|mengungkapkan|menjelaskan|said|told)\b"
)
_DURING = re.compile(
    r"\b(?:dalam|saat|pada|di sela(?:-sela)?|disela(?:-sela)?|usai|seusai|selepas|setelah|ketika|di|at|during|after|on the sidelines of)\b"
)
_WITH = re.compile(r"\b(?:didampingi|ditemani|accompanied by)\b(?:\s+oleh)?")
_AGREEMENT = re.compile(
    r"\b(?:MoU|[Nn]ota|[Kk]esepahaman|[Kk]esepakatan|[Pp]erjanjian|[Kk]erja ?[Ss]ama|[Aa]greement|[Mm]emorandum|"
    r"[Kk]omitmen|[Dd]eklarasi|[Kk]ontrak)\b"
)
_COUNT = re.compile(r"\d[\d.]*")


def participated_in(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PARTICIPATED_IN; who organised an event is not repeated as its participant."""
    told = [*_of_meetings(draft), *_of_visits(draft)]
    held = {(p.head, p.tail) for p in organized(draft)}
    for event in clauses.events(draft, "Event", "Program"):
        for rule in (_attending, _attended, _speaking, _signing):
            told += rule(draft, event)
    told += _present(draft)
    yield from (p for p in told if (p.head, p.tail) not in held)


def _part(draft: Draft, who: Span, event: Span, cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = clauses.bounds(draft, cue[0])
    size = draft.things[who.entity].attrs.get("size")
    attrs = {"count": size} if isinstance(size, int) else {}
    return Proposal(who.entity, "PARTICIPATED_IN", event.entity, start, end, cue, rule, confidence, attrs)


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
    for verb in _ATTENDED.finditer(draft.text, event.end, min(end, event.end + 120)):
        if re.search(r"[;“”]|[.]\s", draft.text[event.end : verb.start()]):
            return
        for who in _listed_after(draft, verb.end()):
            yield _with_role(_part(draft, who, event, verb.span(), "attended", 0.8), verb)


def _listed_after(draft: Draft, at: int) -> list[Span]:
    """The run behind a verb: at once, or behind "di antaranya", "yakni" or a colon."""
    at_once = clauses.agents(draft, at)
    _, end = clauses.bounds(draft, max(at - 1, 0))
    for namely in _NAMELY.finditer(draft.text, at, end) if not at_once else ():
        named = clauses.following(draft, namely.end(), reach=120)
        if named:
            return named
    return at_once


def _speaking(draft: Draft, event: Span) -> Iterator[Proposal]:
    """ "kata X dalam EVENT", "dalam EVENT, X mengatakan"."""
    if draft.label(event) != "Event" or draft.things[event.entity].attrs.get("kind") in ("disaster", "speech"):
        return
    start, end = clauses.bounds(draft, event.start)
    during = [m for m in _DURING.finditer(draft.text, start, event.start) if event.start - m.end() < 50]
    if not during or clauses.has_verb(
        re.sub(r"\b(?:acara|saat|ketika|usai|pada)\b", " ", draft.text[during[0].end() : event.start])
    ):
        return
    says = list(_SAYS.finditer(draft.text, start, during[0].start()))
    who = clauses.following(draft, says[-1].end(), ("Person",), reach=110)[:1] if says else []
    if who and who[0].end <= during[0].start() and clauses.lead(draft, who[0]) == says[-1].group().lower():
        yield _part(draft, who[0], event, says[-1].span(), "spoke-at", 0.75)
        return
    after = _SAYS.search(draft.text, event.end, end)
    for speaker in clauses.subject(draft, after.start(), ("Person",))[:1] if after else ():
        yield _part(draft, speaker, event, after.span() if after else (start, end), "said-at", 0.6)


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


def _present(draft: Draft) -> Iterator[Proposal]:
    """Lists of who was there, in the event's sentence or a later one: "Turut hadir A, B, dan C"."""
    for cue in _PRESENT.finditer(draft.text):
        event = _event_at_hand(draft, cue.start())
        if event:
            for who in _listed_after(draft, cue.end()):
                yield _part(draft, who, event, cue.span(), "present", 0.7)
    for cue in _WITH.finditer(draft.text):
        event = _event_at_hand(draft, cue.start())
        if event:
            for who in clauses.following(draft, cue.end(), reach=100):
                yield _part(draft, who, event, cue.span(), "companion", 0.55)


def _event_at_hand(draft: Draft, at: int) -> Span | None:
    """The event of the sentence, else the one told last before it."""
    start, end = clauses.bounds(draft, at)
    told = [s for s in clauses.events(draft) if s.start < min(end, at + 90)]
    here = [s for s in told if s.start >= start and not re.search(r"[,:]", draft.text[at : max(at, s.start)])]
    before = [s for s in told if s.end <= start and start - s.end < 500]
    return here[0] if here else before[-1] if before else None
