"""Values as both stores give them, made alike: plain Python that can be written as JSON."""

from __future__ import annotations

from datetime import date, time
from typing import Any

_NODE = {"id", "labels", "properties"}
_EDGE = {"id", "start", "end", "type", "properties"}
_PATH = {"nodes", "relationships"}
_DURATION = {"months", "days", "seconds"}


def plain(value: Any) -> Any:
    """`value` as strings, numbers, booleans, lists, dicts and None.

    Nodes become {labels, properties}, relationships {type, properties}, paths {nodes, relationships}, where the
    relationships also name the `id` properties of their ends; times become ISO strings.
    """
    if isinstance(value, dict):
        return _mapping(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value


def duration(months: int, days: int, seconds: int, nanoseconds: int = 0) -> str:
    """A duration in ISO form: P1M2DT3S."""
    part = f"{seconds + nanoseconds / 1e9:g}" if nanoseconds else str(seconds)
    days_part = f"{months}M" * bool(months) + f"{days}D" * bool(days)
    time_part = f"T{part}S" if seconds or nanoseconds or not days_part else ""
    return f"P{days_part}{time_part}"


def _mapping(value: dict[str, Any]) -> Any:
    keys = set(value)
    if keys == _NODE:
        return _node(value)
    if keys == _EDGE:
        return _edge(value)
    if keys == _PATH:
        return _path(value)
    if keys == _DURATION:
        return duration(**value)
    return {key: plain(item) for key, item in value.items()}


def _node(value: dict[str, Any]) -> dict[str, Any]:
    """Without the `type` and `title` that kglite gives to every node: only articles have a title of their own."""
    labels = sorted(value["labels"])
    made_up = {"type"} if "Article" in labels else {"type", "title"}
    properties = {key: plain(item) for key, item in sorted(value["properties"].items()) if key not in made_up}
    return {"labels": labels, "properties": properties}


def _edge(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": value["type"], "properties": {key: plain(i) for key, i in sorted(value["properties"].items())}}


def _path(value: dict[str, Any]) -> dict[str, Any]:
    ids = {node["id"]: node["properties"].get("id") for node in value["nodes"]}
    edges = [{**_edge(e), "start": ids.get(e["start"]), "end": ids.get(e["end"])} for e in value["relationships"]]
    return {"nodes": [_node(node) for node in value["nodes"]], "relationships": edges}
