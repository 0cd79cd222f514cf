#!/usr/bin/env python3
"""Hold the size budget of the code: function and module lengths of jejaring/, with what is over it."""

from __future__ import annotations

import ast
import statistics
import sys
from pathlib import Path

FUNCTION_MEDIAN, FUNCTION_95, FUNCTION_MAX, MODULE_MAX = 8, 30, 50, 500
ROOT = Path(__file__).resolve().parent.parent / "jejaring"


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def main() -> None:
    """Print the figures; exit 1 where a limit is passed."""
    sizes, faults = [], []
    for path in sorted(ROOT.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT.parent)
        if (lines := source.count("\n")) > MODULE_MAX:
            faults.append(f"{name}: {lines} lines, at most {MODULE_MAX}")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                sizes.append(body_lines(node))
                if sizes[-1] > FUNCTION_MAX:
                    faults.append(f"{name}:{node.lineno} {node.name}: {sizes[-1]} lines, at most {FUNCTION_MAX}")
    median, p95 = statistics.median(sizes), statistics.quantiles(sizes, n=20)[-1]
    print(f"{len(sizes)} functions: median {median:g} lines (at most {FUNCTION_MEDIAN}), 95 % {p95:g} ({FUNCTION_95})")
    if median > FUNCTION_MEDIAN or p95 > FUNCTION_95:
        faults.append("functions are too long as a whole")
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
