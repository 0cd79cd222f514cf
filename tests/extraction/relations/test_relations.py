"""Each relation has a fixture file of its own name: texts with [Label Name] marked, and exactly the claims expected.

    - text: "[Person Ipuk Fiestiandani] akan mengunjungi [Place Desa Kemiren], kata [Person Edwin]."
      claims: ["Ipuk Fiestiandani VISITED Desa Kemiren | planned | Edwin"]

Modality and speaker may be left out ("asserted", nobody). `also` gives forms of a marked name that stand elsewhere;
`published` dates the text; `language` is id unless given. The same name marked twice is one thing.
"""

import hashlib
import re
from pathlib import Path

import pytest
import yaml

from jejaring.extraction.attribution import attribution
from jejaring.extraction.draft import Draft
from jejaring.extraction.events import events
from jejaring.extraction.extractor import relations
from jejaring.extraction.finish import finish
from jejaring.extraction.modality import modality
from jejaring.models import Document

HERE = Path(__file__).parent
MARK = re.compile(r"\[(Person|Institution|Program|Place|Event|Topic|Group) ([^\]]+)\]")
CASES = [
    pytest.param(file.stem.upper(), case, id=f"{file.stem}-{number}")
    for file in sorted(HERE.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1)
]


def draft_of(case):
    text, spans, at = "", [], 0
    for mark in MARK.finditer(case["text"]):
        text += case["text"][at : mark.start()]
        spans.append((mark[1], mark[2], len(text)))
        text += mark[2]
        at = mark.end()
    text += case["text"][at:]
    digest = hashlib.sha256(text.encode()).hexdigest()
    fields = {k: case[k] for k in ("published", "language") if k in case}
    draft = Draft.of(Document(id=digest, name="case", source="case", text=text, content_hash=digest, **fields))
    things = {}
    for label, name, start in spans:
        owner = next((n for n, forms in case.get("also", {}).items() if name in forms), name)
        thing = things.setdefault((label, owner), None) or draft.add(label, owner)
        things[label, owner] = thing
        draft.mention(thing, start, start + len(name))
    return draft


def told(extraction, edge):
    names = {e.id: e.name for e in extraction.entities}
    for c in extraction.claims:
        if c.type == edge:
            yield f"{names[c.head]} {c.type} {names[c.tail]} | {c.modality.value} | {names.get(c.attributed_to, '')}"


def full(claim):
    fact, modality, speaker = [*(p.strip() for p in claim.split("|")), "", ""][:3]
    return f"{fact} | {modality or 'asserted'} | {speaker}"


@pytest.mark.parametrize(("edge", "case"), CASES)
def test_relation(edge, case):
    draft = draft_of(case)
    for step in (events, relations, modality, attribution):
        step(draft)
    extraction = finish(draft, "test")
    assert sorted(told(extraction, edge)) == sorted(full(c) for c in case["claims"])
    for claim in extraction.claims:
        assert draft.document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
