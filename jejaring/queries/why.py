"""Why an edge is there: every claim behind it with its sentence, its rule, and what moved its confidence."""

from __future__ import annotations

from jejaring import ontology
from jejaring.errors import NoSuchEdgeError, OntologyError
from jejaring.graph.store import Store
from jejaring.models.record import Record
from jejaring.queries.find import resolve
from jejaring.queries.rows import EDGE, STRENGTH, EdgeRow, Node, Sentence, edge_row, nodes

_EDGE_OF_CLAIM = "MATCH (c:Claim {id: $id}) RETURN c.edge AS edge"
_ENDS = """
MATCH (c:Claim {edge: $edge})-[:SUBJECT]->(h:Entity)
MATCH (c)-[:OBJECT]->(t:Entity)
RETURN h.id AS head, t.id AS tail ORDER BY c.id LIMIT 1
"""
_ROW = f"MATCH (h:Entity {{id: $head}})-[r]-(t:Entity {{id: $tail}}) WHERE r.id = $edge RETURN {EDGE} AS edge"
_BETWEEN = """
MATCH (c:Claim {edge_type: $type})-[:SUBJECT]->(h:Entity)
MATCH (c)-[:OBJECT]->(t:Entity)
WHERE (h.id = $one AND t.id = $other) OR ($either AND h.id = $other AND t.id = $one)
RETURN DISTINCT c.edge AS edge ORDER BY edge
"""
_CLAIMS = f"""
MATCH (c:Claim {{edge: $edge}})-[:STATED_IN]->(x:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Entity)
WITH c, x, s
ORDER BY {STRENGTH.format("c")}, c.confidence DESC, coalesce(x.published, toString(x.copyright_year), '9999'), x.id,
         c.evidence_start, c.id
RETURN c.id AS claim, c.evidence AS text, c.modality AS modality, c.confidence AS confidence, c.rule AS rule,
       c.extractor AS extractor, c.reasons AS reasons, s.name AS speaker, x.id AS article, x.title AS title,
       x.outlet AS outlet, x.url AS url, x.published AS published, x.copyright_year AS copyright_year,
       x.rights AS rights
"""


class Ground(Sentence):
    """One claim behind an edge: its sentence, what read it, and what moved its confidence ("gap:far -0.35")."""

    extractor: str
    reasons: tuple[str, ...] = ()


class Why(Record):
    """An edge, its ends, and all claims it rests on, the strongest first (one alone, where a claim was asked for)."""

    edge: EdgeRow
    head: Node
    tail: Node
    claims: tuple[Ground, ...]


def why(store: Store, what: str) -> Why:
    """Why the edge with the id `what` is there, or the claim with it; raises NoSuchEdgeError."""
    if not what.startswith("claim-"):
        return _why(store, what, what)
    found = store.read(_EDGE_OF_CLAIM, {"id": what})
    if not found:
        raise NoSuchEdgeError(id=what)
    whole = _why(store, found[0]["edge"], what)
    return whole.model_copy(update={"claims": tuple(c for c in whole.claims if c.claim == what)})


def why_between(store: Store, head: str, kind: str, tail: str) -> tuple[Why, ...]:
    """The same of every edge of type `kind` from `head` to `tail`, given as names or ids (several: one a title).

    Raises OntologyError, what `resolve` raises, and NoSuchEdgeError.
    """
    kind = check_edge_type(kind)
    one, other = resolve(store, head), resolve(store, tail)
    ends = {"one": one.id, "other": other.id, "either": ontology.EDGES[kind].symmetric}
    found = store.read(_BETWEEN, {"type": kind, **ends})
    if not found:
        raise NoSuchEdgeError(id=f"{one.name} -{kind}-> {other.name}")
    return tuple(why(store, row["edge"]) for row in found)


def check_edge_type(kind: str) -> str:
    """The edge type `kind`, in any case; raises OntologyError."""
    if kind.upper() not in ontology.EDGES:
        raise OntologyError(what=f"the edge type {kind!r}")
    return kind.upper()


def _why(store: Store, edge: str, asked: str) -> Why:
    ends = store.read(_ENDS, {"edge": edge})
    if not ends:
        raise NoSuchEdgeError(id=asked)
    rows = store.read(_ROW, {**ends[0], "edge": edge})
    row = edge_row(rows[0]["edge"])
    known = nodes(store, (row.head, row.tail))
    claims = [Ground.model_validate({**c, "reasons": c["reasons"] or ()}) for c in store.read(_CLAIMS, {"edge": edge})]
    return Why(edge=row, head=known[row.head], tail=known[row.tail], claims=tuple(claims))
