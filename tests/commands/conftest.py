import os
import sys
from pathlib import Path

import pytest

os.environ["JEJARING_LANG"] = "en"  # help is made when the command line is first imported
from jejaring import cli

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = str(ROOT / "examples" / "articles")


class Run:
    """What one command printed, and how it ended."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def jejaring(tmp_path, monkeypatch, capsys):
    """Run the command line, error boundary included, in an empty folder with an empty environment."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("JEJARING_") and n != "JEJARING_SHARED"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*args):
        monkeypatch.setattr(sys, "argv", ["jejaring", *map(str, args)])
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = end.code or 0
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return run


@pytest.fixture
def examples(jejaring):
    """The command line in a folder whose graph holds the sample articles."""
    assert jejaring("load", EXAMPLES).code == 0
    return jejaring
