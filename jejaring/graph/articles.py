"""Articles into the graph and out of it: whatever the order, the graph is what its articles add up to."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator, Sequence

from jejaring.errors import BusyGraphError, NoRoomError, StaleGraphError
from jejaring.graph.change import change
from jejaring.graph.rows import ask
from jejaring.graph.store import Store
from jejaring.models import ArticleGraph

_TRIES = 15


def _tries() -> Iterator[int]:
    """The tries of a write that another writer may come before, each after a longer wait: 40 s in all at most.

    The waits are not all of a length, so that two writers do not keep meeting; what is written does not depend on them.
    """
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(min(0.02 * 2**attempt, 3) * random.uniform(0.5, 1))  # noqa: S311 - no secret
        yield attempt


def known(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The fingerprints of those articles of `ids` that the graph holds."""
    cypher = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.fingerprint AS fingerprint ORDER BY id"
    return {row["id"]: row["fingerprint"] for row in ask(store, cypher, ids)}


def put(store: Store, articles: Sequence[ArticleGraph]) -> int:
    """Add what is new, replace what changed, in one transaction; returns how many changes were written (0: none).

    Of several with one id the last counts. A commit whose answer was lost counts as one change an article. Raises
    BusyGraphError where other writers always came first, and what the store raises.
    """
    wanted = {article.document.id: article for article in articles}
    todo = _changed(store, wanted)
    unheard = 0
    for _ in _tries():
        if not todo:
            return unheard
        try:
            return unheard + store.write(change(store, list(todo), list(todo.values())))
        except StaleGraphError:  # another writer came first, or our own commit went through unheard
            left = _changed(store, todo)
            unheard += len(todo) - len(left)
            todo = left
        except NoRoomError:
            if len(todo) == 1:
                raise
            middle = len(todo) // 2
            graphs = list(todo.values())
            return unheard + put(store, graphs[:middle]) + put(store, graphs[middle:])
    raise BusyGraphError(url=store.url, problem="other writers always came first")


def forget(store: Store, ids: Iterable[str]) -> int:
    """Take articles out, with whatever rested on them alone; returns how many there were."""
    found = list(known(store, ids))
    count = len(found)
    for _ in _tries():
        if not found:
            return count
        try:
            store.write(change(store, found, []))
        except StaleGraphError:
            found = list(known(store, found))
            continue
        return count
    raise BusyGraphError(url=store.url, problem="other writers always came first")


def counts(store: Store) -> dict[str, int]:
    """How many nodes each label has and how many edges each type, sorted by name; our own marker is not counted."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, count(n) AS total")
    edges = store.read("MATCH ()-[r]->() RETURN type(r) AS name, count(r) AS total")
    totals = {row["name"]: row["total"] for row in edges}
    for row in nodes:
        name = next((label for label in sorted(row["labels"]) if label != "Entity"), "Entity")
        totals[name] = totals.get(name, 0) + row["total"]
    totals.pop("Jejaring", None)
    return {name: total for name, total in sorted(totals.items()) if total}


def _changed(store: Store, wanted: dict[str, ArticleGraph]) -> dict[str, ArticleGraph]:
    present = known(store, wanted)
    return {key: article for key, article in sorted(wanted.items()) if present.get(key) != article.fingerprint}
