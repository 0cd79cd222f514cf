import pytest

from jejaring.evaluation.gold import document_of
from jejaring.extraction.coreference import coreference
from jejaring.extraction.draft import Draft


def linked(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """What coreference links in `text`, as (phrase, name it stands for), where these (label, name) pairs are found."""
    draft = Draft.of(document_of({"id": "x", "text": text}))
    for label, name in names:
        draft.mention(draft.add(label, name), text.index(name), text.index(name) + len(name))
    before = {(s.start, s.end) for s in draft.spans}
    coreference(draft)
    return [(text[s.start : s.end], draft.things[s.entity].name) for s in draft.spans if (s.start, s.end) not in before]


SARI, BUDI = ("Person", "Sari Wening"), ("Person", "Budi Lintang")


@pytest.mark.parametrize("word", ["Ia", "Dia", "Beliau"])
def test_a_pronoun_stands_for_the_person_before(word: str) -> None:
    assert linked(f"Sari Wening tiba di Ambon. {word} membuka pasar.", SARI) == [(word, "Sari Wening")]


def test_a_verb_of_saying_with_nya_stands_for_the_speaker() -> None:
    text = 'Sari Wening menyebut Budi Lintang sahabat. "Kami satu kelas," katanya.'
    assert linked(text, SARI, BUDI) == [("katanya", "Sari Wening")]


def test_two_people_in_one_breath_leave_a_pronoun_open() -> None:
    assert linked("Di Ambon, dua tokoh, Sari Wening dan Budi Lintang, bertemu. Ia tertawa.", SARI, BUDI) == []


def test_in_a_quotation_he_is_somebody_else() -> None:
    assert linked('"Kami percaya dia akan datang ke sini," kata Sari Wening.', SARI) == []


def test_an_office_alone_stands_for_its_holder() -> None:
    text = "Bupati Banyuasri Sari Wening hadir. Pasar itu dibuka Bupati kemarin."
    assert ("Bupati", "Sari Wening") in linked(text, SARI)


def test_an_office_with_two_holders_stands_for_neither() -> None:
    text = "Bupati Banyuasri Sari Wening menjamu Bupati Lumbung Budi Lintang. Lalu Bupati pulang."
    assert linked(text, SARI, BUDI) == []


def test_our_side_is_the_institution_of_the_speaker() -> None:
    text = "Kepala Dinas Perikanan Sari Wening hadir. Pihaknya menyiapkan bibit."
    assert linked(text, ("Institution", "Dinas Perikanan"), SARI) == [("Pihaknya", "Dinas Perikanan")]


@pytest.mark.parametrize(
    ("text", "name", "link"),
    [
        (
            "Kementerian Kopi berdiri. Kementerian itu bertugas lama.",
            ("Institution", "Kementerian Kopi"),
            "Kementerian itu",
        ),
        ("Sekolah Laut dimulai. Program ini gratis.", ("Program", "Sekolah Laut"), "Program ini"),
        ("Ia lahir di Desa Sumberasri. Desa itu sejuk.", ("Place", "Desa Sumberasri"), "Desa itu"),
        ("PT Kopi Jaya untung. Perusahaan tersebut tumbuh.", ("Institution", "PT Kopi Jaya"), "Perusahaan tersebut"),
        ("Pemerintah Kabupaten Asri hadir. Kini pemkab siap.", ("Institution", "Pemerintah Kabupaten Asri"), "pemkab"),
        ("The Green Bank grew. The bank pays farmers.", ("Institution", "Green Bank"), "The bank"),
    ],
)
def test_a_noun_of_its_kind_stands_for_the_thing_before(text: str, name: tuple[str, str], link: str) -> None:
    assert (link, name[1]) in linked(text, name)


def test_of_two_things_of_a_kind_a_noun_stands_for_neither() -> None:
    text = "PT Kopi Jaya dan PT Teh Asri untung. Perusahaan itu tumbuh."
    assert linked(text, ("Institution", "PT Kopi Jaya"), ("Institution", "PT Teh Asri")) == []


def test_a_description_stands_for_the_person_before() -> None:
    text = "Sari Wening tiba di Ambon. Politikus asal Lumbung itu membuka pasar."
    assert linked(text, SARI) == [("Politikus asal Lumbung itu", "Sari Wening")]


def test_a_description_beside_a_name_is_of_somebody_else() -> None:
    assert linked("Pagi tiba. Sari Wening menyapa perempuan itu.", SARI) == []
