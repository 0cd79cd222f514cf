import re

import pytest

from jejaring.queries.header import parse
from jejaring.queries.library import queries, query

HEADER = """// name: x
// title: X
// title_id: X
// question: What is x?
// question_id: Apa itu x?
// param: entity entity | an end | ujung
// param: limit integer = 5 | rows | baris
// param: type edge = null | a type | jenis
// returns: a, b
// mode: read
// since: 0.1.0
"""


def test_reads_a_header_and_keeps_the_file_as_it_stands():
    text = HEADER + "RETURN 1 AS a, 2 AS b\n// param: not a header any more\n"
    found = parse(text)
    assert [(p.name, p.type, p.required, p.default) for p in found.params] == [
        ("entity", "entity", True, None),
        ("limit", "integer", False, 5),
        ("type", "edge", False, None),
    ]
    assert found.returns == ("a", "b")
    assert found.cypher == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("// mode: read\n", ""),
        ("mode: read", "mode: write"),
        ("// since", "// until"),
        ("limit integer", "limit number"),
    ],
)
def test_refuses_a_header_that_is_not_whole(old, new):
    with pytest.raises(ValueError, match=r"header|read|integer"):
        parse(HEADER.replace(old, new))


def test_the_library_is_named_by_its_files():
    assert len(queries()) >= 12
    assert [q.name for q in queries()] == sorted(q.name for q in queries())
    assert all(query(q.name.replace("-", "_").upper()) == q for q in queries())


@pytest.mark.parametrize("query", queries(), ids=lambda q: q.name)
def test_every_query_takes_what_it_says_and_ends_in_an_order(query):
    body = query.cypher.split("\nMATCH", 1)[1]
    asked = {word.split(".")[0] for word in body.replace("(", " ").replace(")", " ").split("$")[1:]}
    used = {"".join(c for c in word.split()[0] if c.isalnum() or c == "_") for word in asked}
    assert used == {p.name for p in query.params}
    assert "ORDER BY" in body.rpartition("RETURN")[2]
    assert all(f" {column}" in body for column in query.returns)
    assert not re.search(r"\(\w*:\w+ \{\w+: \w+\.", body), "kglite finds nothing for a property of a relationship here"
