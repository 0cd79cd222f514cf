"""The trained encoder at work: what it makes of each token of a text, by ONNX Runtime on one thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from gzip import decompress
from typing import Any

from jejaring.extraction import model
from jejaring.extraction.model.pieces import Pieces
from jejaring.extraction.model.windows import SHORT, Window, windows
from jejaring.text.sentences import Sentence
from jejaring.text.tokens import Token

LABELS = ("O", *(f"{a}-{x}" for x in ("Event", "Group", "Institution", "Person", "Place", "Program") for a in "BI"))
WIDTH = 384


@dataclass(frozen=True)
class Reading:
    """What the encoder makes of a text: a row a token in each array.

    `names` are the logs of the chances of LABELS (their geometric mean over the encoders), `topics` the probabilities
    that the token is outside a topic, begins or continues one, `states` (WIDTH numbers) what the pairs of mentions are
    told by. `windows` are the tokens that were read together.
    """

    tokens: Sequence[Token]
    windows: tuple[tuple[int, ...], ...]
    names: Any
    topics: Any
    states: Any

    def scores(self, labels: Sequence[str]) -> list[list[float]]:
        """For each token the log of the probability of each of `labels`."""
        rows: list[list[float]] = self.names[:, [LABELS.index(label) for label in labels]].tolist()
        return rows


@dataclass(frozen=True)
class Encoder:
    """Two sessions of ONNX Runtime, one for all and one for names alone, and the pieces that both read."""

    session: Any
    names: Any
    pieces: Pieces

    def read(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Reading:
        """What the encoders make of a text; of names, the mean of what both say."""
        cut = windows(tokens, sentences, self.pieces)
        short = windows(tokens, sentences, self.pieces, SHORT)
        widths = {"names": len(LABELS), "topics": 3, "states": WIDTH}
        names, topics, states = outputs(self.session, cut, len(tokens), widths)
        (second,) = outputs(self.names, short, len(tokens), {"scores": len(LABELS)})
        return Reading(tokens, tuple(tuple(w.tokens) for w in cut), (names + second) / 2, topics, states)


def outputs(session: Any, cut: Sequence[Window], tokens: int, widths: Mapping[str, int]) -> list[Any]:
    """Each output of a session, a row a token."""
    import numpy as np  # noqa: PLC0415 - commands that read no article stay fast

    outs = [np.zeros((tokens, width), np.float32) for width in widths.values()]
    for window in cut:
        fed = {"ids": np.array(window.ids, np.int64), "firsts": np.array(window.firsts, np.int64)}
        for out, found in zip(outs, session.run(list(widths), fed), strict=True):
            out[window.tokens] = found
    return outs


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoders that training/encoder.py made."""
    pieces = _pieces((model.FOLDER / "pieces.tsv.gz").read_bytes())
    return Encoder(_session("encoder.onnx"), _session("names.onnx"), pieces)


def _session(name: str) -> Any:
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums in the same order, always
    options.log_severity_level = 3
    trained = (model.FOLDER / name).read_bytes()
    return onnxruntime.InferenceSession(trained, options, providers=["CPUExecutionProvider"])


def _pieces(data: bytes) -> Pieces:
    pairs = (line.rsplit("\t", 1) for line in decompress(data).decode("utf-8").split("\n")[:-1])
    return Pieces({piece: int(score) / 1000 for piece, score in pairs})
