"""What goes wrong on the way to a server, and within it."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

import pytest

from jejaring.errors import NoRoomError, NoServerError
from jejaring.graph.articles import counts, known, put
from jejaring.graph.change import change
from jejaring.graph.connect import connect

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # Bolt's COMMIT message


class Proxy:
    """A connection to the server on the way of which the answer to the first COMMIT gets lost."""

    def __init__(self, host: str, port: int) -> None:
        self.server, self.armed = (host, port), True
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                there = socket.create_connection(self.server)
                lost = threading.Event()
                threading.Thread(target=self.forward, args=(client, there, lost), daemon=True).start()
                threading.Thread(target=self.back, args=(there, client, lost), daemon=True).start()

    def forward(self, client: socket.socket, there: socket.socket, lost: threading.Event) -> None:
        with suppress(OSError), there:
            while data := client.recv(65536):
                if COMMIT in data and self.armed:
                    self.armed = False
                    lost.set()
                there.sendall(data)

    def back(self, there: socket.socket, client: socket.socket, lost: threading.Event) -> None:
        with suppress(OSError), client:
            while data := there.recv(65536):
                if lost.is_set():
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(data)


def test_a_commit_whose_answer_is_lost_counts_once(neo4j_server, neo4j_store, make_article, picture):
    host, _, port = neo4j_server.url.removeprefix("bolt://").partition(":")
    proxy = Proxy(host, int(port))
    proxy.armed = False
    store = connect(proxy.url, neo4j_server.user, neo4j_server.password)
    (before,) = neo4j_store.read("MATCH (j:Jejaring) RETURN j.revision AS n")
    proxy.armed = True
    assert put(store, [make_article(1)]) == 1
    assert not proxy.armed
    store.close()
    proxy.listener.close()
    assert neo4j_store.read("MATCH (j:Jejaring) RETURN j.revision AS n") == [{"n": before["n"] + 1}]
    found = picture(neo4j_store)
    put(neo4j_store, [make_article(1, 2)])
    put(neo4j_store, [make_article(1)])
    assert picture(neo4j_store) == found


@pytest.fixture
def small_server(start_neo4j):
    """A server that gives a transaction next to no memory."""
    server = start_neo4j({"db.memory.transaction.max": "2m"})
    yield server
    server.stop()


def test_a_batch_too_big_for_the_server_is_halved_and_a_dead_server_told(small_server, make_article):
    store = connect(small_server.url, small_server.user, small_server.password)
    articles = [make_article(n) for n in range(200)]
    with pytest.raises(NoRoomError):
        store.write(change(store, [], articles))
    assert put(store, articles) > 200
    assert counts(store)["Article"] == 200
    small_server.stop()
    with pytest.raises(NoServerError):
        known(store, ["a1"])
    store.close()
