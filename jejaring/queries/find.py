"""Find entities by what people call them: name, alias or acronym, in any case, with or without accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from enum import IntEnum
from typing import Any

from pydantic import field_serializer

from jejaring import ontology
from jejaring.errors import AmbiguousNameError, NameNotFoundError, NothingLikeItError
from jejaring.graph.store import Store
from jejaring.lexicon import canonical
from jejaring.models import Record
from jejaring.queries.rows import LABEL
from jejaring.text.normalise import fold

_ROW = f"""
RETURN e.id AS id, {LABEL.format("e")} AS label, e.name AS name, e.aliases AS aliases, e.articles AS articles"""
_RETURN = f"""{_ROW}
ORDER BY CASE WHEN e.search CONTAINS $exact THEN 0 ELSE 1 END, size(e.search), id
LIMIT 2000
"""
_OF_LABEL = "($label IS NULL OR $label IN labels(e))"
# `search` holds the folded name and aliases with a bar before and after each.
_BY_ID = f"MATCH (e:Entity {{id: $text}}){_RETURN}"
_BY_FORM = f"MATCH (e:Entity) WHERE e.search CONTAINS $text AND {_OF_LABEL}{_RETURN}"
_BY_LETTERS = f"MATCH (e:Entity) WHERE e.search =~ $letters AND {_OF_LABEL}{_RETURN}"
_BY_PIECES = f"""
MATCH (e:Entity)
WHERE any(p IN $pieces WHERE e.search CONTAINS p) AND {_OF_LABEL}
WITH e, size([p IN $pieces WHERE e.search CONTAINS p]) AS shared
{_ROW}
ORDER BY shared DESC, size(e.search), id
LIMIT 200
"""
_LABELLED = re.compile(r"\s*(\w+)\s*:\s*(.+)", re.DOTALL)
_ACRONYM = re.compile(r"[a-z]{2,12}")
_LEFT_OUT = frozenset(["dan", "di", "ke", "untuk", "republik", "indonesia", "ri", "and", "of", "the", "for"])
_COUNT = re.compile(r"\d+ ")
_MANY_MORE = 10
_NEAR = 0.6  # from this likeness on (SequenceMatcher's ratio) a name is worth suggesting


class How(IntEnum):
    """How a text fits an entity, best first."""

    ID = 0
    NAME = 1
    ALIAS = 2
    COHORT = 3  # a form of a counted group without its number
    START = 4  # whole words at the start of a form
    WORDS = 5  # whole words inside a form
    PART = 6
    ACRONYM = 7  # the text is put together from starts of the name's words


class Match(Record):
    """An entity that a text fits, by which of its forms, and how well."""

    id: str
    label: str
    name: str
    articles: int
    form: str
    how: How

    @field_serializer("how")
    def _by_name(self, how: How) -> str:
        return how.name.lower()


def find(store: Store, text: str, label: str | None = None, limit: int = 20) -> list[Match]:
    """The entities that `text` fits (a name, an alias, an acronym, `Label:name` or an id), best first."""
    text, label = _split(text, label)
    folded = fold(text)
    asked = {"text": folded, "exact": f"|{folded}|", "label": label}
    if by_id := store.read(_BY_ID, {**asked, "text": text.strip()}):
        return [_match(by_id[0], by_id[0]["name"], How.ID)]
    if not folded:
        return []
    found = _fitting(store.read(_BY_FORM, asked), lambda *form: _fit(folded, *form))
    if not any(match.how <= How.ALIAS for match in found):
        found = _known(store, text, label) or found
    if not any(match.how <= How.ALIAS for match in found) and _ACRONYM.fullmatch(folded):
        known = {match.id for match in found}
        rows = store.read(_BY_LETTERS, {**asked, "letters": f"(?s){'.*'.join(['', *folded, ''])}"})
        found += [match for match in _acronyms(rows, folded) if match.id not in known]
    return sorted(found, key=lambda m: (m.how, -m.articles, m.name, m.id))[:limit]


def resolve(store: Store, text: str, label: str | None = None) -> Match:
    """The one entity that `text` names.

    An exact name beats an exact alias; what merely contains the text is taken only if it is alone. Of exact fits, a
    topic gives way to what has a name of its own, and all give way to one that ten times as many articles name. Where
    several are left, AmbiguousNameError lists them; where none fits, NameNotFoundError lists the nearest names.
    """
    found = find(store, text, label)
    if not found:
        near = suggestions(store, text, label)
        raise NameNotFoundError(name=text, near=_listed(near)) if near else NothingLikeItError(name=text)
    best = _best(found)
    if len(best) > 1:
        raise AmbiguousNameError(name=text, candidates=_listed(best), example=f"{best[0].label}:{best[0].name}")
    return best[0]


def _best(found: list[Match]) -> list[Match]:
    """Of matches, best first, those between which `resolve` can't choose: one where it can."""
    if found[0].how > How.COHORT:
        return found
    best = [match for match in found if match.how == found[0].how]
    best = [match for match in best if match.label != "Topic"] or best
    return best[:1] if len(best) > 1 and best[0].articles >= _MANY_MORE * best[1].articles else best


def suggestions(store: Store, text: str, label: str | None = None, limit: int = 5) -> list[Match]:
    """The entities whose name or alias looks most like `text`, likest first."""
    text, label = _split(text, label)
    folded = fold(text)
    pieces = sorted({folded[at : at + 3] for at in range(max(1, len(folded) - 2))} - {""})
    rows = store.read(_BY_PIECES, {"pieces": pieces, "label": label})
    scored = sorted(((_likeness(row, folded), _match(row, row["name"], How.PART)) for row in rows), key=_likest_first)
    return [match for likeness, match in scored if likeness >= _NEAR][:limit]


def _known(store: Store, text: str, label: str | None) -> list[Match]:
    """The entities that the lexicon knows `text` for, though no article calls them so ("Kemenlu RI")."""
    found: list[Match] = []
    for kind in (label,) if label else ontology.LABELS:
        if (name := canonical(kind, text)) and (folded := fold(name)) != fold(text):
            asked = {"text": folded, "exact": f"|{folded}|", "label": kind}
            rows = store.read(_BY_FORM, asked)
            found += _fitting(rows, lambda form, _, wanted=folded: How.ALIAS if fold(form) == wanted else None)  # type: ignore[misc]
    return found


def _split(text: str, label: str | None) -> tuple[str, str | None]:
    """The text without its `Label:`, and the label; labels are known by their Indonesian and English names too."""
    names = {n.casefold(): k for k, node in ontology.NODES.items() for n in (node.label, node.id, node.en)}
    match = _LABELLED.fullmatch(text)
    if match and match[1].casefold() in names:
        return match[2], names[match[1].casefold()]
    return text, names.get(label.casefold(), label) if label else None


def _match(row: dict[str, Any], form: str, how: How) -> Match:
    known = {name: row[name] for name in ("id", "label", "name")}
    return Match(**known, articles=row["articles"] or 0, form=form, how=how)


def _forms(row: dict[str, Any]) -> list[tuple[str, How]]:
    """Each form of an entity, and how well a text fits it that is just this form."""
    forms = [(row["name"], How.NAME), *((alias, How.ALIAS) for alias in row["aliases"] or ())]
    if row["label"] == "Group":
        forms += [(_COUNT.sub("", form, count=1), How.COHORT) for form, _ in forms if _COUNT.match(form)]
    return forms


def _fitting(rows: Iterable[dict[str, Any]], fit: Callable[[str, How], How | None]) -> list[Match]:
    found = []
    for row in rows:
        fits = [(how, form) for form, exact in _forms(row) if (how := fit(form, exact)) is not None]
        if fits:
            how, form = min(fits)
            found.append(_match(row, form, how))
    return found


def _fit(folded: str, form: str, exact: How) -> How | None:
    other = fold(form)
    if other == folded:
        return exact
    if f"{other} ".startswith(f"{folded} "):
        return How.START
    if f" {folded} " in f" {other} ":
        return How.WORDS
    return How.PART if folded in other else None


def _acronyms(rows: Iterable[dict[str, Any]], folded: str) -> list[Match]:
    return _fitting(rows, lambda form, _: How.ACRONYM if _abbreviates(folded, fold(form).split()) else None)


def _abbreviates(short: str, words: list[str]) -> bool:
    """Whether `short` is made of starts of `words`, one of each in order (KPK, Kemenlu) but for small words."""
    ends = {0}  # how many letters may be used up so far
    for word in words:
        longer = {at + length for at in ends for length in _shared(short[at:], word)}
        ends = longer | (ends if word in _LEFT_OUT else set())
    return len(short) in ends and len(words) > 1


def _shared(short: str, word: str) -> Iterable[int]:
    length = 0
    while length < min(len(short), len(word)) and short[length] == word[length]:
        length += 1
        yield length


def _likeness(row: dict[str, Any], folded: str) -> float:
    forms = {fold(form) for form, _ in _forms(row)}
    words = {word for form in forms for word in form.split()}  # "Bnayuwangi" is like a word of "Kabupaten Banyuwangi"
    return max(SequenceMatcher(None, other, folded).ratio() for other in forms | words)


def _likest_first(scored: tuple[float, Match]) -> tuple[float, int, str, str]:
    likeness, match = scored
    return -likeness, -match.articles, match.name, match.id


def _listed(matches: list[Match]) -> str:
    return "".join(f"\n  {m.label}:{m.name}  ({m.articles}, {m.id})" for m in matches)
