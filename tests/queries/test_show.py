import pytest

from jejaring.errors import NoSuchEntityError
from jejaring.queries import resolve, show


def profile(store, name, **options):
    return show(store, resolve(store, name).id, **options)


def test_tells_who_it_is_and_how_much_is_known(network):
    kemenlu = profile(network, "Kemenlu")
    assert (kemenlu.label, kemenlu.aliases, kemenlu.articles) == ("Institution", ("Kemenlu",), 2)
    assert kemenlu.modalities == {"asserted": 4, "hoped": 1, "planned": 1}
    assert kemenlu.types["HOLDS_POSITION"] == 2
    assert kemenlu.total == len(kemenlu.edges) == 6


def test_strong_edges_come_first_in_their_true_direction_with_a_sentence(network):
    edges = profile(network, "Kemenlu").edges
    assert [e.edge.modality for e in edges] == ["asserted"] * 4 + ["planned", "hoped"]
    office = next(e for e in edges if e.edge.attrs.get("former"))
    assert (office.head.name, office.edge.attrs["title"]) == ("Retno Marsudi", "Menteri Luar Negeri")
    assert office.sentences[0].outlet == "Kabar Pesisir"
    assert office.sentences[0].when("en") == "© 2025 (copyright year)"
    assert office.sentences[0].when("id") == "© 2025 (tahun hak cipta)"


def test_says_who_said_so(network):
    planned = next(e for e in profile(network, "Bali").edges)
    assert (planned.sentences[0].speaker, planned.sentences[0].when()) == ("Tubagus Edwin Suchranudin", "2025-02-12")


def test_the_limit_cuts_edges_but_no_count(network):
    kemenlu = profile(network, "Kemenlu", limit=2)
    assert (len(kemenlu.edges), kemenlu.total) == (2, 6)


def test_attributes_are_kept(network):
    workshop = profile(network, "Lokakarya alumni Jagoan Banyuwangi")
    assert workshop.attrs == {"kind": "workshop", "date": "2025-02-12"}


def test_both_stores_show_the_same(networks):
    embedded, server = (profile(store, "Kemenlu") for store in networks)
    assert embedded == server


def test_an_unknown_id_is_an_error(network):
    with pytest.raises(NoSuchEntityError, match="nobody"):
        show(network, "nobody")
