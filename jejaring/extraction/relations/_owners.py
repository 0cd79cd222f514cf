"""Whose a programme is by its name alone: "Program Sosial Bank X", "Peraturan Badan Y Nomor 6", "Z Youth Award"."""

from __future__ import annotations

import re

from jejaring.extraction.draft import Draft, Thing
from jejaring.lexicon import known

# What an institution issues: its name follows the kind of act at once.
_ACTS = (
    r"(?:peraturan|keputusan|putusan|resolusi|tap|ketetapan|surat edaran(?: dari)?|instruksi|maklumat|fatwa|visi|acara"
    r"|aplikasi|decision|resolution|decree)"
)
# A name with one of these tells of two sides, of a deed or of what is ruled, and so of no owner.
_NO_OWNER = re.compile(
    r"\b(?:tentang|dengan|antara|terkait|di|ke|masuk|melawan|dan|between|with|on|in|about|agreement|treaty|hub)\b"
    r"|^(?:pembangunan|pembentukan|pendirian|renovasi|revitalisasi|perjanjian|larangan|kemitraan|kerja sama|agenda|nota"
    r"|kawasan|proyek|undang-undang|uu|ruu|free|proteksi|penutupan|pembubaran|reformasi|perluasan)\b",
    re.IGNORECASE,
)
# What a state owns by its name.
_OF_STATE = re.compile(r"(?:program|kebijakan|strategi|skema|visi)\b", re.IGNORECASE)
_MIN = 3  # shorter forms are no names


def owner(draft: Draft, program: Thing) -> str:
    """The id of the institution whose programme this is by name, the longest named first; "" where none is."""
    found = [
        (len(form), thing.id)
        for thing in draft.things.values()
        if thing.label == "Institution"
        for form in (thing.name, *thing.forms)
        if len(form) >= _MIN and any(_owned(name, form) for name in (program.name, *program.forms))
    ]
    return max(found)[1] if found else ""


def _owned(name: str, form: str) -> bool:
    """Whether a programme's name says that it is of the institution of this form."""
    if form not in name or name == form:
        return False
    if re.match(rf"{_ACTS}\s+{re.escape(form)}(?!\w)", name, re.IGNORECASE):
        return True
    if _NO_OWNER.search(name.replace(form, "")):
        return False
    state = known("Place", form) is not None
    ends = name.endswith((f" {form}", f" ({form})"))
    return (ends and (not state or bool(_OF_STATE.match(name)))) or (_starts(name, form) and not state)


def _starts(name: str, form: str) -> bool:
    """Whether a name is a form and a proper name of its own behind it, no model, year or part of a longer one."""
    own = name.removeprefix(f"{form} ")
    return own != name and bool(re.match(r"[A-Z][A-Za-z-]+(?!\w)", own))
