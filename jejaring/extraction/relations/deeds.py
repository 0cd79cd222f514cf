"""Find deeds of police, courts and armies as events: who did them (ORGANIZED) and to whom (PARTICIPATED_IN).

"KPK memeriksa X" and "X diperiksa KPK" tell one event, "Pemeriksaan X oleh KPK".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.events.dating import anchor, compatible, date_of, lead_date
from jejaring.extraction.relations import _clauses as clauses
from jejaring.text.dates import resolve

_PEOPLE = ("Person", "Group")


@dataclass(frozen=True)
class Deed:
    """A noun that names a deed, its verbs, active and passive, and who it can be done by and to.

    `named` is the name of the event with and without its doer; where `edge` is HELD_AT, it is done at its object.
    """

    named: tuple[str, str]
    active: re.Pattern[str]
    passive: re.Pattern[str]
    to: tuple[str, ...] = _PEOPLE
    by: tuple[str, ...] = ("Institution",)
    edge: str = "PARTICIPATED_IN"
    reach: int = 80


def _police(noun: str, active: str, passive: str) -> Deed:
    named = (f"{noun} {{whom}} oleh {{who}}", f"{noun} {{whom}}")
    return Deed(named, re.compile(rf"\b(?:{active})\b"), re.compile(rf"\b(?:{passive})\b"))


_NEVER = re.compile(r"(?!)")
_DEEDS = (
    _police("Pemeriksaan", "memeriksa", r"diperiksa(?! kesehatan)|menjalani pemeriksaan"),
    _police(
        "Penangkapan",
        "menangkap|meringkus|membekuk|menciduk|arrested",
        "ditangkap|diringkus|dibekuk|diciduk|terjaring OTT|(?:was|were) arrested",
    ),
    _police(
        "Penahanan", "menahan(?! (?:imbang|diri|laju|suku))", "ditahan(?! (?:imbang|oleh tim))|(?:was|were) detained"
    ),
    _police("Pemanggilan", "memanggil", r"(?<!akrab )(?<!biasa )(?<!kerap )dipanggil"),
    _police("Pelantikan", r"(?!)", "(?:resmi )?dilantik"),
    Deed(
        ("Gugatan {who} terhadap {whom}", "Gugatan terhadap {whom}"),
        re.compile(r"\b(?:menggugat|sued)\b"),
        re.compile(r"\bdigugat\b"),
        ("Person", "Institution"),
        ("Person", "Institution", "Group"),
    ),
    Deed(
        ("Serangan {who} ke {whom}", "Serangan ke {whom}"),
        re.compile(
            r"(?<!untuk )(?<!mau )(?<!akan )(?<!bisa )"
            r"\b(?:menyerang|membombardir|mengebom|menggempur|attacked|bombed)\b"
        ),
        _NEVER,
        ("Place", "Institution"),
        ("Institution", "Group"),
        "HELD_AT",
        12,
    ),
)


_REPORTS = re.compile(r"\b(?:me|di)laporkan\b|\breported\b")
_POLICE = re.compile(
    r"(?:gedung |kantor )?(?:Ma)?(?:Pol(?:da|res|sek)|Mabes|Bareskrim|Badan Reserse|SPKT|KPK|Komisi Pemberantasan|"
    r"Kejaksaan|Kejagung|Kejati|Kejari|Propam|Div|Komnas|Mahkamah|MKD|Dewan|Bawaslu|DKPP|Ombudsman|Polisi)",
    re.I,
)


def deeds(draft: Draft) -> Iterator[Proposal]:
    """ORGANIZED, PARTICIPATED_IN and HELD_AT of each deed, in order of the table, and of reports to the police."""
    yield from _done(draft)
    yield from _reported(draft)


def _reported(draft: Draft) -> Iterator[Proposal]:
    """ "A melaporkan B ke Polres X": A holds it, there; B took no part."""
    told: list[tuple[Thing, frozenset[str]]] = []
    for cue in _REPORTS.finditer(draft.text):
        active = cue.group().startswith(("me", "re"))
        run = clauses.following(draft, cue.end()) if active else clauses.subject(draft, cue.start())
        whom = [s for s in run if draft.label(s) != "Group"][:1]
        start, end = clauses.bounds(draft, cue.start())
        to = _TO.search(draft.text, whom[-1].end if whom and active else cue.end(), end)
        where = clauses.places(draft, to.end(), 15)[:1] if whom and to else []
        doers = clauses.subject(draft, cue.start()) if active else clauses.agents(draft, cue.end())
        to_police = where and _POLICE.match(draft.text, where[0].start)
        if not doers or not to_police or clauses.supposed(draft, cue.start()):
            continue
        report = Deed((f"Pelaporan {{whom}} ke {draft.things[where[0].entity].name}",) * 2, _NEVER, _NEVER)
        event = _event(draft, told, report, cue, ([], whom))
        for who in doers:
            yield Proposal(who.entity, "ORGANIZED", event.id, start, end, cue.span(), "reported", 0.65)
        yield Proposal(event.id, "HELD_AT", where[0].entity, start, end, cue.span(), "reported", 0.65)


_TO = re.compile(r"\b(?:ke|di|kepada|to)\s+")


def _done(draft: Draft) -> Iterator[Proposal]:
    told: list[tuple[Thing, frozenset[str]]] = []
    for deed in _DEEDS:
        for cue, doers, others in _told(draft, deed):
            if clauses.supposed(draft, cue.start()):
                continue
            event = _event(draft, told, deed, cue, (doers, others))
            start, end = clauses.bounds(draft, cue.start())
            for who in doers:
                yield Proposal(who.entity, "ORGANIZED", event.id, start, end, cue.span(), "deed", 0.65)
            for who in [s for s in others if deed.edge != "HELD_AT" or draft.label(s) == "Place"]:
                ends = (who.entity, event.id) if deed.edge == "PARTICIPATED_IN" else (event.id, who.entity)
                yield Proposal(ends[0], deed.edge, ends[1], start, end, cue.span(), "deed", 0.65)


def _told(draft: Draft, deed: Deed) -> Iterator[tuple[re.Match[str], list[Span], list[Span]]]:
    """Each verb of a deed with who does it and to whom."""
    for cue in deed.active.finditer(draft.text):
        others = clauses.following(draft, cue.end(), deed.to, reach=deed.reach)
        doers = _by(draft, deed, clauses.subject(draft, cue.start())) if others else []
        if doers:
            yield cue, doers, others
    for cue in deed.passive.finditer(draft.text):
        others = [s for s in clauses.subject(draft, cue.start()) if draft.label(s) in deed.to]
        if others:
            yield cue, _by(draft, deed, clauses.agents(draft, cue.end())), others


def _by(draft: Draft, deed: Deed, who: list[Span]) -> list[Span]:
    return [s for s in who if draft.label(s) in deed.by]


def _event(
    draft: Draft,
    told: list[tuple[Thing, frozenset[str]]],
    deed: Deed,
    cue: re.Match[str],
    sides: tuple[list[Span], list[Span]],
) -> Thing:
    """The event of a deed: one told before of the same people on a day that fits, else a new one."""
    dates = resolve(draft.text, anchor(draft))
    date = date_of(draft, dates, *cue.span())
    whom = frozenset({deed.named[1], *(s.entity for s in sides[1])})
    event = next((t for t, w in told if w == whom and compatible(t.attrs["date"], date)), None)
    if event is None:
        event = _at(draft, cue) or draft.add("Event", "", kind="other", date=date)
        event.name = _name(draft, deed, *sides)
        told.append((event, whom))
    event.attrs["date"] = max(event.attrs["date"] or "", date or "") or None
    draft.mention(event, *cue.span(), "nominal")
    event.attrs["date"] = event.attrs["date"] or lead_date(draft, dates, event.id)
    return event


def _at(draft: Draft, cue: re.Match[str]) -> Thing | None:
    """The event that the same verb is known to tell."""
    same = [s for s in draft.holding(cue.end() - 1) if draft.label(s) == "Event" and s.kind == "nominal"]
    return draft.things[same[0].entity] if same else None


def _name(draft: Draft, deed: Deed, doers: list[Span], others: list[Span]) -> str:
    whom = " dan ".join(dict.fromkeys(draft.things[s.entity].name for s in others))
    who = draft.things[doers[0].entity].name if doers else ""
    return deed.named[0 if who else 1].format(who=who, whom=whom)
