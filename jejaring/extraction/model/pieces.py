"""Cut words into the word pieces of the encoder: the likeliest cut under a unigram model."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import normalize

BLANK = "▁"
BEGIN, END, UNKNOWN, SPECIAL = 0, 1, 2, 3  # the ids before those of the pieces, and their number
# An unknown character costs this much more than the rarest piece.
_UNKNOWN = 10.0


class Pieces:
    """A vocabulary of pieces with their log probabilities; the ids of pieces follow those of the special ones."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._ids = {piece: i + SPECIAL for i, piece in enumerate(scores)}
        self._scores = dict(scores)
        self._worst = min(scores.values()) - _UNKNOWN
        self._longest = max(map(len, scores))
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str, *, glued: bool) -> tuple[int, ...]:
        """The ids of the pieces of `word`; one that is not glued to the word before it begins with a blank."""
        key = word if glued else BLANK + word
        if key not in self._known:
            if len(self._known) > 50_000:  # memory stays flat over many articles
                self._known.clear()
            self._known[key] = tuple(self._best(normalize("NFKC", key)))
        return self._known[key]

    def _best(self, text: str) -> list[int]:
        size, longest, get = len(text), self._longest, self._scores.get
        best = [0.0] + [float("-inf")] * size
        came = [0] * (size + 1)
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(size, start + longest) + 1):
                score = get(text[start:end])
                if score is None:
                    if end > start + 1:
                        continue
                    score = self._worst
                if so_far + score > best[end]:
                    best[end] = so_far + score
                    came[end] = start
        out, at = [], len(text)
        while at > 0:
            out.append(self._ids.get(text[came[at] : at], UNKNOWN))
            at = came[at]
        return out[::-1]
