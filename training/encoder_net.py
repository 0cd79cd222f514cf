"""The encoder in torch, as it is trained, and as an ONNX graph with 8-bit weights, as it ships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from e5 import E5, Floats, unpack
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from jejaring.extraction.model.windows import SIZE

HEADS, WIDTH, EPSILON = 12, 384, 1e-12


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
    """Pieces to scores of labels; the rows of pieces and positions stay as they came."""

    def __init__(self, e5: E5, rows: np.ndarray, layers: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        places = (e5.tensors["emb.pos"].reshape(-1, WIDTH) + e5.tensors["emb.type"][:WIDTH])[:SIZE]
        self.register_buffer("rows", torch.tensor(unpack(rows)))
        self.register_buffer("places", torch.tensor(places))
        self.norm = _norm(e5.tensors["emb.ln.w"], e5.tensors["emb.ln.b"]).requires_grad_(False)
        self.layers = nn.ModuleList(Layer(f"l{i}", e5, dropout) for i in range(layers))
        self.drop = nn.Dropout(dropout)
        self.head = nn.Linear(WIDTH, labels)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Scores of labels at each piece; `mask` is 0 at pieces and very low behind their end."""
        x = self.norm(self.rows[ids] + self.places[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return self.head(self.drop(x))


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

    def linear(self, x: str, layer: nn.Linear, scale: np.ndarray | None = None) -> str:
        weight, bias = layer.weight.detach().numpy().T, layer.bias.detach().numpy()
        if scale is not None:
            weight, bias = weight * scale, bias * scale
        return self("Add", self("MatMul", x, self.const(weight)), self.const(bias))

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


def export(net: Net, rows: np.ndarray, path: Path) -> None:
    """Write `net` as ONNX: "ids" (the pieces of one window) and "firsts" give "scores", logs of probabilities."""
    net = net.eval().cpu().float()
    g = _Graph()
    x = g.norm(_embedded(g, rows, net.places.numpy()), net.norm)
    for layer in net.layers:
        x = _layer(g, x, layer)  # type: ignore[arg-type]
    g("LogSoftmax", g.linear(g("Gather", x, "firsts"), net.head), axis=-1)
    g.nodes[-1].output[0] = "scores"
    ends = [
        helper.make_tensor_value_info(n, TensorProto.INT64, [s]) for n, s in (("ids", "pieces"), ("firsts", "words"))
    ]
    out = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", net.head.out_features])
    graph = helper.make_graph(g.nodes, "names", ends, [out], g.data)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    whole = path.with_suffix(".float.onnx")
    onnx.save(model, whole)
    # Seven bits, since processors without VNNI add two products in 16; the packed rows are left as they came.
    quantize_dynamic(whole, path, ["MatMul"], per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    whole.unlink()
