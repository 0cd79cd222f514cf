"""Find OPPOSES in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, following
from jejaring.extraction.relations._subjects import doers
from jejaring.extraction.topics import named, phrases, topic

_NAMED = (*ACTORS, "Program", "Event")
_ACTIVE = re.compile(
    r"\b(?:menolak|tolak|mengkritik|kritik|mengecam|kecam|menggugat|gugat|memprotes|menentang|mengutuk|kutuk|menyesalkan"
    r"|menyayangkan|melarang|memerangi|menuduh|menuding|meminta penertiban|memblokir|membatalkan|opposes?|opposed"
    r"|rejects?|rejected|critici[sz]e[sd]?|condemns?|condemned|sues?|sued|denounce[sd]?|slams|slammed)\b"
    r"(?: (?:keras|tegas|tawaran|seruan|keberatan|atas|terhadap|segala bentuk|rencana|the))*"
    r"|\b(?:keberatan|protes|penolakan|kecaman|kritik(?:an)?|gugatan)(?:nya)? (?:atas|terhadap)\b",
    re.IGNORECASE,
)
# Acts against somebody, told of named things alone.
_AGAINST = re.compile(
    r"\b(?:menyerang|membombardir|menggempur|menginvasi|menghancurkan|melaporkan|menuntut"
    r"|attack(?:s|ed)|invade[sd]?|bombed)\b(?: (?:balik|dugaan|akan))?",
    re.IGNORECASE,
)
_SUSPECTS = re.compile(
    r"\b(?:menetapkan|menahan|menangkap|mendakwa|named|arrested|charged)\b(?=[^.;]{0,200}\b(?:tersangka|terdakwa"
    r"|suspects?)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:di|ke|dari|sesuai|dengan|dalam|atas|at|in|to|from|with)\b")
_PASSIVE = re.compile(
    r"\b(?:ditolak|dikritik|dikecam|digugat|ditentang|diprotes|rejected by|criticised by|condemned by)\b(?: oleh)?",
    re.IGNORECASE,
)
_VERB = re.compile(r"\s*(?:untuk |to )?(?:me|ber)\w{4,}")


def opposes(draft: Draft) -> Iterator[Proposal]:
    """Proposals of OPPOSES; the topics they need are added to the draft."""
    for match in _ACTIVE.finditer(draft.text):
        who = doers(draft, match.start())
        for tail in _objects(draft, match.end()) if who else ():
            for head in who:
                yield _proposal(draft, (head, tail), match)
    yield from _acts(draft)
    for match in _PASSIVE.finditer(draft.text):
        who = [s.entity for s in agents(draft, match.end())]
        for ends in product(who, doers(draft, match.start(), _NAMED) if who else ()):
            yield _proposal(draft, ends, match)


def _acts(draft: Draft) -> Iterator[Proposal]:
    """Acts against somebody, and what an institution holds somebody for."""
    for cue, labels, reach in ((_AGAINST, (*ACTORS, "Place"), 30), (_SUSPECTS, ("Institution",), 60)):
        for match in cue.finditer(draft.text):
            against = _against(draft, match.end(), reach)
            for ends in product(doers(draft, match.start(), labels) if against else (), against):
                yield _proposal(draft, ends, match)


def _against(draft: Draft, at: int, reach: int) -> list[str]:
    """Whom an act is against: the run behind its verb, where no preposition stands between."""
    run = following(draft, at, (*_NAMED, "Place"), reach=reach)
    return [s.entity for s in run] if run and not _ASIDE.search(draft.text, at, run[0].start) else []


def _proposal(draft: Draft, ends: tuple[str, str], match: re.Match[str]) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(ends[0], "OPPOSES", ends[1], start, end, match.span(), "opposes", 0.6)


def _objects(draft: Draft, at: int) -> list[str]:
    """What stands behind the cue; who refuses to do something ("menolak menjawab") opposes nothing."""
    _, end = bounds(draft, at - 1)
    if _VERB.match(draft.text, at, end):
        return []
    near = [s.entity for s in following(draft, at, _NAMED, reach=25)]
    return near or [(named(draft, p) or topic(draft, p)).id for p in phrases(draft.text, at, end)]
