import pytest

from jejaring.evaluation.gold import document_of
from jejaring.extraction.draft import Draft
from jejaring.extraction.groups import groups, size_of


def grouped(text: str, **names: str) -> Draft:
    """A draft of `text` with these names (label given by keyword) found, after the step groups."""
    draft = Draft.of(document_of({"id": "x", "text": text}))
    for label, name in names.items():
        draft.mention(draft.add(label, name), text.index(name), text.index(name) + len(name))
    groups(draft)
    return draft


def found(draft: Draft) -> list[tuple[str, object]]:
    return [(t.name, t.attrs.get("size")) for t in draft.things.values() if t.label == "Group"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("18", 18),
        ("10.300", 10300),
        ("4,89 juta", 4890000),
        ("dua belas", 12),
        ("tiga puluh", 30),
        ("two hundred", 200),
    ],
)
def test_numbers_in_digits_and_words(words: str, number: int) -> None:
    assert size_of(words) == number


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Sebanyak 18 Diplomat Muda tiba di balai kota.", ("18 Diplomat Muda", 18)),
        ("Acara itu diikuti lebih dari 1.600 nelayan.", ("lebih dari 1.600 nelayan", 1600)),
        ("Bantuan diterima sembilan petani garam.", ("sembilan petani garam", 9)),
        ("Turut hadir para gubernur.", ("para gubernur", None)),
        ("The mayor met 40 young farmers on Monday.", ("40 young farmers", 40)),
    ],
)
def test_a_counted_or_plural_role_is_a_group(text: str, group: tuple[str, int | None]) -> None:
    assert found(grouped(text)) == [group]


def test_a_role_takes_the_name_it_belongs_to() -> None:
    assert found(grouped("Bibit dibagikan kepada warga Desa Sumberasri.", Place="Desa Sumberasri")) == [
        ("warga Desa Sumberasri", None)
    ]


def test_an_office_before_a_person_is_no_group() -> None:
    assert found(grouped("Dokter anak Sari Wening hadir.", Person="Sari Wening")) == []


def test_later_short_mentions_and_they_stand_for_the_group() -> None:
    text = "Lokakarya diikuti 30 alumni Kelas Kopi. Para alumni belajar menyeduh. Mereka juga berjualan."
    draft = grouped(text, Program="Kelas Kopi")
    (group,) = (t for t in draft.things.values() if t.label == "Group")
    spoken = [text[s.start : s.end] for s in draft.spans if s.entity == group.id]
    assert spoken == ["30 alumni Kelas Kopi", "Para alumni", "Mereka"]


def test_they_after_two_groups_stands_for_neither() -> None:
    text = "12 guru bertemu 30 petani kopi. Mereka berdialog."
    assert all(text[s.start : s.end] != "Mereka" for s in grouped(text).spans)


def test_participants_of_a_programme_are_the_counted_group_that_joined_it() -> None:
    text = "Kelas Kopi dimulai dan diikuti 18 Petani Muda. Menurut panitia, peserta Kelas Kopi rajin."
    draft = Draft.of(document_of({"id": "x", "text": text}))
    thing = draft.add("Program", "Kelas Kopi")
    for at in (text.index("Kelas Kopi"), text.rindex("Kelas Kopi")):
        draft.mention(thing, at, at + len("Kelas Kopi"))
    groups(draft)
    assert [t.forms for t in draft.things.values() if t.attrs.get("size") == 18] == [["peserta Kelas Kopi"]]
