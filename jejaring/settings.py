"""The only reader of the environment and of jejaring.toml."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jejaring.errors import SettingsError

DEFAULT_GRAPH = "jejaring.kgl"
FILE = "jejaring.toml"
_KEYS = ("graph", "user", "password", "lang")
_LLM_NUMBERS = ("llm_price_in", "llm_price_out", "llm_seconds")
_LLM_KEYS = ("llm_model", "llm_cache", *_LLM_NUMBERS)
# Which articles go where, and with what key, no file may say: jejaring.toml may come with somebody else's folder.
_ENVIRONMENT_ALONE = ("llm_url", "llm_key", "llm_reserved")


@dataclass(frozen=True)
class Settings:
    """Where the graph is (a path, or a bolt URL with user and password), and the language of messages."""

    graph: str = DEFAULT_GRAPH
    user: str | None = None
    password: str | None = None
    lang: str = "en"


@dataclass(frozen=True)
class LlmSettings:
    """How a language model is asked: URL, model, key; prices per million tokens; seconds a request; folder of answers.

    `reserved` sends also articles whose rights notice reserves use by machines. The key is in no text made
    from this.
    """

    url: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    price_in: float | None = None
    price_out: float | None = None
    seconds: float = 180.0
    cache: str = ""
    reserved: bool = False


def _file(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise SettingsError(path=path, problem=problem) from None
    if placed := sorted(set(data) & set(_ENVIRONMENT_ALONE)):
        raise SettingsError(path=path, problem=", ".join(f"{key} -> JEJARING_{key.upper()}" for key in placed))
    unknown = sorted(set(data) - {*_KEYS, *_LLM_KEYS}) or sorted(k for k, v in data.items() if not _fits(k, v))
    if unknown:
        raise SettingsError(path=path, problem=f"{', '.join(unknown)} ?")
    return data


def _fits(key: str, value: Any) -> bool:
    return isinstance(value, str) or (key in _LLM_NUMBERS and isinstance(value, int | float))


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
    file = {key: value for key, value in _file(folder or Path()).items() if key in _KEYS}
    values: dict[str, Any] = {"lang": _language(env), **file}
    values |= {key: env[name] for key in _KEYS if env.get(name := f"JEJARING_{key.upper()}")}
    values |= {key: value for key, value in given.items() if value is not None}
    if values["lang"] not in ("id", "en"):
        raise SettingsError(path="lang", problem=f"{values['lang']!r}; id | en")
    return Settings(**values)


def load_llm_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> LlmSettings:
    """The settings of a language model: JEJARING_LLM_..., else jejaring.toml (llm_...), else defaults.

    URL, key and reserved come from the environment alone. Raises SettingsError where a value is none of its kind.
    """
    env = os.environ if environment is None else environment
    found: dict[str, Any] = {k: v for k, v in _file(folder or Path()).items() if k in _LLM_KEYS}
    names = {key: f"JEJARING_{key.upper()}" for key in (*_LLM_KEYS, *_ENVIRONMENT_ALONE)}
    found |= {key: env[name] for key, name in names.items() if env.get(name)}
    for key in _LLM_NUMBERS:
        if key in found:
            found[key] = _number(names[key], found[key])
    if (reserved := found.get("llm_reserved", "send")) != "send":
        raise SettingsError(path=names["llm_reserved"], problem=f"{reserved!r}; send")
    found["llm_reserved"] = "llm_reserved" in found
    return LlmSettings(**{"cache": _cache_folder(env), **{k.removeprefix("llm_"): v for k, v in found.items()}})


def _number(name: str, value: Any) -> float:
    try:
        number = float(value)
    except ValueError:
        raise SettingsError(path=name, problem=f"{value!r} ?") from None
    if not 0 <= number < 1e6 or (name.endswith("SECONDS") and not number):
        raise SettingsError(path=name, problem=f"{value!r} ?")
    return number


def _cache_folder(environment: Mapping[str, str]) -> str:
    home = environment.get("XDG_CACHE_HOME") or (environment.get("LOCALAPPDATA") if os.name == "nt" else None)
    return str(Path(home or Path.home() / ".cache") / "jejaring" / "llm")
