"""A URL or a path to the store behind it."""

from __future__ import annotations

import os
from urllib.parse import unquote, urlsplit

from jejaring.errors import GraphUrlError
from jejaring.graph.embedded import EmbeddedStore
from jejaring.graph.store import Store

_SCHEMES = tuple(f"{scheme}{tls}://" for scheme in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))


def connect(
    url: str, user: str | None = None, password: str | None = None, *, create: bool = True, read_only: bool = False
) -> Store:
    """The graph at `url`: a Neo4j server for bolt:// and neo4j:// (also +s, +ssc), else the file of that path.

    An empty database or a missing file becomes a graph if `create`, else NoGraphError. With `read_only` the store takes
    no writes, and an embedded one may be written by another process meanwhile. Raises what the stores raise.
    """
    if url.startswith(_SCHEMES):
        url, user, password = _without_password(url, user, password)
        from jejaring.graph.neo4j import Neo4jStore  # noqa: PLC0415 - the driver takes 0.2 s to import

        return Neo4jStore(url, user, password, create=create, read_only=read_only)
    if not url.strip() or "://" in url:
        raise GraphUrlError(url=url)
    return EmbeddedStore(os.path.expanduser(url), create=create, read_only=read_only)


def _without_password(url: str, user: str | None, password: str | None) -> tuple[str, str | None, str | None]:
    """The URL as it may be shown; a user and a password in it come before the others, which may be another server's."""
    try:
        parts = urlsplit(url)
        account, at, _ = parts.netloc.rpartition("@")
        shown = url.replace(f"{account}@", "", 1) if at else url
        _ = parts.port
    except ValueError:  # a port that is no number, half an IPv6 address
        raise GraphUrlError(url=url) from None
    in_url = [unquote(part) for part in account.split(":", 1)]
    return shown, in_url[0] or user, in_url[1] if in_url[1:] else password
