import pytest

from jejaring.models import ArticleEntity, Document
from jejaring.resolution.identity import entity_id


def document(name="a"):
    return Document(id=name, name=name, source=name, text="x", content_hash="0")


def identity(label, name, *aliases, where="a", **attrs):
    return entity_id(ArticleEntity(id="e1", label=label, name=name, aliases=aliases, attrs=attrs), document(where))


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Institution", "Kemenlu", "Kementerian Luar Negeri"),
        ("Institution", "Kementerian Luar Negeri", "Kementerian Luar Negeri Republik Indonesia"),
        ("Institution", "Kemenlu RI", "KEMENTERIAN LUAR NEGERI"),
        ("Institution", "PT Maju Terus Tbk", "PT Maju Terus"),
        ("Person", "Ipuk Fiestiandani", "IPUK FIESTIANDANI"),
        ("Place", "Jatim", "Jawa Timur"),
        ("Place", "Banyuwangi", "Kabupaten Banyuwangi"),
        ("Place", "Surabaya", "Kota Surabaya"),
        ("Institution", "The Coral Council", "Coral Council"),
        ("Program", "Program Jagoan Banyuwangi", "Jagoan Banyuwangi"),
        ("Program", "Gerakan Sungai Bersih", "gerakan sungai bersih"),
        ("Program", "MBG", "Makan Bergizi Gratis"),
    ],
)
def test_one_thing_has_one_id(label, one, other):
    assert identity(label, one) == identity(label, other, where="b")


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Institution", "Kementerian Luar Negeri", "Kementerian Pariwisata"),
        ("Person", "Ipuk Fiestiandani", "Azwar Anas"),
        ("Place", "Kota Malang", "Kabupaten Malang"),
        ("Place", "Malang", "Kabupaten Malang"),
        ("Event", "Festival Bahari 2024", "Festival Bahari 2025"),
    ],
)
def test_two_things_have_two_ids(label, one, other):
    assert identity(label, one) != identity(label, other)


@pytest.mark.parametrize(
    ("label", "name", "shared"),
    [
        ("Event", "Festival Bahari 2025", True),
        ("Event", "Rapat koordinasi warga", False),
        ("Group", "30 alumni Jagoan Banyuwangi", True),
        ("Group", "30 orang warga", False),
        ("Group", "18 Diplomat Muda", True),
        ("Person", "AR", False),
        ("Person", "Ipuk Fiestiandani", True),
    ],
)
def test_what_a_name_cannot_tell_apart_stays_with_its_article(label, name, shared):
    assert (identity(label, name, where="a") == identity(label, name, where="b")) is shared


def test_a_label_is_part_of_the_id():
    assert identity("Place", "Banyuwangi").startswith("pla-")
    assert identity("Place", "Indonesia") != identity("Institution", "Indonesia")


@pytest.mark.parametrize(
    ("label", "name", "alias"),
    [
        ("Institution", "Kementerian Luar Negeri Jepang", "Kementerian Luar Negeri"),
        ("Institution", "pemerintah India", "pemerintah"),
        ("Institution", "Komisi Pemilihan Umum Kabupaten Tabanan", "KPU"),
        ("Institution", "PT Pertamina Hulu Rokan", "Pertamina"),
        ("Place", "Kantor Gubernur Jawa Tengah", "Jateng"),
    ],
)
def test_a_short_form_does_not_make_it_another_thing(label, name, alias):
    assert identity(label, name, alias) == identity(label, name)
    assert identity(label, name, alias) != identity(label, alias)


def test_a_short_form_tells_what_a_name_is():
    assert identity("Institution", "PT Bursa Efek Indonesia", "BEI") == identity("Institution", "Bursa Efek Indonesia")
