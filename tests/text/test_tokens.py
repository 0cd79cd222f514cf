"""Tokens keep their offsets, and glued words fall apart at the seam."""

import pytest

from jejaring.extraction.names.words import read
from jejaring.text.normalise import fold


def texts_of(text: str) -> list[str]:
    return [t.text for t in read(text, []).tokens]


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("denganAlyssa", ["dengan", "Alyssa"]),
        ("diIran", ["di", "Iran"]),
        ("Jakartadan", ["Jakarta", "dan"]),
        ("Jakartakembali", ["Jakarta", "kembali"]),
        ("PerindustrianRI", ["Perindustrian", "RI"]),
        ("Beijing-Washington", ["Beijing", "-", "Washington"]),
    ],
)
def test_seams(glued: str, parts: list[str]) -> None:
    assert texts_of(glued) == parts


def test_seam_behind_a_name_that_the_text_shows() -> None:
    assert texts_of("BUMDes maju. Kata BUMDesdan koperasi")[-3:] == ["BUMDes", "dan", "koperasi"]


@pytest.mark.parametrize(
    "word", ["iPhone", "McDonald", "YouTube", "BUMDes", "Setiawan", "Al-Khoziny", "detikSumbagsel"]
)
def test_real_words_stay_whole(word: str) -> None:
    assert texts_of(word) == [word]


def test_offsets() -> None:
    text = "Dr. H. Slamet, S.H., hadir;  lalu\nkataAminah."
    assert all(text[t.start : t.end] == t.text for t in read(text, []).tokens)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  São Tomé ", "sao tome"), ("Asta-Cita!", "asta cita"), ("PLN (Persero)", "pln persero"), ("…", "")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
