"""What can be wrong with a graph's address, its file or its server: one clear error each."""

from __future__ import annotations

import os
import subprocess
import sys

import kglite
import pytest
from neo4j import GraphDatabase

from jejaring import errors
from jejaring.graph.articles import known, put
from jejaring.graph.connect import connect
from jejaring.graph.store import Statement


def test_a_new_file_is_made_and_found_again(tmp_path, make_article):
    path = str(tmp_path / "graph.kgl")
    store = connect(path)
    put(store, [make_article(1)])
    store.close()
    store.close()
    again = connect(path, create=False)
    assert known(again, ["a1"]) == {"a1": "f1-1"}
    assert again.url == path
    again.close()


def test_reading_makes_no_file(tmp_path):
    with pytest.raises(errors.NoGraphError):
        connect(str(tmp_path / "graph.kgl"), read_only=True)
    with pytest.raises(errors.NoGraphError):
        connect(str(tmp_path / "graph.kgl"), create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"halo, ini berkas teks\n", bytes(range(256)) * 4])
def test_another_kind_of_file_is_left_alone(tmp_path, content):
    path = tmp_path / "catatan.txt"
    path.write_bytes(content)
    with pytest.raises(errors.NotAStoreError):
        connect(str(path))
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("catatan.txt", content)]


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(errors.NotAStoreError):
        connect(str(tmp_path))


def test_a_store_cut_short_is_told(tmp_path, make_article):
    path = tmp_path / "graph.kgl"
    store = connect(str(path))
    put(store, [make_article(1)])
    store.close()
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(errors.NotAStoreError):
        connect(str(path))


def test_somebody_elses_store_is_left_alone(tmp_path):
    path = tmp_path / "graph.kgl"
    with kglite.open(str(path)) as graph:
        graph.cypher("CREATE (:Film {id: 1})")
    before = path.read_bytes()
    with pytest.raises(errors.ForeignGraphError):
        connect(str(path))
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_left_alone(tmp_path):
    path = str(tmp_path / "graph.kgl")
    store = connect(path)
    store.write([Statement("MATCH (j:Jejaring) SET j.schema = 999")])
    store.close()
    with pytest.raises(errors.NewerGraphError):
        connect(path)


def test_a_log_without_its_file_is_told(tmp_path, make_article):
    path = tmp_path / "graph.kgl"
    store = connect(str(path))
    put(store, [make_article(1)])
    log = path.with_name("graph.kgl-wal").read_bytes()
    store.close()
    path.unlink()
    path.with_name("graph.kgl-wal").write_bytes(log)
    with pytest.raises(errors.LostStoreError):
        connect(str(path))


FULL_DISK = """
import resource, sys
from jejaring.errors import StoreFailedError
from jejaring.graph.connect import connect
from jejaring.graph.store import Statement
store = connect(sys.argv[1])
store.write([Statement("CREATE (:Story {id: 'kept'})")])
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    store.write([Statement("UNWIND range(1, 5000) AS n CREATE (:Story {id: 'lost-' + toString(n)})")])
except StoreFailedError as error:
    store.close()
    print(type(error).__name__)
"""


def test_a_full_disk_loses_nothing_that_was_committed(tmp_path):
    path = str(tmp_path / "graph.kgl")
    command = [sys.executable, "-c", FULL_DISK, path]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said == "StoreFailedError\n"
    store = connect(path)
    assert store.read("MATCH (s:Story) RETURN s.id AS id") == [{"id": "kept"}]
    store.close()


WRITER = """
import sys
from jejaring.graph.connect import connect
from jejaring.graph.store import Statement
store = connect(sys.argv[1])
store.write([Statement("CREATE (:Story {id: 's'})")])
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def writer(tmp_path):
    path = str(tmp_path / "graph.kgl")
    command = [sys.executable, "-c", WRITER, path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield path, process
        process.kill()


def test_a_locked_store_names_its_writer(writer):
    path, process = writer
    with pytest.raises(errors.LockedStoreError) as caught:
        connect(path)
    assert str(process.pid) in str(caught.value)


def test_reading_goes_on_beside_a_writer(writer):
    path, _ = writer
    store = connect(path, read_only=True)
    assert store.read("MATCH (s:Story) RETURN s") == []  # the writer has not saved yet
    store.close()


@pytest.mark.parametrize("read_only", [True, False])
def test_what_a_killed_writer_committed_is_there(writer, read_only):
    path, process = writer
    process.kill()
    process.wait()
    store = connect(path, read_only=read_only)
    assert store.read("MATCH (s:Story) RETURN s.id AS id") == [{"id": "s"}]
    store.close()


def test_a_store_opened_for_reading_takes_no_writes(tmp_path):
    path = str(tmp_path / "graph.kgl")
    connect(path).close()
    store = connect(path, read_only=True)
    with pytest.raises(errors.ReadOnlyGraphError):
        store.write([Statement("CREATE (:Story {id: 's'})")])


def test_a_folder_that_takes_no_files(tmp_path):
    with pytest.raises(errors.NoFolderError):
        connect(str(tmp_path / "nowhere" / "graph.kgl"))


def test_a_closed_store_says_so(tmp_path):
    store = connect(str(tmp_path / "graph.kgl"))
    store.close()
    with pytest.raises(errors.StoreFailedError):
        store.read("RETURN 1 AS one")


@pytest.mark.parametrize(
    "url",
    ["http://localhost:7474", "postgres://x", "bolt://localhost:bolt", "bolt://localhost:99999", "bolt://[::1", ""],
)
def test_a_url_of_something_else(url):
    with pytest.raises(errors.GraphUrlError):
        connect(url)


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://"])
def test_no_server(url):
    with pytest.raises(errors.NoServerError):
        connect(url, "neo4j", "apa saja")


def test_a_server_that_speaks_something_else(neo4j_server):
    with pytest.raises(errors.NoServerError):
        connect(neo4j_server.http.replace("http", "bolt"), "neo4j", neo4j_server.password)


@pytest.mark.parametrize(("user", "password"), [("neo4j", "salah sekali"), ("siapa", "salah sekali"), (None, None)])
def test_wrong_password(neo4j_server, user, password):
    with pytest.raises(errors.WrongPasswordError):
        connect(neo4j_server.url, user, password)


def test_a_password_in_the_url_is_used_and_not_shown(neo4j_server, neo4j_store):
    url = neo4j_server.url.replace("//", f"//{neo4j_server.user}:{neo4j_server.password}@")
    for elsewhere in (None, "another server's"):
        store = connect(url, elsewhere, elsewhere)
        assert store.url == neo4j_server.url
        store.close()


def test_a_cluster_url_works_too(neo4j_server, neo4j_store):
    url = neo4j_server.url.replace("bolt", "neo4j").replace("127.0.0.1", "localhost")
    store = connect(url, neo4j_server.user, neo4j_server.password)
    assert store.read("RETURN 1 AS one") == [{"one": 1}]
    store.close()


def test_neo4j_opened_for_reading_takes_no_writes(neo4j_server, neo4j_store):
    store = connect(neo4j_server.url, neo4j_server.user, neo4j_server.password, read_only=True)
    with pytest.raises(errors.ReadOnlyGraphError):
        store.write([Statement("CREATE (:Story {id: 's'})")])
    store.close()


@pytest.fixture
def foreign_server(neo4j_server, neo4j_store):
    """The session's server with another program's nodes instead of our graph."""
    auth = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.url, auth=auth) as driver:
        driver.execute_query("MATCH (j:Jejaring) DETACH DELETE j")
        driver.execute_query("CREATE (:Film {title: 'Laskar'})")
        yield neo4j_server
        driver.execute_query("MATCH (f:Film) DELETE f")
    connect(neo4j_server.url, *auth).close()


def test_somebody_elses_database_is_left_alone(foreign_server):
    with pytest.raises(errors.ForeignGraphError):
        connect(foreign_server.url, foreign_server.user, foreign_server.password)


def test_every_error_has_both_languages():
    error = errors.LockedStoreError(path="graph.kgl", pid=os.getpid())
    assert error.message("id") != error.message("en")
    assert error.hint("id") != error.hint("en")
