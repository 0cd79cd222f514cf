"""Topic phrases: their ends, their short forms, and lists of them."""

import pytest

from jejaring.extraction.draft import Draft
from jejaring.extraction.topics import named, phrases, topic, topics
from jejaring.models import Document


def names(text):
    return [text[p.start : p.end] for p in phrases(text, 0, len(text))]


def draft_about(text):
    return Draft.of(Document(id="d", name="d", source="d", text=text, content_hash="0"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("budidaya rumput laut di Natuna.", ["budidaya rumput laut"]),
        ("akses pasar, memperlancar logistik, serta menekan ongkos", ["akses pasar", "logistik", "ongkos"]),
        ("empat sektor, yakni padi, jagung, sagu, dan ubi jalar", ["padi", "jagung", "sagu", "ubi jalar"]),
        ("literasi digital di berbagai kota, seperti Bima dan Sikka", ["literasi digital", "Bima", "Sikka"]),
        ("pencegahan dan penanganan banjir", ["pencegahan dan penanganan banjir"]),
        ("penguatan UMKM lokal", ["UMKM lokal"]),
        ("sumber daya manusia (SDM) dan inovasi", ["sumber daya manusia", "inovasi"]),
        ("layanan yang cepat, ramah, dan murah", []),
        ("akses kerja, tetapi juga memastikan perlindungan sosial", ["akses kerja", "perlindungan sosial"]),
        ("flood risk and protect mangrove forests in the delta", ["flood risk", "mangrove forests"]),
        ("berbagai hal", []),
        ("Rp20 miliar", []),
        ("gizi anak, kata Rahma, dan rombongan", ["gizi anak"]),
    ],
)
def test_phrases(text, expected):
    assert names(text) == expected


def test_the_long_form_keeps_the_modifier():
    text = "ekosistem pangan yang tangguh bagi nelayan, ujarnya"
    (phrase,) = phrases(text, 0, len(text))
    assert text[phrase.long_start : phrase.long_end] == "ekosistem pangan yang tangguh bagi nelayan"


def test_one_topic_whatever_its_case_and_its_empty_words():
    draft = draft_about("Menekan angka stunting. Mengatasi Stunting.")
    found = [t for start in (8, 34) for t in topics(draft, start, start + 14)]
    assert [t.name for t in found] == ["angka stunting", "angka stunting"]
    assert found[0] is found[1]
    assert found[0].forms == ["Stunting"]


def test_a_named_thing_is_no_topic():
    draft = draft_about("pembangunan Kebun Kota dan irigasi sawah")
    garden = draft.add("Program", "Kebun Kota")
    draft.mention(garden, 12, 22)
    first, second = phrases(draft.text, 0, len(draft.text))
    assert named(draft, first) is garden
    assert named(draft, second) is None
    assert topic(draft, second).name == "irigasi sawah"
