"""Find PART_OF in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jejaring.extraction.draft import Draft, Proposal, Span, Thing
from jejaring.extraction.relations._clauses import bounds, enumerations, words
from jejaring.extraction.relations._subjects import heads
from jejaring.lexicon import known

_ENDS = ("Institution", "Program", "Event")
# The first words of what is by its name a unit of something.
_UNITS = words(
    """komisi fakultas direktorat ditjen dirjen dinas badan balai jurusan fraksi pansus panitia kanwil kantor dpd dpw
    dpc dpp pd pw pc pusat satgassus satgas korlantas departemen unit upt uptd divisi biro subdit seksi bidang program
    gugus ikatan sekretariat inspektorat deputi laboratorium lembaga prodi sekolah perwakilan cabang bareskrim
    divpropam bidpropam propam itwasum itwasda satlantas satreskrim satresnarkoba satnarkoba satsamapta ditlantas
    ditreskrimum ditreskrimsus ditresnarkoba ditpolairud satpolairud dittipidum dittipidkor dittipidter dittipideksus
    resmob spkt densus brimob sdm satuan detasemen mabes puspen pos pasukan majelis dewan subholding regional daop
    divre kanwil bppkb pah kwarcab rayon cabinet
    faculty department directorate committee subcommittee office division task school center centre"""
)
# The first words of what has units, and of what is a stage of something.
_WHOLES = words(
    """kementerian kemenko kemenkeu universitas institut politeknik polri polda dpr dprd dpd mpr pemerintah pemprov
    pemkab pemkot mabes kpk ojk otoritas bumn tni polres
    polresta polrestabes polsek badan bank pt kejaksaan ministry university partai asean pbb"""
)
# What of a country is named after it as a part of its state.
_FORCES = words("militer tentara angkatan pasukan army military")
_STAGES = words("pendaftaran seleksi pembukaan penutupan pencanangan puncak final babak registration opening closing")
# Rules that read a standing fact from names, whatever is planned around them.
_STANDING = frozenset(
    {
        "named after its whole Institution",
        "unit beside whole",
        "unit behind whole",
        "through its unit",
        "its own",
        "office of its region",
    }
)
# Offices that every region's government has, and governments with their region.
_OFFICE = re.compile(
    r"(?:Dinas|Disparbud\w*|Dis[a-z]+|Bappeda|Bapenda|Satpol PP|Sekretariat Daerah|BPBD|Inspektorat)\b"
)
_GOVERNMENT = re.compile(
    r"(?:Pemerintah(?: Daerah)?(?: (?P<level>Kabupaten|Kota|Provinsi))?(?: \([^()]*\))?|Pem(?:kab|kot|prov|da))"
    r"\s+(?P<region>[A-Z].+)"
)
_WHOLE_FIRST = frozenset({"through its unit", "unit behind whole", "its own"})
_GAP = re.compile(r"\)?\s*(?:\([^()]{1,40}\))?,?\s*")
_LISTED = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:,|,?\s*(?:dan|serta|and))\s+[A-Z]")
# "bagian dari komitmen X": part of what X wants, not of X.
_AIM = r"(?:komitmen|strategi|upaya|persiapan|pemenuhan|tanggung|langkah|implementasi|commitment|efforts?)\b"
_ASIDE = r"\s*(?:\([^()]{1,40}\))?"
_INSIDE = re.compile(
    r"\s*(?:\([^()]{1,40}\))?,?\s*(?:(?:yang\s+)?(?:juga\s+)?(?:merupakan|menjadi|adalah|sebagai)\s+)?"
    r"(?:salah\s+satu\s+|an?\s+|the\s+)?(?:bagian\s+dari|anak\s+(?:usaha|perusahaan)(?:\s+dari)?|sub-?brand(?:\s+dari)?|unit|lembaga|bisnis\s+\w+\s+di\s+bawah"
    r"|(?:yang\s+)?(?:berada\s+)?di\s+bawah(?:\s+naungan|\s+koordinasi)?|part\s+of|under|subsidiary\s+of|a\s+unit\s+of)\s+"
    rf"(?:(?!{_AIM})\w+\s+){{0,2}}",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:melalui|lewat|through|via)\s+", re.IGNORECASE)
_OWN = (
    r"(?:anak\s+(?:usaha|perusahaan)|cucu\s+(?:usaha|perusahaan)|unit\s+(?:usaha|bisnis)|sub-?brand|sub-?holding"
    r"|perusahaan\s+afiliasi|lini\s+bisnis|subsidiary|unit|arm)"
)
# "B melalui anak usahanya, A"; "sub-brand dari B, A"; "B, induk usaha A"
_ITS_OWN = re.compile(
    rf"{_ASIDE},?\s*(?:(?:melalui|lewat|dan|bersama|through)\s+)?(?:{_OWN}nya|(?:its|their)\s+{_OWN})[\w\s]{{0,30}},?\s*"
    rf"|{_ASIDE},?\s*(?:yang\s+)?(?:merupakan\s+|adalah\s+)?(?:perusahaan\s+)?induk\s+(?:usaha\s+|perusahaan\s+)?(?:dari\s+)?"
    rf"|{_ASIDE},?\s*(?:which\s+is\s+)?(?:the\s+)?(?:parent(?:\s+company)?|owner)\s+of\s+",
    re.IGNORECASE,
)
_OF = re.compile(rf"\b{_OWN}\s+(?:\w+\s+)?(?:dari\s+|milik\s+|of\s+)?$", re.IGNORECASE)
_ASIDE_COMMA = re.compile(rf"{_ASIDE}\s*,\s*")
_NEXT = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:,|,?\s*\b(?:dan|serta|and)\b)\s*")
_PART = re.compile(
    r"\b(?:(?:merupakan|menjadi|sebagai|adalah)\s+(?:salah\s+satu\s+)?(?:bagian|rangkaian)\s+(?:\w+\s+){0,2}?(?:dari\s+)?(?!pemenuhan|persiapan)"
    r"|(?:dalam|pada)\s+rangka(?:ian)?\s+|di\s+sela(?:-sela)?\s+|masuk\s+(?:dalam|daftar)\s+|(?:is|was|as)\s+part\s+of\s+"
    r"|on\s+the\s+sidelines\s+of\s+)",
    re.IGNORECASE,
)
_THIS = re.compile(r"(?:Ini|Hal (?:ini|itu|tersebut)|This|It)\s+(?:juga\s+)?")
_CONSISTS = re.compile(
    rf"{_ASIDE}\s*(?:\w+\s+){{0,2}}?(?:ini\s+|tersebut\s+)?(?:,\s*)?(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|meliputi"
    r"|mencakup|di\s+antaranya|antara\s+lain|(?P<namely>yakni|yaitu)|consists\s+of|includes)\s+",
    re.IGNORECASE,
)


def part_of(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PART_OF: units named after their whole, "bagian dari", "B melalui A", rounds and editions."""
    yield from _named_after(draft)
    yield from _beside(draft)
    yield from _stated(draft)
    yield from _lists(draft)
    yield from _offices(draft)


def _unit(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _UNITS


def _office(name: str) -> bool:
    """Whether a government or a body can act through what has this name."""
    return _unit(name) or name.startswith("Kemen")


def _named_after(draft: Draft) -> Iterator[Proposal]:
    """ "Komisi VI DPR" is part of DPR; "Peluncuran program X" of X."""
    wholes = [t for t in draft.things.values() if t.label in _ENDS]
    forms = [(f, t, _state(t)) for t in wholes for f in (t.name, *t.forms)]
    seen: set[str] = set()
    for span in draft.spans:
        thing, text = draft.things[span.entity], draft.text[span.start : span.end]
        if thing.id in seen or thing.label not in _ENDS:
            continue
        for name in (thing.name, text):
            ends = [
                (form, whole)
                for form, whole, state in forms
                if whole.id != thing.id
                and _ends_with(name, form)
                and _fits(thing.label, whole.label)
                and _can_be_part(thing.label, name, form, state)
            ]
            if ends:
                whole = max(ends, key=lambda f: (len(f[0]), f[1].id))[1]
                seen.add(thing.id)
                yield _proposal(
                    draft, thing.id, whole.id, (span.start, span.end), f"named after its whole {thing.label}"
                )
                break


def _can_be_part(label: str, name: str, whole: str, state: bool) -> bool:
    """Whether a name's first word makes it a part of what it ends with; a state has but its forces."""
    first = name.split(maxsplit=1)[0].lower()
    if label == "Event":
        return first in _STAGES and not state
    if state or first == "fraksi":
        return first in _FORCES if state else whole.startswith(("DPR", "MPR", "DPD"))
    return first in _UNITS


def _offices(draft: Draft) -> Iterator[Proposal]:
    """ "Dinas Kesehatan Kabupaten X" is part of X's government, where the article knows that."""
    governments = [
        ((match["level"] or "", match["region"]), t)
        for t in draft.things.values()
        if t.label == "Institution"
        for form in (t.name, *t.forms)
        if (match := _GOVERNMENT.match(form))
    ]
    seen: set[str] = set()
    for span in draft.spans:
        text = draft.text[span.start : span.end]
        fits = [g for region, g in governments if _of_region(text, *region)]
        if fits and span.entity not in seen and draft.label(span) == "Institution" and _OFFICE.match(text):
            seen.add(span.entity)
            yield _proposal(draft, span.entity, fits[0].id, (span.start, span.end), "office of its region")


def _of_region(office: str, level: str, region: str) -> bool:
    """Whether an office's name ends with a region, on the level of its government where both tell that."""
    told = re.search(rf"(?:\b(Kabupaten|Kota|Provinsi))?\s+{re.escape(region)}$", office)
    return told is not None and (not level or told[1] in (None, level))


def _ends_with(name: str, form: str) -> bool:
    """Whether a name ends with another that is no mere part of an enumeration in it, nor a unit of the same kind."""
    before = name.removesuffix(" " + form)
    alike = before != name and before.split(maxsplit=1)[0] == form.split(maxsplit=1)[0]
    return before != name and not alike and not before.endswith((",", " dan", " serta", " and"))


def _state(thing: Thing) -> bool:
    """Whether a thing is a country or its government, which everything of the state would be part of."""
    return any(known("Place", f.removeprefix("Pemerintah ")) for f in (thing.name, *thing.forms)) or "RI" in (
        thing.name,
        *thing.forms,
    )


def _fits(part: str, whole: str) -> bool:
    return (part, whole) in (("Institution", "Institution"), ("Event", "Program"), ("Event", "Event"))


def _beside(draft: Draft) -> Iterator[Proposal]:
    """A unit right before its whole, "B melalui A", "A, anak usaha B", "DPRD X Fraksi Y"."""
    for sentence in draft.sentences:
        spans = draft.within(sentence.start, sentence.end, *_ENDS)
        for left, right in pairwise(spans):
            rule = _rule(draft, left, right)
            part, whole = (right, left) if rule in _WHOLE_FIRST else (left, right)
            cue = (left.end, max(left.end, right.start))
            if rule:
                yield _proposal(draft, part.entity, whole.entity, cue, rule)
            if rule == "through its unit":
                for other in _others(draft, right, spans):
                    yield _proposal(draft, other.entity, whole.entity, cue, rule)


def _others(draft: Draft, unit: Span, spans: list[Span]) -> Iterator[Span]:
    """The units enumerated behind the first: "A melalui B, C, dan D"."""
    end = unit.end
    for span in spans:
        if span.start >= end:
            if not _NEXT.fullmatch(draft.text, end, span.start) or not _office(draft.text[span.start : span.end]):
                return
            yield span
            end = span.end


def _rule(draft: Draft, left: Span, right: Span) -> str:
    """Which rule, if any, makes one of two neighbouring names a part of the other."""
    gap = draft.text[left.end : right.start]
    first, second = draft.text[left.start : left.end], draft.text[right.start : right.end]
    both = draft.label(left) == draft.label(right) == "Institution"
    if _INSIDE.fullmatch(gap):
        return "said to be part"
    if both and _THROUGH.fullmatch(gap) and _office(second):
        return "through its unit"
    if both and _ITS_OWN.fullmatch(gap):
        return "its own"
    if both and _ASIDE_COMMA.fullmatch(gap) and _OF.search(draft.text[max(0, left.start - 40) : left.start]):
        return "its own"
    if both and gap == " " and second.startswith(("Fraksi", "Komisi")):
        return "unit behind whole"
    holds = bool(gap) and _can_hold(draft, left, right) and second.split(maxsplit=1)[0].lower() in _WHOLES
    unit = _unit(first) or _unit(draft.things[left.entity].name)
    listed = "," in gap and (_LISTED.match(draft.text, right.end) or second.startswith("PT"))
    return "unit beside whole" if holds and unit and not listed and _GAP.fullmatch(gap) else ""


def _can_hold(draft: Draft, left: Span, right: Span) -> bool:
    """Whether the second can have the first as a unit: an institution or a school, of an institution."""
    return draft.label(right) == "Institution" and draft.label(left) in ("Institution", "Program")


def _stated(draft: Draft) -> Iterator[Proposal]:
    """ "Acara ini merupakan bagian dari X", "di sela-sela X": what the clause is about is part of X."""
    for cue in _PART.finditer(draft.text):
        _, end = bounds(draft, cue.start())
        wholes = draft.within(cue.end(), end, "Program", "Event")
        if not wholes or len(draft.text[cue.end() : wholes[0].start].split()) > 4:
            continue
        for part in heads(draft, cue.start(), ("Program", "Event")) or _nearest(draft, cue.start()):
            yield _proposal(draft, part, wholes[0].entity, cue.span(), "stated part")


def _nearest(draft: Draft, at: int) -> list[str]:
    """The last event before `at` in the sentence ("menggelar A dalam rangka B"), or before it ("Ini bagian dari B")."""
    start, _ = bounds(draft, at)
    this = _THIS.fullmatch(draft.text[start:at])
    events: list[Span] = draft.within(0 if this else start, at, "Event")
    return [events[-1].entity] if events else []


def _lists(draft: Draft) -> Iterator[Proposal]:
    """ "Program X terdiri dari A, B, dan C"."""
    for whole in [s for s in draft.spans if draft.label(s) in ("Program", "Event")]:
        consists = _CONSISTS.match(draft.text, whole.end)
        _, end = bounds(draft, whole.start)
        fits = consists and (draft.text[whole.start].isupper() or not consists["namely"])
        runs = enumerations(draft, consists.end(), end, ("Program", "Event")) if consists and fits else []
        if consists and runs and runs[0][0].start - consists.end() < 40:
            for part in runs[0]:
                if part.entity != whole.entity:
                    yield _proposal(draft, part.entity, whole.entity, consists.span(), "listed parts")


def _proposal(draft: Draft, part: str, whole: str, cue: tuple[int, int], rule: str) -> Proposal:
    start, end = bounds(draft, cue[0])
    standing, speaker = ("asserted", "") if rule in _STANDING else (None, None)
    return Proposal(part, "PART_OF", whole, start, end, cue, rule, 0.65, modality=standing, speaker=speaker)
