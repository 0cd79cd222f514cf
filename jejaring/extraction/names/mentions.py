"""The mentions of a document: what the tagger found, trimmed, labelled alike over the document, and found again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jejaring.extraction.names.clean import balance, degrees_size, titles_end, trim, trim_tail
from jejaring.extraction.names.countries import HOME, home, is_country, state
from jejaring.extraction.names.cues import bodies, english_bodies, known_places, known_programs, owners, programs
from jejaring.extraction.names.found import Found
from jejaring.extraction.names.laws import laws
from jejaring.extraction.names.pairs import paired
from jejaring.extraction.names.spans import spans
from jejaring.extraction.names.splits import split
from jejaring.extraction.names.words import Words
from jejaring.lexicon import COMMON, HEADS, TITLES, is_small, known

# What never stands inside the name of an institution or a place, but begins the next phrase.
_BROKEN_OFF = re.compile(
    r"(?<=\w) "
    r"(?:di|ke|yang|Dapil|Fraksi|seluas|sebagai|tersebut|itu|ini|mereka|masih|saat|at|in|on|to|is|was|has)(?= |$)"
)
_WORD_SIGN = re.compile(r"\w")
_ENDED = re.compile(
    r"(?<=\w) (?:yang|ini|itu|tersebut|karena|akan|adalah|dari|juga|sudah|telah|dan|this|that)(?: .*)?$"
)
_LED = re.compile(r".* (?:program|sistem|aplikasi|platform) (?=[A-Z])")
# A general word at the head of a phrase in small letters, or a year, names no programme.
_GENERAL = re.compile(
    r"(?:Kebijakan|Program|Dana|Bantuan|Penghargaan|Peraturan|Raperda|Rancangan|Rencana|Keberadaan|Sistem|Proyek|Aplikasi)"
    r"(?: [a-z]\S*)*$|Tahun \d+$|Hari \w+$|(?:dari|sekitar|rute|utama|untuk|dengan|di|ke) "
)
_BALINESE = re.compile(r"\b(?:I|Ni) $")
# Who a programme is for is no part of its name.
_ROLE = re.compile(r"(?:Peserta|Alumni|Lulusan|Penerima|Para [Pp]eserta|Kelas|Relawan) (?=[A-Z])")
_LANGUAGE = ("bahasa ", "Bahasa ", "berbahasa ")
LABELS = frozenset({"Person", "Institution", "Program", "Place"})


def mentions(text: str, words: Words, tags: list[str]) -> list[Found]:
    """The names of a document, in text order, without overlaps."""
    raw = [f for f in (_cleaned(text, *span) for span in spans(text, words, tags)) if f]
    alone = {f.form for f in raw}
    raw = [piece for f in raw for piece in _without_owner(text, f, alone)]
    raw = paired(text, split(text, [f for f in raw if f.form != HOME]))
    listed = list(known_programs(text))
    legal = [_without_programme(f, [*raw, *listed]) for f in laws(text)]
    named = _free(_over(list(programs(text)), _over(listed, raw)), legal)
    named = [*legal, *_one_sense([_body(_known_program(f)) for f in named])]
    associations = [*bodies(text), *english_bodies(text)]
    named = [f for f in named if f.label != "Event" or _free([f], associations)]
    named += _free(associations, named)
    named += _again(text, named)
    named += _free(home(text), named)
    named += _free(list(known_places(text)), named)
    named += owners(named)
    named += _free(state(text, named), named)
    return sorted(named, key=lambda f: (f.start, -f.end))


def _over(strong: list[Found], weak: list[Found]) -> list[Found]:
    """The strong ones, and the weak ones that touch none; a weak one that holds a strong one and more stays instead."""
    won = [
        s
        for s in strong
        if not any(
            w.start <= s.start and s.end <= w.end and w.form != s.form
            for w in weak
            if w.label in ("Program", "Institution", "Event")
        )
    ]
    return [*won, *_free(weak, won)]


def _free(found: list[Found], taken: list[Found]) -> list[Found]:
    """Those of `found` that touch none of `taken`."""
    return [f for f in found if not any(f.start < t.end and t.start < f.end for t in taken)]


def _cleaned(text: str, start: int, end: int, label: str) -> Found | None:
    start, end = trim(text, *balance(text, *trim(text, start, end)))
    if label in ("Institution", "Place"):
        end = start + len(_BROKEN_OFF.split(text[start:end])[0])
    if label == "Program":
        end = start + len(_ENDED.split(text[start:end])[0])
        start += lead.end() if (lead := _LED.match(text[start:end])) else 0
    end = start + len(trim_tail(text[start:end]))
    if label == "Institution" and text.startswith(("The ", "the "), start, end):
        start += 4
    if label == "Program" and (role := _ROLE.match(text, start, end)):
        start = role.end()
    if label in ("Person", "Institution"):
        start += titles_end(text[start:end])
    if label == "Person":
        start -= len(lead.group()) if (lead := _BALINESE.search(text[max(0, start - 3) : start])) else 0
        end -= degrees_size(text[start:end])
        start, end = trim(text, start, end)
    form = text[start:end]
    if _no_name(form, label) or (label == "Place" and text[:start].endswith(_LANGUAGE)):
        return None
    return Found(start, end, label, form)


_TWICE = re.compile(r"(\w+)-\1", re.I)


def _without_owner(text: str, found: Found, alone: set[str]) -> list[Found]:
    """ "Sesdilu Kemenlu RI" as two names, where the text gives "Sesdilu" as a name of its own."""
    first, _, rest = found.form.partition(" ")
    own = f"({first})" in text or (first in alone and first.lower() not in HEADS) or known("Program", first)
    if found.label not in ("Institution", "Program") or not own or not known("Institution", rest):
        return [found]
    seam = found.start + len(first)
    return [Found(found.start, seam, found.label, first), Found(seam + 1, found.end, "Institution", rest)]


def _no_name(form: str, label: str) -> bool:
    return (
        (label == "Program" and bool(_GENERAL.match(form)))
        or bool(_TWICE.fullmatch(form))
        or len(form) < 2
        or form.lower() in TITLES
        or form in COMMON
        or (" " not in form and is_small(form))
    )


def _one_sense(found: list[Found]) -> list[Found]:
    """One label for one form: the one that most of its mentions have (the first of equals)."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for f in found:
        votes[f.form][f.label] += 1
    label = {form: max(count, key=lambda k: count[k]) for form, count in votes.items()}
    return [f if _may_act(f) else replace(f, label=label[f.form]) for f in found]


def _without_programme(law: Found, found: list[Found]) -> Found:
    """A law about a programme without it: that one has a name of its own."""
    if not any(f.label == "Program" and law.start < f.start and f.end == law.end for f in found):
        return law
    form = law.form.partition(" tentang ")[0]
    return Found(law.start, law.start + len(form), law.label, form)


def _known_program(found: Found) -> Found:
    return replace(found, label="Program") if known("Program", found.form) else found


# Heads of institutions that programmes are named with too: "Sekolah Lansia", "Pusat Logistik Berikat".
_EITHER = frozenset(
    ("sekolah", "pusat", "akademi", "pesantren", "sma", "forum", "tim", "kelompok", "komunitas", "unit")
)


def _body(found: Found) -> Found:
    """What begins with the head of an institution is one: "Satgas Pangan"."""
    first = found.form.split()[0].lower()
    head = HEADS.get(first)
    if found.label != "Program" or first in _EITHER or " " not in found.form or known("Program", found.form):
        return found
    body = (head and head.label == "Institution") or found.form.lower().startswith("satuan tugas ")
    return replace(found, label="Institution") if body else found


def _may_act(found: Found) -> bool:
    return found.label in ("Place", "Institution") and is_country(found.form)


def _again(text: str, found: list[Found]) -> Iterator[Found]:
    """Places where a form found elsewhere stands untagged, longer forms first."""
    taken = bytearray(len(text))
    for f in found:
        taken[f.start : f.end] = b"\1" * (f.end - f.start)
    label = {f.form: f.label for f in found}
    for form in sorted(label, key=lambda x: (-len(x), x)):
        if len(form) < 4 or form[0].islower():
            continue
        for start, end in _standing_alone(form, text):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * len(form)
                yield Found(start, end, label[form], form)


def _standing_alone(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `form` stands in `text` with no letter or digit beside it; to compile a pattern a form takes far longer."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        alone = not (_WORD_SIGN.match(text, start - 1) if start else None) and not _WORD_SIGN.match(text, end)
        if alone:
            yield start, end
        start = text.find(form, end if alone else start + 1)


def kept(found: Iterable[Found]) -> list[Found]:
    """The mentions whose label this step owns."""
    return [f for f in found if f.label in LABELS]
