"""Stores for tests: an embedded one in a temporary folder, and a real Neo4j that is started once a session."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jejaring.graph.connect import connect
from jejaring.graph.store import Statement, Store


def _server_module() -> ModuleType:
    """tests/neo4j_server/server.py, which is a script of its own too."""
    path = Path(__file__).parent / "neo4j_server" / "server.py"
    spec = importlib.util.spec_from_file_location("neo4j_server", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def start_neo4j() -> Any:
    """The function that starts a server of its own (see tests/neo4j_server/server.py)."""
    return _server_module().start


@pytest.fixture(scope="session")
def neo4j_server(start_neo4j: Any) -> Iterator[Any]:
    """A real Neo4j for the session: `url`, `http` (Browser under /browser/), `user`, `password`, `home`."""
    server = start_neo4j()
    yield server
    server.stop()


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """An empty embedded graph in the test's own folder."""
    store = connect(str(tmp_path / "graph.kgl"))
    yield store
    store.close()


@pytest.fixture
def neo4j_store(neo4j_server: Any) -> Iterator[Store]:
    """An empty graph on the session's own server."""
    assert neo4j_server.process.poll() is None, "the server that this session started is gone"
    store = connect(neo4j_server.url, neo4j_server.user, neo4j_server.password)
    empty(store)
    yield store
    empty(store)
    store.close()


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty graph in either store: a test that takes it runs twice."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


def empty(store: Store) -> None:
    """Take everything but our marker out of a test's graph."""
    assert store.read("MATCH (j:Jejaring {id: 'jejaring'}) RETURN j.schema AS version"), "not a graph of ours"
    store.write([Statement("MATCH (n) WHERE NOT n:Jejaring DETACH DELETE n")])
