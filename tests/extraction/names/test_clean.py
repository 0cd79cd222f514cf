"""Titles, degrees, quotation marks and brackets are cut from names."""

import pytest

from jejaring.extraction.names.clean import balance, strip_titles, trim


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Prof. Abdul Karim", "Abdul Karim"),
        ("Dr. H. Slamet Raharjo, S.H.", "Slamet Raharjo"),
        ("Wakil Bupati Sri Wahyuni, M.Si", "Sri Wahyuni"),
        ("KH Ahmad Fauzi", "Ahmad Fauzi"),
        ("Gus Dur", "Gus Dur"),
        ("Sri Mulyani", "Sri Mulyani"),
        ("Prime Minister Anwar", "Anwar"),
    ],
)
def test_strip_titles(written: str, name: str) -> None:
    assert strip_titles(written) == name


def test_trim_keeps_brackets_that_close_inside() -> None:
    text = '"Dana Desa (DD)",'
    start, end = trim(text, 0, len(text))
    assert text[start:end] == "Dana Desa (DD)"


@pytest.mark.parametrize(
    ("text", "size", "form"),
    [("Dana Desa (DD) naik", 13, "Dana Desa (DD)"), ("Dana Desa (DD lama", 13, "Dana Desa ("[:-1])],
)
def test_balance(text: str, size: int, form: str) -> None:
    start, end = balance(text, 0, size)
    assert text[start:end] == form
