import importlib.util
import os
import re
import shlex
from pathlib import Path

import pytest
import typer

os.environ["JEJARING_LANG"] = "en"  # help is made when the command line is first imported
from jejaring.cli import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def generator():
    spec = importlib.util.spec_from_file_location("docs", ROOT / "tools" / "docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["cli.md", "queries.md"])
def test_generated_pages_are_those_of_the_code(name, monkeypatch):
    monkeypatch.setenv("JEJARING_LANG", "en")
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == generator().PAGES[name]()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not re.match(r"\w+:", link):
            assert (page.parent / link).exists(), link


def test_every_command_of_the_readme_parses():
    command = typer.main.get_command(app)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"^ +(jejaring [^\n#]+)|`(jejaring [a-z][^`]*)`", text, re.MULTILINE)
    lines = [shlex.split(one or other) for one, other in found if "COMMAND" not in one + other]
    assert len(lines) >= 12
    for words in lines:
        if words[1].startswith("--"):
            continue
        sub = command.get_command(typer.Context(command), words[1])
        assert sub is not None, words
        sub.make_context(words[1], words[2:], resilient_parsing=False)
