"""Word pieces: the likeliest cut, blanks, signs that no piece has."""

from hypothesis import given
from hypothesis import strategies as st

from jejaring.extraction.model.encoder import encoder
from jejaring.extraction.model.pieces import BLANK, SPECIAL, UNKNOWN, Pieces

SMALL = {BLANK: -2.0, f"{BLANK}ke": -3.0, "men": -3.0, "teri": -3.0, "an": -3.0, "m": -6.0, "e": -6.0, "kemen": -9.5}
PLACES = {piece: SPECIAL + i for i, piece in enumerate(SMALL)}


def test_the_cut_with_the_greatest_sum_of_scores_wins() -> None:
    assert Pieces(SMALL).cut("kementerian", glued=False) == tuple(
        PLACES[p] for p in (f"{BLANK}ke", "men", "teri", "an")
    )


def test_a_glued_word_begins_without_a_blank() -> None:
    assert Pieces(SMALL).cut("kementeri", glued=True) == (PLACES["kemen"], PLACES["teri"])


def test_a_sign_without_a_piece_is_unknown() -> None:
    assert Pieces(SMALL).cut("men☃an", glued=True) == (PLACES["men"], UNKNOWN, PLACES["an"])


@given(st.text(min_size=1, max_size=30))
def test_any_word_has_the_same_pieces_each_time(word: str) -> None:
    shipped = encoder().pieces
    first = shipped.cut(word, glued=False)
    assert first
    assert Pieces.cut(shipped, word, glued=False) == first
    assert min(first) >= UNKNOWN


@given(st.from_regex(r"[A-Za-z]{1,25}", fullmatch=True))
def test_no_latin_letter_is_unknown(word: str) -> None:
    assert UNKNOWN not in encoder().pieces.cut(word, glued=False)
