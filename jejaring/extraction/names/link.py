"""Which mentions of a document name one thing: acronyms, short names, names with and without their head word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from jejaring.extraction.names.countries import is_country
from jejaring.extraction.names.found import Found
from jejaring.extraction.names.laws import law_key, without_subject
from jejaring.lexicon import ACRONYMS, HEADS, known
from jejaring.text.normalise import fold

_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)")
_BEFORE = re.compile(r"([A-Z][\w-]{1,14}) \($")
_COUNTRY_TAIL = re.compile(r"\s+(?:RI|Republik Indonesia|Indonesia)$")
_PLACE_HEAD = re.compile(
    r"^(?:Kabupaten|Kab\.?|Kota|Provinsi|Prov\.?|Pulau|Kecamatan|Kec\.|Desa|Kelurahan|Negara)\s+", re.I
)
_PROGRAM_HEAD = re.compile(
    r"^(?:the |program |programme |gerakan |kebijakan |aplikasi |proyek |skema |platform |sistem |layanan )+",
    re.I,
)
# A general word before the name of a programme is no part of it.
_PROGRAM_WORD = re.compile(r"^(?:[Pp]rogram(?:me)?|[Ss]kema|[Tt]he) (?=[A-Z\d\"“])")
_GOVERNMENT = re.compile(
    r"^(?:Pemerintah (?P<long>Kabupaten|Kota|Provinsi|Daerah)?|Pem(?P<short>kab|kot|prov|da))\s*(?=[A-Z])", re.I
)
_OF_COUNTRY = re.compile(r"^(?:pemerintah|pihak|(?:the )?government of) (?=[A-Z])|['’]s government$|^the ", re.I)
_BRANCH = re.compile(r"^(?:kantor (?:perwakilan|cabang)(?: wilayah)?|kpw) ")


@dataclass
class Cluster:
    """The forms of one thing and where they stand."""

    label: str
    forms: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form, brackets left out; the first of the longest."""
        plain = [plain_form(f) for f in self.forms]
        if self.label == "Program":
            plain = [f if known("Program", f) else _PROGRAM_WORD.sub("", f) for f in plain]
        if self.label == "Place":  # "Pulau Dewata" is longer than "Bali", and only what it is called
            plain = [f for f in plain if not _is_nickname(f)] or plain
        return max(plain, key=lambda f: (len(f.split()), len(f)))


def _is_nickname(form: str) -> bool:
    entry = known("Place", form)
    return entry is not None and not set(fold(entry.name).split()) & set(fold(form).split())


def plain_form(form: str) -> str:
    """`form` without what it holds in brackets."""
    return re.sub(r"\s+", " ", _BRACKET.sub("", form)).strip() or form


def clusters(text: str, found: list[Found]) -> list[Cluster]:
    """The things that the mentions name, in text order of their first mention."""
    short = _acronyms(text, found)
    found = _alike(found, short)
    groups: list[Cluster] = []
    for form, label in sorted(
        {(f.form, f.label) for f in found}, key=lambda p: (-len(plain_form(p[0]).split()), -len(p[0]), p)
    ):
        home = _home(form, label, groups, short)
        if home is None:
            home = Cluster(label)
            groups.append(home)
        home.forms.append(form)
    owner = {(form, g.label): g for g in groups for form in g.forms}
    for f in found:
        owner[f.form, f.label].places.append((f.start, f.end))
    for group in groups:
        _add_extras(group, short)
    return sorted((g for g in groups if not _only_a_head(g)), key=lambda g: g.places[0])


def _only_a_head(group: Cluster) -> bool:
    """Whether nothing but a common word names the thing: "Kelurahan", "Dinas", "Pemprov"."""
    return all(form.lower() in HEADS and form.lower() != "pemerintah" and not form.isupper() for form in group.forms)


def _alike(found: list[Found], short: dict[str, str]) -> list[Found]:
    """Mentions of an acronym have the label of its full form."""
    label = {f.form: f.label for f in found}
    return [replace(f, label=label[short[f.form]]) if short.get(f.form) in label else f for f in found]


def _acronyms(text: str, found: list[Found]) -> dict[str, str]:
    """Acronym -> the form that the document gives it: "Full Name (ACR)", "Full (ACR) Name"."""
    out: dict[str, str] = {}
    people = {(f.start, f.end, f.label) for f in found}
    for f in found:
        inside = _BRACKET.search(f.form)
        if inside and (is_short_for(inside.group(1), f.form[: inside.start()]) or _is_own(inside.group(1), f)):
            out.setdefault(inside.group(1), f.form)
        after = _BRACKET.match(text, f.end)
        if after and (is_short_for(after.group(1), f.form) or _is_own(after.group(1), f)):
            out.setdefault(after.group(1), f.form)
        before = _BEFORE.search(text[max(0, f.start - 18) : f.start])
        if before and text[f.end : f.end + 1] == ")" and is_short_for(before.group(1), f.form):
            out.setdefault(before.group(1), f.form)
        if after and f.label == "Person" and (after.start(1), after.end(1), "Person") in people:
            out.setdefault(after.group(1), f.form)
    return out


def _is_own(short: str, found: Found) -> bool:
    """Whether capitals in brackets behind an institution are its acronym though they come from another language."""
    other = known("Institution", short)
    own = known("Institution", found.form)
    return (
        found.label == "Institution"
        and bool(_CAPITALS.fullmatch(short))
        and " " in found.form
        and not known("Place", short)
        and (other is None or (own is not None and own.name == other.name))
    )


_CAPITALS = re.compile(r"[A-Z]{3,8}")


def is_short_for(short: str, full: str) -> bool:
    """Whether `short` can be an acronym of `full`: its letters stand in it in order, beginning at the first."""
    if len(short.split()) > 2 or not short[0].isupper() or len(short) >= len(full) or len(full.split()) < 2:
        return False
    letters = iter(fold(full).replace(" ", ""))
    wanted = fold(short).replace(" ", "")
    return all(c in letters for c in wanted) and sum(c.isupper() for c in short) >= 1


def _home(form: str, label: str, groups: list[Cluster], short: dict[str, str]) -> Cluster | None:
    same = [g for g in groups if g.label == label]
    test = {"Person": _same_person, "Place": _same_place, "Program": _same_program}.get(label, _same_institution)
    full = short.get(form)
    for group in same:
        if full and full in group.forms:
            return group
        if label == "Institution" and any(
            whole in group.forms and "(" not in whole and _level_less(form) in _shortened(f"{whole} ({acronym})")
            for acronym, whole in short.items()
        ):
            return group
    fits = [g for g in same if any(test(form, other) for other in g.forms)]
    if label == "Person" and len(fits) > 1:
        return fits[0]
    return fits[0] if fits else None


def _same_entry(label: str, a: str, b: str) -> bool:
    one, two = known(label, plain_form(a)), known(label, plain_form(b))
    return bool(one and two and one.name == two.name)


def _same_person(short: str, full: str) -> bool:
    if _same_entry("Person", short, full):
        return True
    a, b = fold(short).split(), fold(full).split()
    rest = iter(b)
    return bool(a) and all(w in rest for w in a)


def _same_place(short: str, full: str) -> bool:
    a, b = fold(plain_form(short)), fold(plain_form(full))
    bare = fold(_PLACE_HEAD.sub("", plain_form(full)))
    return a in (b, bare) or _same_entry("Place", short, full)


def _same_program(short: str, full: str) -> bool:
    if _same_entry("Program", short, full) or (law_key(short) and law_key(short) == law_key(full)):
        return True
    a = fold(_PROGRAM_HEAD.sub("", plain_form(short)))
    b = fold(_PROGRAM_HEAD.sub("", plain_form(full)))
    return a == b or fold(ACRONYMS.get(short, "")) == b or b.startswith(a + " ")


_COMPANY = re.compile(r"^(?:PT|CV|UD|Perum|Perumda|Perseroda)\.? |(?:,? (?:Tbk|Persero|Perseroda|Ltd|Inc|Corp)\.?)+$")


def _squeezed(form: str) -> str:
    """A name without its blanks and what says that it is a company: "PT Krakatau Steel Tbk", "KrakatauSteel"."""
    return fold(_COMPANY.sub("", form)).replace(" ", "") or fold(form)


def _same_institution(short: str, full: str) -> bool:
    a, b = plain_form(short), plain_form(full)
    if (
        _squeezed(a) == _squeezed(b)
        or fold(_COUNTRY_TAIL.sub("", a)) == fold(_COUNTRY_TAIL.sub("", b))
        or _same_entry("Institution", a, b)
    ):
        return True
    one, two = _GOVERNMENT.match(a), _GOVERNMENT.match(b)
    if one and two:
        return _seat(a) == _seat(b) and _levels_agree(one, two)
    if is_country(_OF_COUNTRY.sub("", b)) and _same_place(_OF_COUNTRY.sub("", a), _OF_COUNTRY.sub("", b)):
        return True
    if fold(ACRONYMS.get(a, "")) == fold(_COUNTRY_TAIL.sub("", b)):
        return True
    return _is_short_head(a, b) or _expanded(a) == _expanded(b) or _level_less(a) in _shortened(full)


def _shortened(form: str) -> list[str]:
    """What a name with an acronym inside is called with it alone: "X Y (XY) Z" is "XY Z", "X XY Z"."""
    inside = _BRACKET.search(form)
    if not inside:
        return []
    short, head = inside.group(1), form.split(maxsplit=1)[0]
    after = re.sub(r"^(?:di|in) ", "", form[inside.end() :].strip())
    short_forms = [short, f"{head} {short}", f"{short} {after}", f"{head} {short} {after}"]
    return [_level_less(f) for f in short_forms[0 if after else 1 : 4 if after else 2]]


def _level_less(form: str) -> str:
    return " ".join(_LEVEL.sub("", fold(form)).split())


def _levels_agree(one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether two names of local governments may be of one level; "Pemerintah Daerah" and "Pemda" may be any."""
    first, second = (_LEVELS.get((m["long"] or m["short"] or "").lower(), "") for m in (one, two))
    return not (first and second) or first == second


_LEVELS = {
    "kabupaten": "regency", "kab": "regency", "kota": "city", "kot": "city", "provinsi": "province", "prov": "province",
}  # fmt: skip


_LONG_HEADS = {
    "kanwil": "kantor wilayah", "kejari": "kejaksaan negeri", "kejati": "kejaksaan tinggi", "pn": "pengadilan negeri",
    "lapas": "lembaga pemasyarakatan", "rutan": "rumah tahanan", "ponpes": "pondok pesantren",
    "disdik": "dinas pendidikan", "dinkes": "dinas kesehatan", "dishub": "dinas perhubungan",
    "dispar": "dinas pariwisata", "rsud": "rumah sakit umum daerah", "dinsos": "dinas sosial",
    "disnaker": "dinas tenaga kerja", "dlh": "dinas lingkungan hidup", "rs": "rumah sakit",
    "disperindag": "dinas perindustrian dan perdagangan", "kpu": "komisi pemilihan umum", "univ": "universitas",
}  # fmt: skip
_LEVEL = re.compile(r"\b(?:kota|kabupaten|kab|provinsi|republik indonesia|ri)\b ?")


@lru_cache(maxsize=1 << 12)
def _expanded(form: str) -> str:
    """`form` folded, its first words and its place written in full, without the level of the place."""
    words = form.split()
    for i, word in enumerate(words[:2]):
        body = known("Institution", word) if word.isupper() or word.startswith("Kemen") else None
        words[i] = _LONG_HEADS.get(word.lower()) or (body.name if body else word)
    for size in (1, 2):
        place = known("Place", " ".join(words[-size:])) if len(words) > size else None
        words = [*words[:-size], place.name] if place else words
    return _BRANCH.sub("", _level_less(" ".join(words)))


# What a local government is called in short, and how the full form begins.
_SHORT_HEADS = {
    "pemkab": "Pemerintah Kabupaten ",
    "pemkot": "Pemerintah Kota ",
    "pemprov": "Pemerintah Provinsi ",
    "pemerintah kabupaten": "Pemkab ",
    "pemerintah kota": "Pemkot ",
    "pemerintah provinsi": "Pemprov ",
    "kedubes": "Kedutaan Besar ",
    "rs": "Rumah Sakit ",
}


def _is_short_head(a: str, b: str) -> bool:
    """Whether `a` is the beginning of `b` ("DPRD" of "DPRD Banyuwangi"), or the short word for it ("Pemkab")."""
    if b.startswith(_SHORT_HEADS.get(a.lower(), "\0")):
        return True
    return (a.split(maxsplit=1)[0].lower() in HEADS or a.isupper()) and fold(b).startswith(fold(a) + " ")


def _seat(form: str) -> str:
    seat = _GOVERNMENT.sub("", form)
    entry = known("Place", seat)
    return fold(entry.name if entry else seat)


def _add_extras(group: Cluster, short: dict[str, str]) -> None:
    """Forms that stand in the text inside brackets, or around them."""
    for form in list(group.forms):
        if group.label == "Program" and without_subject(form) != form:
            group.extra.append(without_subject(form))
        inside = _BRACKET.search(form)
        if inside:
            before, after = form[: inside.start()].strip(), form[inside.end() :].strip()
            group.extra += [inside.group(1), before, f"{inside.group(1)} {after}".strip()]
    group.extra += [acronym for acronym, form in short.items() if form in group.forms]


def kind_of(label: str, forms: Iterable[str]) -> str:
    """The kind of a thing where it is plain: from the gazetteer, else from the first word of a form."""
    for form in forms:
        entry = known(label, plain_form(form))
        if entry and entry.kind:
            return entry.kind
    for form in forms:
        head = HEADS.get(form.split()[0].lower().rstrip("."))
        if head and head.label == label and head.kind:
            return head.kind
    return ""
