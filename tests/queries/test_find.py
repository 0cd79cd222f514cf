import pytest

from jejaring.errors import AmbiguousNameError, NameNotFoundError, NothingLikeItError
from jejaring.queries import find, resolve
from jejaring.queries.find import How, suggestions

KEMENLU = "Kementerian Luar Negeri Republik Indonesia"


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        (KEMENLU, KEMENLU, How.NAME),
        ("kementerian  luar-negeri republik indonesia", KEMENLU, How.NAME),
        ("KEMENLU", KEMENLU, How.ALIAS),
        ("Kémenlu", KEMENLU, How.ALIAS),
        ("Banyuwangi", "Kabupaten Banyuwangi", How.ALIAS),
        ("alumni Jagoan Banyuwangi", "30 alumni Jagoan Banyuwangi", How.COHORT),
        ("Universitas", "Universitas Airlangga", How.START),
        ("Selancar", "Klub Selancar Samudra", How.WORDS),
        ("fiestian", "Ipuk Fiestiandani", How.PART),
        ("unair", "Universitas Airlangga", How.ALIAS),
        ("KSS", "Klub Selancar Samudra", How.ACRONYM),
        ("institution: kemenlu", KEMENLU, How.ALIAS),
        ("lembaga:kemenlu", KEMENLU, How.ALIAS),
        ("Komunitas Layang Nusantara", "Komunitas *Layang* <Nusantara>", How.NAME),
    ],
)
def test_names_one_entity(network, text, name, how):
    match = resolve(network, text)
    assert (match.name, match.how) == (name, how)
    assert resolve(network, match.id).name == name


def test_ranks_exact_names_before_aliases_before_parts(network):
    found = find(network, "Jagoan Banyuwangi")
    assert [m.how for m in found] == sorted(m.how for m in found)
    assert (found[0].name, found[0].how) == ("Jagoan Banyuwangi", How.NAME)
    assert {"30 alumni Jagoan Banyuwangi", "Lokakarya alumni Jagoan Banyuwangi"} <= {m.name for m in found}
    assert len(find(network, "Jagoan Banyuwangi", limit=1)) == 1


def test_tells_in_json_how_it_was_found(network):
    assert resolve(network, "Kemenlu").model_dump()["how"] == "alias"


def test_a_label_narrows(network):
    assert {m.label for m in find(network, "Banyuwangi", label="Place")} == {"Place"}
    assert resolve(network, "Group:alumni").name == "30 alumni Jagoan Banyuwangi"


def test_a_topic_gives_way_to_what_has_the_name(network):
    assert [m.label for m in find(network, "Jagoan Banyuwangi") if m.how == How.NAME] == ["Program", "Topic"]
    assert resolve(network, "Jagoan Banyuwangi").label == "Program"
    assert resolve(network, "Topic:Jagoan Banyuwangi").label == "Topic"


def test_lists_what_fits_equally_well(network):
    with pytest.raises(AmbiguousNameError, match="Event:Lokakarya alumni Jagoan Banyuwangi") as caught:
        resolve(network, "alumni")
    assert "Group:30 alumni Jagoan Banyuwangi" in str(caught.value)
    assert ":" in caught.value.hint("id")


def test_suggests_the_nearest_where_nothing_fits(network):
    with pytest.raises(NameNotFoundError, match="Place:Kabupaten Banyuwangi"):
        resolve(network, "Bnayuwangi")
    assert suggestions(network, "Ipuk Fiestiandany")[0].name == "Ipuk Fiestiandani"


@pytest.mark.parametrize("text", ["", " ", "?!", "Label:", "qqqq", "') DETACH DELETE n //", "*" * 2000])
def test_finds_nothing_in_nothing(network, text):
    assert find(network, text) == []
    with pytest.raises(NothingLikeItError, match="or anything like it"):
        resolve(network, text)
