"""Asserted, planned, hoped and denied, by the words that govern a trigger."""

import hashlib

import pytest

from jejaring.extraction.draft import Draft, Proposal
from jejaring.extraction.modality import modality
from jejaring.models import Document


def modality_of(text, trigger="TRIGGER", type_="VISITED", date=None, published=None):
    digest = hashlib.sha256(text.encode()).hexdigest()
    fields = {"published": published} if published else {}
    draft = Draft.of(Document(id=digest, name="case", source="case", text=text, content_hash=digest, **fields))
    one, other = draft.add("Event", "head", date=date), draft.add("Place", "tail")
    at = text.index(trigger)
    draft.proposals.append(Proposal(one.id, type_, other.id, 0, len(text), (at, at + len(trigger)), "t", 0.5))
    modality(draft)
    return draft.proposals[0].modality


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bupati TRIGGER Desa Sukamaju.", "asserted"),
        ("Bupati akan TRIGGER Desa Sukamaju.", "planned"),
        ("Bupati berencana untuk TRIGGER Desa Sukamaju.", "planned"),
        ("Rencananya, Bupati TRIGGER Desa Sukamaju.", "planned"),
        ("Pihaknya siap TRIGGER Desa Sukamaju.", "planned"),
        ("Bupati ingin TRIGGER Desa Sukamaju.", "planned"),
        ("Warga berharap Bupati TRIGGER Desa Sukamaju.", "hoped"),
        ("Warga meminta Bupati segera TRIGGER Desa Sukamaju.", "hoped"),
        ("Program itu diharapkan dapat TRIGGER desa.", "hoped"),
        ("Bupati tidak TRIGGER Desa Sukamaju.", "denied"),
        ("Bupati belum TRIGGER Desa Sukamaju.", "denied"),
        ("Bupati tidak akan TRIGGER Desa Sukamaju.", "denied"),
        ("Bupati batal TRIGGER Desa Sukamaju.", "denied"),
        ("Bupati membatalkan rencana TRIGGER Desa Sukamaju.", "denied"),
        ("Camat membantah kabar bahwa Bupati telah diam-diam TRIGGER Desa Sukamaju.", "denied"),
        ("Camat menepis isu yang menyebutkan bupati kemarin TRIGGER Desa Sukamaju.", "denied"),
        ("Tidak benar bahwa Bupati bersama rombongan TRIGGER Desa Sukamaju.", "denied"),
        ("Kabar bahwa Bupati TRIGGER Desa Sukamaju itu hoaks.", "denied"),
        ("TRIGGER Bupati ke Desa Sukamaju dibatalkan.", "denied"),
        ("Rencana TRIGGER Bupati ke Desa Sukamaju batal.", "denied"),
        ("Bupati diajak TRIGGER Desa Sukamaju.", "hoped"),
        ("Bupati kemungkinan TRIGGER Desa Sukamaju.", "planned"),
        ("Jika Bupati TRIGGER Desa Sukamaju, jalan ditutup.", "planned"),
        ("The aide denied reports that the regent had secretly TRIGGER the village.", "denied"),
        ("It is not true that the regent or her deputy TRIGGER the village.", "denied"),
        ("The regent has yet to TRIGGER the village.", "denied"),
        ("The regent didn’t TRIGGER the village.", "denied"),
        ("The regent might TRIGGER the village.", "planned"),
        ("The regent will TRIGGER the village.", "planned"),
        ("The regent plans to TRIGGER the village.", "planned"),
        ("Residents hope the regent will TRIGGER the village.", "hoped"),
        ("The regent did not TRIGGER the village.", "denied"),
    ],
)
def test_governing_words(text, wanted):
    assert modality_of(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Bupati TRIGGER Desa Sukamaju dan akan pulang besok.",
        "Bupati tidak hanya TRIGGER Desa Sukamaju.",
        "Acara itu batal. Bupati TRIGGER Desa Sukamaju.",
        "Ia akan pensiun; Bupati TRIGGER Desa Sukamaju.",
        "Warga berharap banyak, namun Bupati TRIGGER desa lain.",
        "Camat tidak membantah bahwa Bupati TRIGGER Desa Sukamaju.",
        "Camat membantah kabar itu, namun Bupati TRIGGER Desa Sukamaju.",
        "Jika hujan, Bupati TRIGGER Desa Sukamaju.",
        "Pada Selasa Bupati TRIGGER Desa Sukamaju yang batal digusur.",
        "In May the regent TRIGGER the village.",
        "Ia belum pulang karena sedang TRIGGER Desa Sukamaju.",
    ],
)
def test_words_of_another_clause_do_not_govern(text):
    assert modality_of(text) == "asserted"


@pytest.mark.parametrize("type_", ["HOLDS_POSITION", "ALUMNI_OF", "LOCATED_IN"])
def test_facts_of_standing_stay_asserted(type_):
    assert modality_of("Gedung yang akan TRIGGER Garut.", type_=type_) == "asserted"


def test_a_purpose_that_is_wanted_is_there():
    assert modality_of("Kami ingin TRIGGER mutu beras.", type_="FOCUSES_ON") == "asserted"
    assert modality_of("Kami akan TRIGGER mutu beras.", type_="FOCUSES_ON") == "planned"


@pytest.mark.parametrize(
    ("date", "wanted"),
    [("2025-07-01", "planned"), ("2025-07", "planned"), ("2025-06-01", "asserted"), (None, "asserted")],
)
def test_an_event_after_the_article_is_planned(date, wanted):
    text = "Pameran TRIGGER Balai Kota."
    assert modality_of(text, type_="HELD_AT", date=date, published="2025-06-20") == wanted


def test_a_modality_that_a_rule_knows_is_kept():
    draft = Draft.of(Document(id="1", name="1", source="1", text="Ia akan datang.", content_hash="1"))
    one, other = draft.add("Person", "a"), draft.add("Place", "b")
    draft.proposals.append(Proposal(one.id, "VISITED", other.id, 0, 9, (8, 14), "t", 0.5, modality="asserted"))
    modality(draft)
    assert draft.proposals[0].modality == "asserted"


def test_an_event_before_the_article_took_place_whatever_was_planned():
    text = "Rencana induk lahir saat pameran TRIGGER Balai Kota."
    assert modality_of(text, type_="HELD_AT", date="2025-06-01", published="2025-06-20") == "asserted"
    assert modality_of(text, type_="HELD_AT", published="2025-06-20") == "planned"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("TRIGGER Bupati dan Gubernur akan membahas jalan.", "asserted"),
        ("TRIGGER Bupati akan membahas jalan.", "planned"),
        ("TRIGGER Bupati yang akan pensiun itu lancar.", "asserted"),
    ],
)
def test_what_a_noun_names_is_put_off_by_the_verb_behind_its_ends(text, wanted):
    draft = Draft.of(Document(id="1", name="1", source="1", text=text, content_hash="1"))
    one, other = draft.add("Institution", "Camat"), draft.add("Person", "Bupati")
    draft.mention(other, 8, 14)
    draft.proposals.append(Proposal(one.id, "MET", other.id, 0, len(text), (0, 7), "t", 0.5))
    modality(draft)
    assert draft.proposals[0].modality == wanted


@pytest.mark.parametrize(("verb", "wanted"), [("ingin", "hoped"), ("melihat", "asserted")])
def test_what_is_wanted_of_somebody_is_hoped(verb, wanted):
    text = f"Kami {verb} Dinas Tani ikut memperhatikan mutu beras."
    draft = Draft.of(Document(id="1", name="1", source="1", text=text, content_hash="1"))
    one, other = draft.add("Institution", "Dinas Tani"), draft.add("Topic", "mutu beras")
    at, cue = text.index("Dinas"), text.index("memperhatikan")
    draft.mention(one, at, at + 10)
    draft.proposals.append(Proposal(one.id, "FOCUSES_ON", other.id, 0, len(text), (cue, cue + 13), "t", 0.5))
    modality(draft)
    assert draft.proposals[0].modality == wanted


@pytest.mark.parametrize(("name", "wanted"), [("Perang Andora", "asserted"), ("Pameran Andora", "hoped")])
def test_a_war_goes_on_whatever_is_hoped(name, wanted):
    text = f"Pedagang berharap {name} TRIGGER Borduria."
    draft = Draft.of(Document(id="1", name="1", source="1", text=text, content_hash="1"))
    one, other = draft.add("Event", name), draft.add("Place", "Borduria")
    at = text.index("TRIGGER")
    draft.proposals.append(Proposal(one.id, "HELD_AT", other.id, 0, len(text), (at, at + 7), "t", 0.5))
    modality(draft)
    assert draft.proposals[0].modality == wanted
