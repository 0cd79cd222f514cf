"""The encoder in torch, as it is trained, and as an ONNX graph with packed weights, as it ships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from e5 import E5, Floats, unpack
from onnx import TensorProto, helper, numpy_helper
from pair_net import PairNet
from torch import Tensor, nn

from jejaring.extraction.model.encoder import LABELS, WIDTH
from jejaring.extraction.model.windows import SIZE

HEADS, EPSILON = 12, 1e-12


class Layer(nn.Module):
    """One layer: attention and a feed-forward part, each added to its input and normalised."""

    def __init__(self, name: str, e5: E5, dropout: float) -> None:
        super().__init__()
        t = {k.removeprefix(f"{name}."): v for k, v in e5.tensors.items() if k.startswith(f"{name}.")}
        self.qkv = _linear(np.concatenate([t[f"{x}.w"] for x in "qkv"]), np.concatenate([t[f"{x}.b"] for x in "qkv"]))
        self.out = _linear(t["ao.w"], t["ao.b"])
        self.norm1 = _norm(t["aln.w"], t["aln.b"])
        self.up = _linear(t["fi.w"], t["fi.b"])
        self.down = _linear(t["fo.w"], t["fo.b"])
        self.norm2 = _norm(t["oln.w"], t["oln.b"])
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The next states of a batch (windows, pieces, width)."""
        size, length, _ = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        seen = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask, -1) @ v
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(size, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


def _linear(weight: Floats, bias: Floats) -> nn.Linear:
    out = nn.Linear(weight.size // len(bias), len(bias))
    out.weight.data = torch.tensor(weight).view(out.weight.shape)
    out.bias.data = torch.tensor(bias)
    return out


def _norm(weight: Floats, bias: Floats) -> nn.LayerNorm:
    out = nn.LayerNorm(len(bias), EPSILON)
    out.weight.data, out.bias.data = torch.tensor(weight), torch.tensor(bias)
    return out


class Net(nn.Module):
    """Pieces to states, and states to scores of labels; the rows of pieces and positions stay as they came."""

    def __init__(self, e5: E5, rows: np.ndarray, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        places = (e5.tensors["emb.pos"].reshape(-1, WIDTH) + e5.tensors["emb.type"][:WIDTH])[:SIZE]
        self.register_buffer("rows", torch.tensor(unpack(rows)))
        self.register_buffer("places", torch.tensor(places))
        self.norm = _norm(e5.tensors["emb.ln.w"], e5.tensors["emb.ln.b"]).requires_grad_(False)
        self.layers = nn.ModuleList(Layer(f"l{i}", e5, dropout) for i in range(layers))
        self.drop = nn.Dropout(dropout)
        self.names = nn.Linear(WIDTH, len(LABELS))
        self.topics = nn.Linear(WIDTH, 3)
        self.pairs = PairNet()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The state of each piece; `mask` is 0 at pieces and very low behind their end."""
        x = self.norm(self.rows[ids] + self.places[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class _Graph:
    """An ONNX graph on its way."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.data: list[onnx.TensorProto] = []

    def const(self, value: np.ndarray) -> str:
        self.data.append(numpy_helper.from_array(np.array(value, order="C"), f"c{len(self.data)}"))
        return self.data[-1].name

    def __call__(self, kind: str, *inputs: str, **attrs: object) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attrs))
        return name

    def named(self, name: str, kind: str, *inputs: str, **attrs: object) -> str:
        self(kind, *inputs, **attrs)
        self.nodes[-1].output[0] = name
        return name

    def linear(self, x: str, layer: nn.Linear, scale: np.ndarray | None = None) -> str:
        weight, bias = layer.weight.detach().numpy().T, layer.bias.detach().numpy()
        if scale is not None:
            weight, bias = weight * scale, bias * scale
        return self("Add", self("MatMul", x, self._packed(weight)), self.const(bias))

    def _packed(self, weight: np.ndarray) -> str:
        """A matrix as 8-bit numbers and a scale a column; sums are made in floats; in 8 bits relations lose."""
        step = np.abs(weight).max(axis=0, keepdims=True) / 127
        whole = np.round(weight / step).astype(np.int8)
        return self("Mul", self("Cast", self.const(whole), to=TensorProto.FLOAT), self.const(step.astype(np.float32)))

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        weight, bias = (self.const(p.detach().numpy()) for p in (layer.weight, layer.bias))
        return self("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPSILON)


def _embedded(g: _Graph, rows: np.ndarray, places: np.ndarray) -> str:
    """The packed rows of the pieces "ids" as numbers, plus those of their positions."""
    blocks = rows.reshape(len(rows), -1, 18)
    scale = g("Gather", g.const(np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float16)[..., 0]), "ids")
    packed = g("Cast", g("Gather", g.const(blocks[..., 2:]), "ids"), to=TensorProto.FLOAT)
    high = g("Floor", g("Mul", packed, g.const(np.array(1 / 16, np.float32))))
    low = g("Sub", packed, g("Mul", high, g.const(np.array(16, np.float32))))
    whole = g("Sub", g("Concat", low, high, axis=2), g.const(np.array(8, np.float32)))
    scaled = g("Mul", whole, g("Unsqueeze", g("Cast", scale, to=TensorProto.FLOAT), g.const(np.array([2]))))
    flat = g("Reshape", scaled, g.const(np.array([-1, WIDTH])))
    here = g("Slice", g.const(places), g.const(np.array([0])), g("Shape", "ids"), g.const(np.array([0])))
    return g("Add", flat, here)


def _layer(g: _Graph, x: str, layer: Layer) -> str:
    scale = np.ones(3 * WIDTH, np.float32)
    scale[:WIDTH] = (WIDTH // HEADS) ** -0.5
    parts = g("Reshape", g.linear(x, layer.qkv, scale), g.const(np.array([0, 3, HEADS, WIDTH // HEADS])))
    q, k, v = (
        g("Gather", g("Transpose", parts, perm=perm), g.const(np.array(i)), axis=0)
        for i, perm in enumerate(([1, 2, 0, 3], [1, 2, 3, 0], [1, 2, 0, 3]))
    )
    seen = g("MatMul", g("Softmax", g("MatMul", q, k), axis=-1), v)
    flat = g("Reshape", g("Transpose", seen, perm=[1, 0, 2]), g.const(np.array([0, WIDTH])))
    x = g.norm(g("Add", x, g.linear(flat, layer.out)), layer.norm1)
    return g.norm(g("Add", x, g.linear(g("Gelu", g.linear(x, layer.up)), layer.down)), layer.norm2)


def export(net: Net, rows: np.ndarray, path: Path, *, names_alone: bool) -> None:
    """Write `net` as ONNX: "ids" (the pieces of one window) and "firsts" give "names", "topics" and "states" a word.

    With `names_alone` they give "scores", which are names, and nothing else.
    """
    net = net.eval().cpu().float()
    g = _Graph()
    x = g.norm(_embedded(g, rows, net.places.numpy()), net.norm)
    for layer in net.layers:
        x = _layer(g, x, layer)  # type: ignore[arg-type]
    states = g.named("states", "Gather", x, "firsts")
    widths = {"scores" if names_alone else "names": len(LABELS)}
    g.named(*widths, "LogSoftmax", g.linear(states, net.names), axis=-1)
    if not names_alone:
        g.named("topics", "Softmax", g.linear(states, net.topics), axis=-1)
        widths |= {"topics": 3, "states": WIDTH}
    ends = [_end(name, TensorProto.INT64, [size]) for name, size in (("ids", "pieces"), ("firsts", "words"))]
    outs = [_end(name, TensorProto.FLOAT, ["words", width]) for name, width in widths.items()]
    graph = helper.make_graph(g.nodes, "encoder", ends, outs, g.data)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.save(model, path)


def _end(name: str, kind: int, shape: list[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)
