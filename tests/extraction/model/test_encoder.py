"""The shipped encoder: probabilities, the same each time; what it finds; that other commands do not load it."""

import math
import socket
import subprocess
import sys

import pytest

from jejaring.extraction.model.encoder import LABELS, encoder, outputs
from jejaring.extraction.model.windows import SHORT, SIZE, windows
from jejaring.extraction.names.tagger import model
from jejaring.extraction.names.words import read
from jejaring.text.sentences import sentences

TEXT = (
    "Menteri Perdagangan Rahadian Siswoyo bertemu pengurus Kamar Dagang dan Industri di Semarang, Selasa. "
    "The talks in Bandung were led by Lestari Handayani of the Ministry of Trade."
)


def scored(text: str) -> tuple[list[str], list[list[float]]]:
    cut = sentences(text)
    words = read(text, cut)
    return [t.text for t in words.tokens], encoder().read(words.tokens, cut).scores(LABELS)


def test_scores_are_the_mean_of_two_encoders_logs_of_probabilities() -> None:
    words, scores = scored(TEXT)
    assert len(words) == len(scores)
    tokens, cut, both = read(TEXT, sentences(TEXT)).tokens, sentences(TEXT), encoder()
    logs = [
        outputs(session, windows(tokens, cut, both.pieces, size), len(tokens), {name: len(LABELS)})[0].tolist()
        for session, size, name in ((both.session, SIZE, "names"), (both.names, SHORT, "scores"))
    ]
    for row in (*logs[0], *logs[1]):
        assert sum(map(math.exp, row)) == pytest.approx(1, abs=1e-3)
    for one, two, row in zip(*logs, scores, strict=True):
        assert row == pytest.approx([(a + b) / 2 for a, b in zip(one, two, strict=True)], abs=1e-4)


def test_same_text_same_scores() -> None:
    first = scored(TEXT)
    encoder.cache_clear()
    assert scored(TEXT) == first


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("Rahadian", "B-Person"),
        ("Siswoyo", "I-Person"),
        ("Semarang", "B-Place"),
        ("Lestari", "B-Person"),
        ("Bandung", "B-Place"),
        ("bertemu", "O"),
    ],
)
def test_plain_names_of_both_languages_are_seen(word: str, label: str) -> None:
    words, scores = scored(TEXT)
    row = scores[words.index(word)]
    assert LABELS[row.index(max(row))] == label


def test_scores_come_in_the_order_asked_for() -> None:
    cut = sentences(TEXT)
    tokens = read(TEXT, cut).tokens
    reading = encoder().read(tokens, cut)
    mine, asked = reading.scores(LABELS), reading.scores(model().labels)
    assert sorted(LABELS) == sorted(model().labels)
    assert [dict(zip(LABELS, row, strict=True)) for row in mine] == [
        dict(zip(model().labels, row, strict=True)) for row in asked
    ]


def test_it_loads_and_reads_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network")

    first = scored(TEXT)
    monkeypatch.setattr(socket, "socket", refuse)
    encoder.cache_clear()
    assert scored(TEXT) == first


def test_no_text_no_scores() -> None:
    assert encoder().read([], []).scores(LABELS) == []


def test_commands_that_read_no_article_do_not_load_it() -> None:
    code = "import sys, jejaring.cli, jejaring.extraction.extractor; print({'onnxruntime', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
