"""Known places, institutions, people and programmes: any form leads to the full name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from jejaring.lexicon.files import rows
from jejaring.text.normalise import fold


class Entry(NamedTuple):
    """A known thing: its label, its full name, and its kind ("" where not plain)."""

    label: str
    name: str
    kind: str


_GOVERNMENTS = {"regency": ("Pemerintah Kabupaten", "Pemkab"), "city": ("Pemerintah Kota", "Pemkot")}


@lru_cache(maxsize=1)
def places() -> Mapping[str, Entry]:
    """Folded form -> place: countries, world cities and islands, provinces, regencies, cities and districts.

    Where a bare name is both a regency and a city ("Bandung"), the first of the list has it.
    """
    out: dict[str, Entry] = {}
    for form, entry in _places():
        out.setdefault(fold(form), entry)
    return out


def _places() -> Iterator[tuple[str, Entry]]:
    gazetteer = [(name, kind) for name, kind in rows("places.tsv")]
    full = {name: kind for name, kind in gazetteer if kind == "province"}
    kinds = _kinds() | full
    for short, name in rows("short_places.tsv"):
        yield short, Entry("Place", name, kinds.get(name, "city"))
    for name in full:
        yield name, Entry("Place", name, "province")
    for row in rows("world.tsv"):
        yield from _forms("Place", row)
    yield from _regions(gazetteer)


def _regions(gazetteer: list[tuple[str, str]]) -> Iterator[tuple[str, Entry]]:
    for name, kind in gazetteer:
        if kind in ("regency", "city"):
            yield name, Entry("Place", name, kind)
    for name, kind in gazetteer:
        bare = name.split(" ", 1)[-1]
        if kind in ("regency", "city"):
            yield bare, Entry("Place", bare, kind)
    for name, kind in gazetteer:
        if kind == "district":
            yield f"Kecamatan {name}", Entry("Place", f"Kecamatan {name}", kind)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Whether a bare name is a regency or a city; of both, the last of the list has it."""
    return {name.split(" ", 1)[-1]: kind for name, kind in rows("places.tsv") if kind in ("regency", "city")}


@lru_cache(maxsize=1)
def _sole_regions() -> Mapping[str, str]:
    full: dict[str, list[str]] = {}
    for name, kind in rows("places.tsv"):
        if kind in ("regency", "city"):
            full.setdefault(fold(name.split(" ", 1)[-1]), []).append(name)
    return {bare: names[0] for bare, names in full.items() if len(names) == 1}


def sole_region(name: str) -> str | None:
    """The full name of the one regency or city that is called `name` ("Banyuwangi"), None where two are ("Malang")."""
    return _sole_regions().get(fold(name))


def _forms(label: str, row: list[str]) -> Iterator[tuple[str, Entry]]:
    name, kind, others = ([*row, "", ""])[:3]
    for form in [name, *others.split("|")]:
        if form:
            yield form, Entry(label, name, kind)


@lru_cache(maxsize=1)
def _institutions() -> Mapping[str, Entry]:
    out: dict[str, Entry] = {}
    for form, entry in _all_institutions():
        out.setdefault(fold(form), entry)
    return out


def _all_institutions() -> Iterator[tuple[str, Entry]]:
    for subject, others in rows("ministries.tsv"):
        entry = Entry("Institution", f"Kementerian {subject} Republik Indonesia", "ministry")
        for form in [f"Kementerian {subject}", *others.split("|")]:
            yield from ((variant, entry) for variant in (form, f"{form} RI", f"{form} Republik Indonesia"))
    for row in rows("institutions.tsv"):
        yield from _forms("Institution", row)
    for name, kind in rows("places.tsv"):
        yield from _government(name, kind)
    for short, name in rows("short_places.tsv"):
        long, brief = _GOVERNMENTS.get(_kinds().get(name, ""), ("Pemerintah Provinsi", "Pemprov"))
        yield f"{brief} {short}", Entry("Institution", f"{long} {name}", "local_government")


def _government(name: str, kind: str) -> Iterator[tuple[str, Entry]]:
    long, short = _GOVERNMENTS.get(kind, ("Pemerintah Provinsi", "Pemprov"))
    if kind != "district":
        bare = name if kind == "province" else name.split(" ", 1)[-1]
        entry = Entry("Institution", f"{long} {bare}", "local_government")
        yield f"{long} {bare}", entry
        yield f"{short} {bare}", entry


@lru_cache(maxsize=1)
def _people() -> Mapping[str, Entry]:
    out: dict[str, Entry] = {}
    for row in rows("people.tsv"):
        for form, entry in _forms("Person", [row[0], "", *row[1:]]):
            out.setdefault(fold(form), entry)
    return out


@lru_cache(maxsize=1)
def programs() -> Mapping[str, Entry]:
    """Form as written -> national programme, policy, fund or public system."""
    out: dict[str, Entry] = {}
    for row in rows("programs.tsv"):
        for form, entry in _forms("Program", [row[0], "", *row[1:]]):
            out.setdefault(form, entry)
    return out


@lru_cache(maxsize=1)
def _programs() -> Mapping[str, Entry]:
    return {fold(form): entry for form, entry in reversed(list(programs().items()))}


@lru_cache(maxsize=1)
def _lengths() -> Mapping[str, int]:
    out: dict[str, int] = {}
    for table in (_people(), _institutions(), places()):
        for form in table:
            first, *rest = form.split(" ")
            out[first] = max(out.get(first, 0), 1 + len(rest))
    return out


@lru_cache(maxsize=1 << 14)
def longest_known(word: str) -> int:
    """How many words the longest known name of a person, institution or place has that begins with `word`; 0: none."""
    first, *rest = fold(word).split(" ")
    return max(0, _lengths().get(first, 0) - len(rest))


@lru_cache(maxsize=1 << 14)
def known(label: str, name: str) -> Entry | None:
    """The known Person, Institution, Place or Program that `name`, in any of its forms, stands for; None for none."""
    tables = {"Person": _people, "Institution": _institutions, "Place": places, "Program": _programs}
    return tables[label]().get(fold(name)) if label in tables else None


def canonical(label: str, name: str) -> str | None:
    """The full name of a well-known person, institution, place or programme for any of its forms, else None.

    "Kemenlu", "Kementerian Luar Negeri", "Kemenlu RI" -> "Kementerian Luar Negeri Republik Indonesia".
    """
    entry = known(label, name)
    return entry.name if entry else None
