"""Who plays for a team: line-ups, whom it fields or signs, and who scores its goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.draft import Draft, Span, Thing
from jejaring.extraction.relations._clauses import agents, following, subject

_LINE_UP = re.compile(
    r"^[ \t]*(?:(?:Susunan|Daftar) pemain\s+)?(?P<team>[A-Z][^:\n]{2,40}?)\s*(?:\([\d -]+\))?\s*:\s*", re.M
)
# Between two players of a line-up stand marks, minutes, positions and shirt numbers, but no words.
_NEXT_PLAYER = re.compile(r"[\s,;:.()'’\d+/–-]*(?:(?:dan|and|GK|C|kapten|kiper)\b[\s,;.()'’\d+/–-]*)?")
_FEWEST = 5  # names that make a line-up
_FIELDS = re.compile(
    r"\b(?:me(?:mainkan|nurunkan|masukkan|ngandalkan|masang|narik\s+keluar|rekrut|ndatangkan|minjamkan)"
    r"|bermaterikan|diperkuat)\s+",
    re.IGNORECASE,
)
_GOALS = re.compile(
    r"\b[Gg]ol(?:-gol)?\s+(?:\w+\s+){0,2}?(?=(?:the\s|The\s)?[A-Z])[^.;:]{3,50}?\b(?:datang\s+dari|lahir\s+(?:lewat|dari)|"
    r"(?:dicetak|diciptakan|disumbangkan|dilesakkan|diborong|dibuat)(?:\s+oleh)?)\s+"
)


def squads(draft: Draft) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """(id of a player, id of the team, cue) for each player that a line-up, a coach's choice or a goal tells."""
    yield from _line_ups(draft)
    for cue in _FIELDS.finditer(draft.text):
        team = _team_of(draft, subject(draft, cue.start(), ("Person", "Institution")))
        for player in following(draft, cue.end(), ("Person",), reach=25) if team else []:
            yield player.entity, team, cue.span()
    for cue in _GOALS.finditer(draft.text):
        teams = draft.within(*cue.span(), "Institution")
        for player in agents(draft, cue.end() - 1, ("Person",)) if teams else []:
            yield player.entity, teams[0].entity, cue.span()


def _team_of(draft: Draft, actors: list[Span]) -> str:
    """The id of the team that fields somebody: itself, or its coach's; "" where that is not known."""
    if not actors:
        return ""
    if draft.label(actors[0]) == "Institution":
        return actors[0].entity
    coached = (p for p in draft.proposals if p.type == "HOLDS_POSITION" and p.head == actors[0].entity)
    return next((p.tail for p in coached if _COACH.search(str(p.attrs.get("title", "")))), "")


_COACH = re.compile(r"\b(?:pelatih|coach|asuhan|dilatih|melatih|besutan|racikan|manajer)\b", re.IGNORECASE)


def _line_ups(draft: Draft) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for line in _LINE_UP.finditer(draft.text):
        team = _called(draft, line["team"])
        players = _run(draft, line.end()) if team else []
        for player in players if len(players) >= _FEWEST else []:
            yield player.entity, team.id, (player.start, player.end)  # type: ignore[union-attr]


def _called(draft: Draft, name: str) -> Thing | None:
    """The institution that the draft knows by this name."""
    things = (t for t in draft.things.values() if t.label == "Institution")
    return next((t for t in things if name in (t.name, *t.forms)), None)


def _run(draft: Draft, at: int) -> list[Span]:
    """The people named from `at` on with no words between them."""
    end = draft.text.find("\n", at)
    people = draft.within(at, end if end >= 0 else len(draft.text), "Person")
    stops = [at, *(p.end for p in people)]
    size = next(
        (n for n, p in enumerate(people) if not _NEXT_PLAYER.fullmatch(draft.text, stops[n], p.start)), len(people)
    )
    return people[:size]
