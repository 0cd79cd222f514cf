"""Stores for tests: an embedded one in a temporary folder, and a real Neo4j that is started once a session."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jejaring.graph.articles import put
from jejaring.graph.connect import connect
from jejaring.graph.store import Statement, Store


def _script(name: str) -> ModuleType:
    """A file of tests that is neither a test nor a package, as a module."""
    path = Path(__file__).parent / name
    spec = importlib.util.spec_from_file_location(f"jejaring_tests_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that needs the Neo4j server, so that `-m "not server"` leaves the quick ones."""
    for item in items:
        if {"neo4j_server", "start_neo4j"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("server")


@pytest.fixture(scope="session")
def start_neo4j() -> Any:
    """The function that starts a server of its own (see tests/neo4j_server/server.py)."""
    return _script("neo4j_server/server.py").start


@pytest.fixture(scope="session")
def neo4j_server(start_neo4j: Any) -> Iterator[Any]:
    """A real Neo4j for the session: `url`, `http` (Browser under /browser/), `user`, `password`, `home`."""
    server = start_neo4j()
    yield server
    server.stop()


@pytest.fixture
def llm_server() -> Iterator[Any]:
    """A server in a thread that answers as the test tells it to: `url`, `answers(...)`, `seen`."""
    server = _script("llm_server/server.py").Server()
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


@pytest.fixture(scope="module")
def networks(neo4j_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The network of tests/gold/network.yaml in an embedded graph and on the server: to read, not to write.

    A module that takes it takes no store that empties the server.
    """
    articles = _script("gold/network.py").network()
    stores = (
        connect(str(tmp_path_factory.mktemp("network") / "graph.kgl")),
        connect(neo4j_server.url, neo4j_server.user, neo4j_server.password),
    )
    for each in stores:
        empty(each)
        put(each, articles)
    yield stores
    empty(stores[1])
    for each in stores:
        each.close()


@pytest.fixture(params=["embedded", "neo4j"])
def network(request: pytest.FixtureRequest, networks: tuple[Store, Store]) -> Store:
    """One of `networks`: a test that takes it runs twice."""
    return networks[request.param == "neo4j"]
