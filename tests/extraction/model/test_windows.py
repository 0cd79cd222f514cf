"""Windows: every token in one of them, none longer than the encoder reads."""

from hypothesis import given
from hypothesis import strategies as st

from jejaring.extraction.model.encoder import encoder
from jejaring.extraction.model.pieces import BEGIN, END
from jejaring.extraction.model.windows import SIZE, windows
from jejaring.extraction.names.words import read
from jejaring.text.sentences import sentences

WORD = st.from_regex(r"[A-Za-z]{1,40}|[0-9]{1,5}|Bupati|Banyuwangi|[.,!\"☃]", fullmatch=True)
TEXT = st.lists(WORD, min_size=1, max_size=400).map(" ".join)


@given(TEXT)
def test_each_token_is_in_one_window_that_fits(text: str) -> None:
    cut = sentences(text)
    tokens = read(text, cut).tokens
    made = windows(tokens, cut, encoder().pieces)
    assert [i for w in made for i in w.tokens] == list(range(len(tokens)))
    for window in made:
        assert len(window.ids) <= SIZE
        assert (window.ids[0], window.ids[-1]) == (BEGIN, END)
        assert len(window.tokens) == len(window.firsts)
        assert window.firsts == sorted(set(window.firsts))
        assert window.firsts[-1] < len(window.ids) - 1


def test_a_sentence_that_fits_is_not_cut() -> None:
    text = " ".join(f"Gubernur bertemu wali kota ke-{i} di kantornya hari ini." for i in range(150))
    cut = sentences(text)
    tokens = read(text, cut).tokens
    ends = [tokens[w.tokens[-1]].text for w in windows(tokens, cut, encoder().pieces)]
    assert len(ends) > 2
    assert set(ends) == {"."}
