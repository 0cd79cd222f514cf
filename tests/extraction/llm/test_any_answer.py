"""Whatever an answer holds, it is read without a fault, and every claim it leaves is borne out by the text."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jejaring import ontology
from jejaring.extraction.finish import finish
from jejaring.extraction.llm.answer import parse
from jejaring.extraction.llm.claims import LONGEST, read
from jejaring.extraction.llm.problems import UnusableError
from jejaring.loaders import from_row
from jejaring.models import Modality

from .conftest import CLAIMS, ENTITIES, TEXT

ARTICLE = from_row({"id": "a1", "text": TEXT, "published": "2025-02-04"}, "a1")
STRETCHES = st.tuples(st.integers(0, len(TEXT)), st.integers(1, 120)).map(lambda at: TEXT[at[0] : at[0] + at[1]])
ODD = st.sampled_from(
    ["", " ", "ia", "<script>", "${x}", "'; DROP", "\ud800", "\x00", "é" * 400, "Wardani Kusuma", "(" * 50]
)
WORDS = st.one_of(STRETCHES, ODD, st.text(max_size=20))
IDS = st.sampled_from([e["id"] for e in ENTITIES] + ["e99"])
ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), WORDS),
    lambda x: st.lists(x, max_size=3),
    max_leaves=4,
)
ENTITY = st.one_of(
    st.sampled_from(ENTITIES),
    st.fixed_dictionaries({
        "id": IDS, "label": st.sampled_from(ontology.LABELS), "name": WORDS, "forms": st.lists(WORDS, max_size=3),
        "event_kind": WORDS, "event_date": st.sampled_from(["2025-02-03", "2025", "x", "2025-99-99", None]),
    }),
    st.dictionaries(st.sampled_from(list(ENTITIES[0])), ANYTHING),
)  # fmt: skip
CLAIM = st.one_of(
    st.tuples(st.sampled_from(CLAIMS), IDS, IDS, st.sampled_from(list(ontology.EDGES)))
    .map(lambda c: {**c[0], "head": c[1], "tail": c[2], "type": c[3]}),
    st.fixed_dictionaries({
        "evidence": WORDS, "head": IDS, "head_words": WORDS, "type": st.sampled_from(list(ontology.EDGES)), "tail": IDS,
        "tail_words": WORDS, "modality": st.sampled_from([m.value for m in Modality]),
        "speaker": st.one_of(st.none(), IDS),
        "office_or_role": st.one_of(st.none(), WORDS),
    }),
    st.dictionaries(st.sampled_from(list(CLAIMS[0])), ANYTHING),
)  # fmt: skip


def bare(text):
    """`text` without blanks."""
    return "".join(text.split())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(ENTITY, max_size=8), st.lists(CLAIM, max_size=8))
def test_every_claim_is_borne_out(entities, claims):
    found = finish(read(ARTICLE, parse(json.dumps({"entities": entities, "claims": claims})))[0], "llm/test")
    names = {e.id: e.name for e in found.entities}
    for mention in found.mentions:
        assert TEXT[mention.start : mention.end] == mention.text
    for e in found.entities:
        assert all(alias in TEXT for alias in e.aliases)
        assert e.label in ("Event", "Group") or e.name == "Pemerintah Kabupaten Kediri" or bare(e.name) in bare(TEXT)
    for c in found.claims:
        assert TEXT[c.evidence.start : c.evidence.end] == c.evidence.text
        assert len(c.evidence.text) <= LONGEST
        inside = {m.entity for m in found.mentions if c.evidence.start <= m.start and m.end <= c.evidence.end}
        assert {c.head, c.tail} <= inside or c.rule == "llm:office"
        assert all(str(value) in " ".join(TEXT.split()) for value in c.attrs.values() if isinstance(value, str))
        assert names[c.head] != names[c.tail] or c.head_label != c.tail_label


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(), ANYTHING.map(json.dumps)))
def test_any_text_is_an_answer_or_none(content):
    try:
        answer = parse(content)
    except UnusableError:
        return
    assert isinstance(answer.claims, list)
