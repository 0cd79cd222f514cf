"""The trained encoder at work: scores of labels for each token of a text, by ONNX Runtime on one thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from gzip import decompress
from importlib.resources import files
from typing import Any

from jejaring.extraction.model.pieces import Pieces
from jejaring.extraction.model.windows import windows
from jejaring.text.sentences import Sentence
from jejaring.text.tokens import Token

LABELS = ("O", *(f"{a}-{x}" for x in ("Event", "Group", "Institution", "Person", "Place", "Program") for a in "BI"))


@dataclass(frozen=True)
class Encoder:
    """A session of ONNX Runtime, and the pieces that it reads."""

    session: Any
    pieces: Pieces

    def scores(
        self, tokens: Sequence[Token], sentences: Sequence[Sentence], labels: Sequence[str] = LABELS
    ) -> list[list[float]]:
        """For each token the log of the probability of each of `labels`, which are all or some of LABELS."""
        import numpy as np  # noqa: PLC0415 - commands that read no article stay fast

        order = [LABELS.index(label) for label in labels]
        out: list[list[float]] = [[] for _ in tokens]
        for window in windows(tokens, sentences, self.pieces):
            fed = {"ids": np.array(window.ids, np.int64), "firsts": np.array(window.firsts, np.int64)}
            (found,) = self.session.run(["scores"], fed)
            for token, row in zip(window.tokens, found[:, order].tolist(), strict=True):
                out[token] = row
        return out


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder that training/encoder.py made."""
    import onnxruntime  # noqa: PLC0415

    folder = files("jejaring.extraction.model")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums in the same order, always
    options.log_severity_level = 3
    model = (folder / "names.onnx").read_bytes()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return Encoder(session, _pieces((folder / "pieces.tsv.gz").read_bytes()))


def _pieces(data: bytes) -> Pieces:
    pairs = (line.rsplit("\t", 1) for line in decompress(data).decode("utf-8").split("\n")[:-1])
    return Pieces({piece: int(score) / 1000 for piece, score in pairs})
