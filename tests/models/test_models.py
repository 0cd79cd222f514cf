import pytest
from pydantic import ValidationError

from jejaring.errors import OntologyError
from jejaring.models import Claim, Cut, Document, Evidence


def document(text, *cuts):
    return Document(id="a", name="a", source="a", text=text, content_hash="0", cuts=cuts)


def test_cuts_are_blanked_in_place():
    masked = document("Satu.\nBaca juga: dua\nTiga.", Cut(start=6, end=20, rule="read-also")).masked
    assert masked == "Satu.\n" + " " * 14 + "\nTiga."


def test_overlapping_cuts_keep_the_length():
    text = "abcdefghij"
    masked = document(text, Cut(start=1, end=5, rule="x"), Cut(start=3, end=7, rule="y")).masked
    assert masked == "a      hij"


def test_a_cut_outside_the_text_is_refused():
    with pytest.raises(ValidationError):
        document("abc", Cut(start=1, end=9, rule="x"))


def test_records_are_frozen():
    with pytest.raises(ValidationError):
        document("abc").text = "other"


def test_a_claim_the_ontology_forbids_is_not_made():
    with pytest.raises(OntologyError):
        Claim(
            head="e1",
            head_label="Topic",
            type="MET",
            tail="e2",
            tail_label="Person",
            evidence=Evidence(start=0, end=1, text="x"),
            confidence=1,
            extractor="t",
            rule="t",
        )
