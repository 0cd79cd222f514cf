"""Find OPPOSES in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, following
from jejaring.extraction.relations._subjects import doers
from jejaring.extraction.topics import named, phrases, topic

_ACTIVE = re.compile(
    r"\b(?:menolak|tolak|mengkritik|kritik|mengecam|kecam|menggugat|gugat|memprotes|menentang|mengutuk|kutuk"
    r"|menyesalkan|menyayangkan|melarang|memerangi|menuduh|menuding|meminta penertiban|memblokir|membatalkan|menuntut"
    r"|opposes?|opposed|rejects?|rejected|criticis?z?e[sd]?|condemns?|condemned|sues?|sued|denounce[sd]?|slams|slammed)\b"
    r"(?: keras| tegas| tawaran| seruan| (?:keberatan )?atas| terhadap| segala bentuk| rencana| the)*",
    re.IGNORECASE,
)
_OBJECTS_TO = re.compile(r"\b(?:keberatan|protes|penolakan|kecaman|kritik(?:an)?|gugatan|unjuk rasa)(?:nya)? (?:atas|terhadap)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:ditolak|dikritik|dikecam|digugat|ditentang|diprotes|rejected by|criticised by|condemned by)\b(?: oleh)?", re.IGNORECASE)
_NAMED = (*ACTORS, "Program", "Event")


def opposes(draft: Draft) -> Iterator[Proposal]:
    """Proposals of OPPOSES, in text order."""
    for cue in (_ACTIVE, _OBJECTS_TO):
        for match in cue.finditer(draft.text):
            heads = doers(draft, match.start())
            for tail in _objects(draft, match.end()) if heads else ():
                for head in heads:
                    yield _proposal(draft, head, tail, match)
    for match in _PASSIVE.finditer(draft.text):
        for span in agents(draft, match.end()):
            for tail in doers(draft, match.start(), _NAMED):
                yield _proposal(draft, span.entity, tail, match)


def _proposal(draft: Draft, head: str, tail: str, match: re.Match[str]) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(head, "OPPOSES", tail, start, end, match.span(), f"opposes:{match.group().split()[0].lower()}", 0.6)


def _objects(draft: Draft, at: int) -> list[str]:
    _, end = bounds(draft, at - 1)
    if re.match(r"\s*(?:untuk |to )?(?:me|ber|mem)\w{4,}", draft.text[at:end]):  # "menolak menjawab" refuses, it opposes nothing
        return []
    near = [s.entity for s in following(draft, at, _NAMED, reach=25)]
    if near:
        return near
    return [(named(draft, p) or topic(draft, p)).id for p in phrases(draft.text, at, end)]
