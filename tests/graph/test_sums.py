"""What mentions and claims add up to."""

from __future__ import annotations

import pytest

from jejaring.errors import OntologyError
from jejaring.graph.articles import put
from jejaring.graph.sums import ClaimRow, Tally, edge, properties
from jejaring.models import EntityMention


def said(name, forms=None, canonical=None, **attrs):
    return EntityMention(
        id="i", label="Institution", name=name, canonical=canonical, forms=forms or {name: 1}, attrs=attrs
    )


def total(*mentions):
    tally = Tally("Institution")
    for mention in mentions:
        tally.add(mention)
    return Tally.load("Institution", tally.dump()).entity("i")


def test_the_canonical_name_wins():
    assert total(said("Kemlu"), said("Kemlu"), said("Deplu", canonical="Kementerian Luar Negeri")).name == (
        "Kementerian Luar Negeri"
    )


def test_else_the_commonest_then_the_longest_name():
    assert total(said("Dinas A"), said("Dinas A"), said("Dinas A Kota")).name == "Dinas A"
    assert total(said("Dinas A"), said("Dinas A Kota")).name == "Dinas A Kota"
    assert total(said("Dinas B"), said("Dinas A")).name == "Dinas A"


def test_aliases_are_all_other_forms_the_commonest_first():
    entity = total(
        said("Dinas A", {"Dinas A": 1, "DA": 3, "dinas itu": 1}), said("Dinas A", {"Dinas A": 1, "dinas": 3})
    )
    assert entity.aliases == ("DA", "dinas", "dinas itu")
    assert entity.alias_counts == (3, 3, 1)
    assert entity.search == "|dinas a|da|dinas|dinas itu|"
    assert entity.articles == 2


def test_counting_out_is_the_opposite_of_counting_in():
    tally = Tally("Institution")
    tally.add(said("Dinas A", {"Dinas A": 2, "DA": 0}, kind="x"))
    before = tally.dump()
    tally.add(said("Dinas B", {"DA": 1}, kind="y"))
    tally.add(said("Dinas B", {"DA": 1}, kind="y"), -1)
    assert tally.dump() == before


def test_the_commonest_attribute_counts():
    assert total(said("A", kind="visit"), said("A", kind="meeting"), said("A", kind="visit")).attrs == {"kind": "visit"}


def claim(number, **given):
    fields = {
        "id": f"c{number}",
        "edge": "e",
        "type": "HOLDS_POSITION",
        "head": "h",
        "tail": "t",
        "modality": "asserted",
        "confidence": 0.5,
        "attrs": {},
        "article": f"a{number}",
        "story": f"s{number}",
        "date": None,
    }
    return ClaimRow(**{**fields, **given})


def test_an_edge_counts_claims_articles_and_stories():
    found = edge([claim(1, story="s"), claim(2, story="s"), claim(3, article="a2", modality="planned", confidence=0.9)])
    assert (found.asserted, found.planned, found.hoped, found.denied) == (2, 1, 0, 0)
    assert (found.articles, found.sources, found.confidence, found.modality) == (2, 2, 0.9, "asserted")


@pytest.mark.parametrize(
    ("modalities", "strongest"),
    [(["denied", "hoped"], "hoped"), (["denied"], "denied"), (["hoped", "planned"], "planned")],
)
def test_the_strongest_modality_counts(modalities, strongest):
    assert edge(claim(n, modality=m) for n, m in enumerate(modalities)).modality == strongest


def test_dates_span_from_first_to_last():
    found = edge([claim(1, date="2025-02-12"), claim(2, date="2024"), claim(3)])
    assert (found.first, found.last) == ("2024", "2025-02-12")
    undated = edge([claim(1)])
    assert (undated.first, undated.last) == (None, None)


def test_former_is_what_the_newest_article_says():
    old, new = (
        claim(1, date="2024-01-01", attrs={"title": "Ketua"}),
        claim(2, date="2025-01-01", attrs={"former": True}),
    )
    assert edge([old, new]).attrs == {"title": "Ketua", "former": True}
    again = claim(3, date="2026-01-01", attrs={"title": "Ketua"})
    assert edge([old, new, again]).attrs["former"] is False


def test_an_amount_keeps_its_currency():
    rupiah, dollar = {"amount": 5, "currency": "IDR"}, {"amount": 9, "currency": "USD"}
    found = edge([claim(1, attrs=rupiah), claim(2, attrs=dollar), claim(3, attrs=dollar)])
    assert found.attrs == dollar


def test_a_symmetric_edge_has_one_direction():
    one, other = claim(1, type="MET", head="b", tail="a"), claim(2, type="MET", head="a", tail="b")
    assert (edge([one]).head, edge([one, other]).head, edge([other]).head) == ("a", "a", "a")


def test_properties_keep_off_the_fields():
    assert properties({"name": "x", "Kata Kunci": "y", "size": 3, "tags": ["a"], "none": None, "huge": 10**30}) == {
        "attr_name": "x",
        "attr_kata_kunci": "y",
        "size": 3,
        "tags": '["a"]',
        "huge": 1e30,
    }


def test_types_come_from_the_ontology_only(embedded_store, make_article):
    article = make_article(1)
    bad = article.claims[0].model_copy(update={"type": "MET]->() DETACH DELETE h //"})
    with pytest.raises(OntologyError):
        put(embedded_store, [article.model_copy(update={"claims": (bad,)})])
    stranger = article.claims[0].model_copy(update={"head": "nobody"})
    with pytest.raises(OntologyError):
        put(embedded_store, [article.model_copy(update={"claims": (stranger,)})])
