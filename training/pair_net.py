"""The scorer of pairs of jejaring/extraction/model/pairs.py in torch, as it is trained."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from jejaring.extraction.model.encoder import WIDTH
from jejaring.extraction.model.pairs import FARTHEST, GAPS, KINDS, LABELS, MOST_BETWEEN, RELATIONS, Layout, Mention

HIDDEN = 192


@dataclass
class PairExample:
    """The pairs of a window: its mentions and layout, what rules say of each, what gold says, and what of it counts."""

    mentions: list[Mention]
    at: Layout
    said: Any
    wanted: Any
    counted: Any


class PairNet(nn.Module):
    """One hidden layer over both ends and what is between them, and a product of both ends."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.head, self.tail, self.first, self.second = (nn.Linear(2 * WIDTH, HIDDEN) for _ in range(4))
        self.context = nn.Linear(WIDTH, HIDDEN)
        sizes = {"head_label": len(LABELS), "tail_label": len(LABELS), "head_kind": len(KINDS), "tail_kind": len(KINDS)}
        sizes |= {"order": 2 * FARTHEST + 1, "gap": 2 * len(GAPS) + 2, "between": MOST_BETWEEN + 1}
        for name, size in sizes.items():
            setattr(self, name, nn.Parameter(0.1 * torch.randn(size, HIDDEN)))
        self.said = nn.Parameter(0.1 * torch.randn(len(RELATIONS), HIDDEN))
        self.said_out = nn.Parameter(2 * torch.eye(len(RELATIONS)))
        self.out = nn.Linear(HIDDEN, len(RELATIONS))
        self.product = nn.Parameter(0.02 * torch.randn(HIDDEN, len(RELATIONS)))
        self.labels = nn.Parameter(torch.zeros(len(LABELS) ** 2, len(RELATIONS)))
        self.drop = nn.Dropout(dropout)
        nn.init.constant_(self.out.bias, -3)

    def forward(self, states: Tensor, example: PairExample) -> Tensor:
        """Logits, pairs by relations; `states` are those of the window's tokens."""
        at, mentions = example.at, example.mentions
        heads, tails = torch.as_tensor(at.heads), torch.as_tensor(at.tails)
        states = self.drop(states)
        ends = torch.cat([states[[m.first for m in mentions]], states[[m.last for m in mentions]]], 1)
        labels = torch.tensor([LABELS.index(m.label) for m in mentions])
        kinds = torch.tensor([KINDS.index(m.kind) for m in mentions])
        sums = torch.cat([states.new_zeros(1, WIDTH), states.cumsum(0)])
        begins, stops = torch.as_tensor(at.begins), torch.as_tensor(at.ends)
        mean = (sums[stops] - sums[begins]) / (stops - begins).clamp(min=1).unsqueeze(1)
        said = torch.as_tensor(example.said).to(states)
        hidden = (self.head(ends) + self.head_label[labels] + self.head_kind[kinds])[heads]
        hidden = hidden + (self.tail(ends) + self.tail_label[labels] + self.tail_kind[kinds])[tails]
        hidden = hidden + self.context(mean) + self.order[at.order] + self.gap[at.gap] + self.between[at.between]
        hidden = hidden + said @ self.said
        product = self.first(ends)[heads] * self.second(ends)[tails]
        logits = self.out(self.drop(torch.relu(hidden))) + self.drop(product) @ self.product
        return logits + self.labels[labels[heads] * len(LABELS) + labels[tails]] + said @ self.said_out

    def loss(self, states: Tensor, example: PairExample) -> Tensor:
        """The cross-entropy summed over the pairs and relations that count."""
        wanted, counted = (torch.as_tensor(x).to(states) for x in (example.wanted, example.counted))
        each = nn.functional.binary_cross_entropy_with_logits(self(states, example), wanted, reduction="none")
        return (each * counted).sum()

    def write(self, path: Path) -> None:
        """Write the weights, in 16 bits; matrices so that a row times them is what the layer gives."""
        arrays = {}
        for name, value in self.state_dict().items():
            array = value.cpu().numpy().astype(np.float16)
            arrays[name] = array.T if name.endswith(".weight") else array
        np.savez_compressed(path, **arrays)
