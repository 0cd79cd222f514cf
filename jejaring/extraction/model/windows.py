"""What the encoder reads at once: whole sentences that stand one after the other, as word pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from jejaring.extraction.model.pieces import BEGIN, END, Pieces
from jejaring.text.sentences import Sentence
from jejaring.text.tokens import Token

SIZE = 512  # pieces a window, the two at its ends among them: most articles fit in one
SHORT = 192  # and of the encoder that was trained for names alone


@dataclass
class Window:
    """Ids of pieces, and for each token that begins in them the token's place and its first piece's place."""

    ids: list[int] = field(default_factory=lambda: [BEGIN])
    tokens: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)


def windows(tokens: Sequence[Token], sentences: Sequence[Sentence], pieces: Pieces, size: int = SIZE) -> list[Window]:
    """The windows of a text; each token is in one, and a sentence is cut only where it is longer than a window."""
    out = [Window()]
    for sentence in _sentences(tokens, sentences, pieces):
        if len(out[-1].ids) + sum(len(ids) for _, ids in sentence) >= size and out[-1].tokens:
            out.append(Window())
        for token, ids in sentence:
            if len(out[-1].ids) + len(ids) >= size and out[-1].tokens:
                out.append(Window())
            out[-1].tokens.append(token)
            out[-1].firsts.append(len(out[-1].ids))
            out[-1].ids += ids[: size - 2]
    for window in out:
        window.ids.append(END)
    return [w for w in out if w.tokens]


def _sentences(
    tokens: Sequence[Token], sentences: Sequence[Sentence], pieces: Pieces
) -> list[list[tuple[int, tuple[int, ...]]]]:
    """The tokens of each sentence with their pieces."""
    starts = [s.start for s in sentences]
    out: list[list[tuple[int, tuple[int, ...]]]] = [[] for _ in range(len(starts) + 1)]
    end = -1
    for i, token in enumerate(tokens):
        out[bisect_right(starts, token.start)].append((i, pieces.cut(token.text, glued=token.start == end)))
        end = token.end
    return out
