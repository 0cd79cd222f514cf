"""Names that the tagger ran together: an institution and its officer, a list's halves, a word before a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from jejaring.extraction.names.found import Found
from jejaring.lexicon import HEADS, HONORIFICS, TITLES, WORD_LABELS, is_given_name, is_small, known

_Test = Callable[[str], bool]
_NAME = re.compile(r"(?:[A-Z][a-z'’]+|[A-Z]\.?)(?: (?:[A-Z][a-z'’]+|[A-Z]\.?|bin|binti))*\.?")
_LEAD = 70  # so many characters before an institution may hold the office of who follows it
_JOINT = re.compile(r" (?:dan|serta) ")
_LISTING = ("Dinas ", "Kementerian ", "Direktorat ", "Departemen ", "Fakultas ")
_DANGLING = re.compile(r"(?: (?:dan|serta|and|,))?\s+$")
_MAX_PARTS = 4


def split(text: str, found: list[Found]) -> list[Found]:
    """The names with what was run together cut apart, and lists that one name holds made one."""
    people = {f.form for f in found if f.label == "Person"}
    bodies = {f.form for f in found if f.label == "Institution"}
    cut = [piece for f in found for piece in _cut(text, f, people, bodies)]
    return list(_without_leads(text, _joined(text, cut)))


def _cut(text: str, found: Found, people: set[str], bodies: set[str]) -> list[Found]:
    seam = _seam(text, found, people, bodies) if found.label in ("Institution", "Place") else 0
    if not seam:
        return [found]
    head, tail = _DANGLING.sub("", found.form[:seam]), found.form[seam:]
    label = "Institution" if head in bodies or known("Institution", head) or not known("Place", head) else "Place"
    return [
        Found(found.start, found.start + len(head), label, head),
        Found(found.start + seam, found.end, "Person", tail),
    ]


def _seam(text: str, found: Found, people: set[str], bodies: set[str]) -> int:
    """Where a person's name begins inside the name of an institution or place, 0 for nowhere."""
    titled = _titled(text, found.start)
    if known(found.label, found.form):
        return 0
    for match in reversed(list(re.finditer(r" (?=[A-Z])", found.form))):
        head, tail = found.form[: match.start()], found.form[match.end() :]
        first = tail.split()[0]
        if " " in tail and tail in people and first.lower() not in HEADS:
            return match.end()
        likely = bool(known("Institution", head)) or (
            head in bodies and not any(is_small(w.lower()) for w in tail.split())
        )
        if titled and _is_body(head, bodies) and _is_name(tail, first in people, likely):
            return match.end()
    return 0


def _titled(text: str, start: int) -> bool:
    """Whether an office leads up to `start`."""
    lead = re.split(r"[.;:!?\n“”\"]", text[max(0, start - _LEAD) : start])[-1].lower().split()
    return any(" ".join(lead[i:j]) in TITLES for i in range(len(lead)) for j in range(i + 1, min(i + 4, len(lead) + 1)))


def _is_body(form: str, bodies: set[str]) -> bool:
    """Whether `form` names an institution: the lexicon or the article says so, a country behind it or not."""
    if form[-1] != ")" and (form in bodies or known("Institution", form)):
        return True
    head, _, last = form.rpartition(" ")
    return bool(head and known("Place", last) and (head in bodies or known("Institution", head)))


def _is_name(form: str, told: bool, likely: bool) -> bool:
    """Whether `form` looks like a person's name.

    Its first name must be `told` elsewhere or be known as one, but where a person is `likely`.
    """
    words = form.split()
    if len(words) > _MAX_PARTS or not _NAME.fullmatch(form) or words[0].lower() in HEADS or known("Place", form):
        return False
    if told or _personal(words[0]):
        return not any(known("Place", w) for w in words)
    return likely and len(words) > 1 and not any(known("Place", w) or w.lower() in HEADS for w in words)


def _personal(word: str) -> bool:
    return is_given_name(word) or WORD_LABELS.get(word, "").lower().endswith(".person")


def _is_no_name(word: str) -> bool:
    said = WORD_LABELS.get(word, "").lower()
    other = said.endswith((".institution", ".place", ".program", ".event")) or bool(known("Place", word))
    return word.lower() in HEADS or (other and not is_given_name(word))


def _joined(text: str, found: list[Found]) -> list[Found]:
    """ "Dinas Perpustakaan" and "Kearsipan Kota X" as the one institution they are."""
    out: list[Found] = []
    for f in sorted(found, key=lambda x: (x.start, -x.end)):
        last = out[-1] if out else None
        if last and f.label == last.label == "Institution" and _is_other_half(text, last, f):
            out[-1] = replace(last, end=f.end, form=text[last.start : f.end])
        else:
            out.append(f)
    return out


def _is_other_half(text: str, one: Found, other: Found) -> bool:
    first = other.form.split()[0]
    begins = first.lower() in HEADS or first.isupper() or known("Institution", other.form)
    return one.form.startswith(_LISTING) and not begins and bool(_JOINT.fullmatch(text, one.end, other.start))


def _without_leads(text: str, found: list[Found]) -> Iterator[Found]:
    """People without the end of their office's name; the name that it ends takes it back ("Bandar" + "Lampung")."""
    size = {f.start: _lead_size(text, f) for f in found if f.label == "Person"}
    for f in found:
        start = f.start + (size[f.start] if f.label == "Person" else 0)
        end = f.end + (size.get(f.end + 1, 0) if f.label in ("Institution", "Place") else 0)
        yield Found(start, end, f.label, text[start:end])


def _lead_size(text: str, person: Found) -> int:
    """How many characters before a person's name belong to what stands before it."""
    if _OUTLET.match(person.form):
        return person.form.index(" ") + 1
    words, size = person.form.split(" "), 0
    before = text[max(0, person.start - 24) : person.start].rstrip().split(" ")[-1]
    if not before[:1].isupper() or text[person.start - 1] != " ":
        return 0
    if known("Place", f"{before} {words[0]}") and len(words) > 1:
        return len(words[0]) + 1
    while len(words) > 2 and _leads(words[0]):
        size += len(words.pop(0)) + 1
    return size


_OUTLET = re.compile(r"[a-z]+[A-Z]\w+ [A-Z]")


def _leads(word: str) -> bool:
    return word.lower() not in HONORIFICS and not is_given_name(word) and _is_no_name(word)
