import pytest

from jejaring.errors import AmbiguousNameError
from jejaring.graph.store import Statement
from jejaring.queries import resolve


def known(store, *entities):
    for number, (label, name, articles) in enumerate(entities):
        properties = {"name": name, "search": f"|{name.casefold()}|", "articles": articles}
        statement = f"CREATE (:Entity:{label} {{id: $id}})"
        fill = "MATCH (e:Entity {id: $id}) SET e += $properties"
        store.write([Statement(statement, {"id": f"e{number}"})])
        store.write([Statement(fill, {"id": f"e{number}", "properties": properties})])


def test_what_far_more_articles_name_is_meant(embedded_store):
    known(embedded_store, ("Institution", "Selat Biru", 2), ("Place", "Selat Biru", 20), ("Topic", "Selat Biru", 90))
    assert resolve(embedded_store, "selat biru").label == "Place"


@pytest.mark.parametrize("articles", [1, 3, 19])
def test_what_a_few_more_articles_name_may_not_be(embedded_store, articles):
    known(embedded_store, ("Institution", "Selat Biru", 2), ("Place", "Selat Biru", articles))
    with pytest.raises(AmbiguousNameError, match="Place:Selat Biru"):
        resolve(embedded_store, "selat biru")
    assert resolve(embedded_store, "place:selat biru").label == "Place"


def test_a_part_of_a_name_is_enough_only_if_one_entity_has_it(embedded_store):
    known(embedded_store, ("Place", "Selat Biru", 90), ("Place", "Selat Hijau", 1))
    assert resolve(embedded_store, "hijau").name == "Selat Hijau"
    with pytest.raises(AmbiguousNameError):
        resolve(embedded_store, "selat")
