"""Who says what, in quotations and in reported speech."""

import hashlib

import pytest

from jejaring.extraction.attribution import attribution, quotations
from jejaring.extraction.draft import Draft, Proposal
from jejaring.models import Document

PEOPLE = ("Nur Hasanah", "Hasanah", "Galih Prakoso")


def speaker_of(text, trigger, type_="SUPPORTS", people=PEOPLE, institutions=("Nusa Energi",), language="id"):
    """The name of who says the words `trigger`, "" for nobody."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id=digest, name="case", source="case", text=text, content_hash=digest, language=language)
    draft = Draft.of(document)
    one, other = draft.add("Institution", "head"), draft.add("Institution", "tail")
    for label, names in (("Person", people), ("Institution", institutions)):
        for name in names:
            thing = next((t for t in draft.things.values() if name in t.name), None) or draft.add(label, name)
            at = text.find(name)
            while at >= 0:
                if not any(s.start <= at < s.end for s in draft.spans):
                    draft.mention(thing, at, at + len(name))
                at = text.find(name, at + 1)
    at = text.index(trigger)
    draft.proposals.append(Proposal(one.id, type_, other.id, at, at + len(trigger), (at, at + len(trigger)), "t", 0.5))
    attribution(draft)
    speaker = draft.proposals[0].speaker
    return draft.things[speaker].name if speaker else ""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"Kami akan TRIGGER petani lokal," kata Nur Hasanah, Senin.', "Nur Hasanah"),
        ('"Kami TRIGGER petani lokal di sini," ujar Ketua Forum Tani, Nur Hasanah.', "Nur Hasanah"),
        ('Nur Hasanah mengatakan, "Kami TRIGGER petani lokal di sini."', "Nur Hasanah"),
        ("Nur Hasanah mengatakan bahwa lembaganya TRIGGER petani.", "Nur Hasanah"),
        ("Menurut Nur Hasanah, lembaganya TRIGGER petani.", "Nur Hasanah"),
        ("Lembaga itu, kata Nur Hasanah, TRIGGER petani di banyak desa.", "Nur Hasanah"),
        ("Nur Hasanah datang. Ia menjelaskan lembaganya TRIGGER petani.", "Nur Hasanah"),
        ('"Kami mulai bulan ini juga," kata Nur Hasanah.\n"Lalu kami TRIGGER petani lokal," katanya.', "Nur Hasanah"),
        ('"Kami mulai bulan ini juga," kata Nur Hasanah. "Lalu kami TRIGGER petani lokal."', "Nur Hasanah"),
        ('"Kami mulai. Kami TRIGGER petani. Kami bekerja," tutur Galih Prakoso.', "Galih Prakoso"),
        ("“Kami TRIGGER petani lokal di sini,” jelas Hasanah usai bertemu Galih Prakoso.", "Nur Hasanah"),
        ("Nusa Energi menegaskan pihaknya TRIGGER petani.", "Nusa Energi"),
        ("Nur Hasanah berharap pemerintah TRIGGER petani.", "Nur Hasanah"),
        ("Nur Hasanah menilai harga turun. Karena itu, lembaganya TRIGGER petani.", "Nur Hasanah"),
    ],
)
def test_reported_words_have_their_speaker(text, who):
    assert speaker_of(text, "TRIGGER") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"We will TRIGGER local farmers this year," said Nur Hasanah.', "Nur Hasanah"),
        ('"We TRIGGER local farmers every year," Nur Hasanah said in Jakarta.', "Nur Hasanah"),
        ("Nur Hasanah said the group would TRIGGER farmers.", "Nur Hasanah"),
        ("According to Nur Hasanah, the group would TRIGGER farmers.", "Nur Hasanah"),
        ("Nur Hasanah opened the fair. She added the group would TRIGGER farmers.", "Nur Hasanah"),
        ("The group will TRIGGER farmers, Nur Hasanah said.", "Nur Hasanah"),
    ],
)
def test_english_speech(text, who):
    assert speaker_of(text, "TRIGGER", language="en") == who


@pytest.mark.parametrize(
    "text",
    [
        "Lembaga itu TRIGGER petani.",
        "Nur Hasanah TRIGGER petani.",
        '"Kami mulai bulan ini juga," kata Nur Hasanah saat TRIGGER petani di Garut.',
        '"Kami mulai bulan ini juga," kata Nur Hasanah.\nLembaga itu TRIGGER petani.',
        '"Mereka TRIGGER petani lokal di sini," ujar seorang warga.',
        "Nur Hasanah menyampaikan apresiasi kepada lembaga yang TRIGGER petani.",
    ],
)
def test_the_article_s_own_words_have_none(text):
    assert speaker_of(text, "TRIGGER") == ""


def test_titles_are_nobody_s_words():
    text = "Nur Hasanah mengatakan Bupati TRIGGER datang."
    assert speaker_of(text, "TRIGGER", "HOLDS_POSITION") == ""


def test_a_speaker_that_a_rule_knows_is_kept():
    draft = Draft.of(Document(id="1", name="1", source="1", text='"Kami mulai lagi," kata Hasanah.', content_hash="1"))
    one, other = draft.add("Institution", "a"), draft.add("Institution", "b")
    draft.proposals.append(Proposal(one.id, "MET", other.id, 0, 9, (1, 5), "t", 0.5, speaker=one.id))
    attribution(draft)
    assert draft.proposals[0].speaker == one.id


def test_quotations_end_with_their_line_and_short_ones_are_names():
    text = 'Lomba "Desa Juara" dibuka. "Kami senang sekali datang.\nBaris baru "itu pun kata orang lama".'
    assert [text[a:b] for a, b in quotations(text)] == ['"Kami senang sekali datang.', '"itu pun kata orang lama"']
