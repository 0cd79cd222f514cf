"""Look-ups of the lexicon: any form leads to the full name."""

import pytest

from jejaring.lexicon import HEADS, HONORIFICS, TITLES, canonical, is_small, places


@pytest.mark.parametrize(
    ("label", "form", "name"),
    [
        ("Institution", "Kemenlu", "Kementerian Luar Negeri Republik Indonesia"),
        ("Institution", "Kemenlu RI", "Kementerian Luar Negeri Republik Indonesia"),
        ("Institution", "Kementerian Luar Negeri", "Kementerian Luar Negeri Republik Indonesia"),
        ("Institution", "Pemkab Banyuwangi", "Pemerintah Kabupaten Banyuwangi"),
        ("Institution", "Pemprov Jatim", "Pemerintah Provinsi Jawa Timur"),
        ("Institution", "KPK", "Komisi Pemberantasan Korupsi"),
        ("Person", "Jokowi", "Joko Widodo"),
        ("Place", "Jatim", "Jawa Timur"),
        ("Place", "China", "Tiongkok"),
        ("Place", "Jakarta", "Jakarta"),
    ],
)
def test_canonical(label: str, form: str, name: str) -> None:
    assert canonical(label, form) == name


@pytest.mark.parametrize(("label", "form"), [("Person", "Siti Aminah"), ("Topic", "Kemenlu"), ("Place", "Kemenlu")])
def test_canonical_knows_no_others(label: str, form: str) -> None:
    assert canonical(label, form) is None


def test_places_have_kinds() -> None:
    assert [places()[form].kind for form in ("kota bandung", "jawa timur", "jepang", "kecamatan glagah")] == [
        "city",
        "province",
        "country",
        "district",
    ]


def test_word_lists() -> None:
    assert "wakil bupati" in TITLES
    assert "prof" in HONORIFICS
    assert HEADS["dinas"].label == "Institution"
    assert is_small("dengan")
    assert not is_small("banyuwangi")
