"""The only reader of the environment and of jejaring.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jejaring.errors import SettingsError

DEFAULT_GRAPH = "jejaring.kgl"
FILE = "jejaring.toml"
_KEYS = ("graph", "user", "password", "lang")


@dataclass(frozen=True)
class Settings:
    """Where the graph is (a path, or a bolt URL with user and password), and the language of messages."""

    graph: str = DEFAULT_GRAPH
    user: str | None = None
    password: str | None = None
    lang: str = "en"


def _file(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SettingsError(path=path, problem=problem) from None
    unknown = sorted(set(data) - set(_KEYS)) or sorted(k for k, v in data.items() if not isinstance(v, str))
    if unknown:
        raise SettingsError(path=path, problem=f"{', '.join(unknown)} ?")
    return data


def _language(environment: Mapping[str, str]) -> str:
    asked = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "id" if asked.lower().startswith(("id", "in_")) else "en"


def help_language() -> str:
    """The language of help, which is there even where a setting is wrong; the command that runs then says so."""
    try:
        return load_settings().lang
    except SettingsError:
        return _language(os.environ)


def debugging() -> bool:
    """Whether JEJARING_DEBUG asks for tracebacks of unexpected errors."""
    return bool(os.environ.get("JEJARING_DEBUG"))


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None, **given: Any) -> Settings:
    """The settings: what is given, else the environment (JEJARING_GRAPH, ...), else jejaring.toml, else defaults.

    Raises SettingsError where jejaring.toml can't be read or holds an unknown key, or the language is not id or en.
    """
    env = os.environ if environment is None else environment
    values: dict[str, Any] = {"lang": _language(env), **_file(folder or Path())}
    values |= {key: env[name] for key in _KEYS if env.get(name := f"JEJARING_{key.upper()}")}
    values |= {key: value for key, value in given.items() if value is not None}
    if values["lang"] not in ("id", "en"):
        raise SettingsError(path="lang", problem=f"{values['lang']!r}; id | en")
    return Settings(**values)
