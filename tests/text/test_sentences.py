import pytest

from jejaring.text.sentences import MAX_SENTENCE, sentences


def cut(text):
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ia datang. Ia pulang.", ["Ia datang.", "Ia pulang."]),
        ("Dr. Ani tiba. Prof. Budi pergi.", ["Dr. Ani tiba.", "Prof. Budi pergi."]),
        ("PT Maju Tbk. mencatat laba 2.5 persen.", ["PT Maju Tbk. mencatat laba 2.5 persen."]),
        ('"Kami siap." Ia tersenyum.', ['"Kami siap."', "Ia tersenyum."]),
        ("Judul\n\nIsi pertama. Isi kedua", ["Judul", "Isi pertama.", "Isi kedua"]),
        ("H. M. Yusuf hadir.", ["H. M. Yusuf hadir."]),
        ("Harga Rp1.500.000. Naik!", ["Harga Rp1.500.000.", "Naik!"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text, expected):
    assert cut(text) == expected


def test_paragraphs_are_counted():
    assert [s.paragraph for s in sentences("Satu kata. Dua kata.\nTiga kata.")] == [0, 0, 1]


def test_long_lines_are_cut_and_nothing_is_lost():
    text = "kata " * 1000
    pieces = cut(text)
    assert max(map(len, pieces)) <= MAX_SENTENCE
    assert " ".join(pieces).split() == text.split()


def test_a_line_without_blanks_ends():
    assert sum(map(len, cut("x" * 2000))) == 2000
