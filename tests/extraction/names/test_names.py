"""The step names on newly written articles: what is found, its fullest name, its other forms."""

import pytest

from jejaring.evaluation.gold import document_of
from jejaring.extraction.draft import Draft, Thing
from jejaring.extraction.names import names

MINISTRY = (
    "Kementerian Luar Negeri (Kemenlu) Republik Indonesia menemui pelaku usaha di Kabupaten Banyuwangi, Jawa Timur. "
    "Direktur Diplomasi Ekonomi Kemenlu RI, Tubagus Hendra Suryana, bertemu Bupati Banyuwangi Ipuk Fiestiandani "
    'di Kantor Pemkab Banyuwangi, Rabu. "Banyuwangi kami pilih karena siap," kata Hendra. '
    "Kementerian Luar Negeri juga menggelar lokakarya untuk alumni Jagoan Banyuwangi."
)


def things_of(text: str) -> dict[tuple[str, str], Thing]:
    draft = Draft.of(document_of({"id": "a", "title": "", "text": text, "language": "id"}))
    names(draft)
    return {(t.label, t.name): t for t in draft.things.values()}


def test_fullest_name_without_brackets_has_every_other_form_as_alias() -> None:
    ministry = things_of(MINISTRY)["Institution", "Kementerian Luar Negeri Republik Indonesia"]
    assert {
        "Kemenlu",
        "Kemenlu RI",
        "Kementerian Luar Negeri",
        "Kementerian Luar Negeri (Kemenlu) Republik Indonesia",
    } <= set(ministry.forms)
    assert ministry.attrs["kind"] == "ministry"


def test_short_person_name_is_the_same_person_and_titles_are_no_part_of_it() -> None:
    found = things_of(MINISTRY)
    assert found["Person", "Tubagus Hendra Suryana"].forms == ["Hendra"]
    assert ("Person", "Ipuk Fiestiandani") in found


def test_place_with_its_head_is_the_place_without() -> None:
    place = things_of(MINISTRY)["Place", "Kabupaten Banyuwangi"]
    assert "Banyuwangi" in place.forms
    assert place.attrs["kind"] == "regency"


def test_office_building_gives_a_place_and_its_owner() -> None:
    found = things_of(MINISTRY)
    assert ("Place", "Kantor Pemkab Banyuwangi") in found
    assert ("Institution", "Pemkab Banyuwangi") in found


def test_acronym_behind_an_office_building_is_its_owners() -> None:
    text = "Ia datang ke gedung Komisi Pengawas Dana Desa (KPDD) di Jakarta. KPDD belum memberi keterangan."
    assert things_of(text)["Institution", "Komisi Pengawas Dana Desa"].forms[-1] == "KPDD"


def test_what_people_are_alumni_of_is_a_programme() -> None:
    assert ("Program", "Jagoan Banyuwangi") in things_of(MINISTRY)


def test_every_span_covers_a_form_of_its_thing() -> None:
    draft = Draft.of(document_of({"id": "a", "title": "", "text": MINISTRY, "language": "id"}))
    names(draft)
    for span in draft.spans:
        thing = draft.things[span.entity]
        assert draft.text[span.start : span.end] in (thing.name, *thing.forms)


def test_acronym_has_the_label_of_its_full_form() -> None:
    text = (
        "Gubernur Jawa Barat Dedi Mulyadi meluncurkan Program Kampung Mandiri Pangan (Kampanda) di Bandung. "
        "Kampanda menyasar desa miskin, kata Dedi Mulyadi di Bandung."
    )
    found = things_of(text)
    assert not any(name == "Kampanda" and label != "Program" for label, name in found)


@pytest.mark.parametrize(
    ("text", "located", "acting"),
    [
        ("Ribuan wisatawan tiba di Indonesia pekan ini.", True, False),
        ("Kanada bekerja sama dengan Indonesia pekan ini.", False, True),
        ("Para pelajar asal Medan menyanyikan lagu Indonesia Pusaka.", False, False),
    ],
)
def test_home_country_is_what_the_text_makes_of_it(text: str, located: bool, acting: bool) -> None:
    found = things_of(text)
    assert (("Place", "Indonesia") in found, ("Institution", "Indonesia") in found) == (located, acting)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Warga menunggu UU Nomor 12 Tahun 2031 tentang Tata Kelola Sungai.", "Program", "UU Nomor 12 Tahun 2031"),
        ("Pabrik wajib menaati Perpres No. 7 Tahun 2031 tentang Limbah Kain.", "Program", "Perpres No. 7 Tahun 2031"),
        ("Aturan itu ada di Perpres 7/2031, katanya.", "Program", "Perpres 7/2031"),
        ("The port follows Presidential Regulation No. 7 of 2031.", "Program", "Presidential Regulation No. 7 of 2031"),
        ("Menu makan bergizi gratis tiba pukul tujuh.", "Program", "makan bergizi gratis"),
        ("Pedagang itu memakai KUR untuk membeli gerobak.", "Program", "KUR"),
    ],
)
def test_laws_and_national_programmes(text: str, label: str, name: str) -> None:
    assert any(lab == label and name in (t.name, *t.forms) for (lab, _), t in things_of(text).items())


def test_general_word_before_a_programme_is_no_part_of_its_name() -> None:
    found = things_of("Program Jagoan Sungai dibuka. Peserta Jagoan Sungai belajar. Kelas program Jagoan Sungai penuh.")
    assert [name for label, name in found if label == "Program"] == ["Jagoan Sungai"]


def test_officer_behind_an_institution_is_a_person() -> None:
    found = things_of(
        "Komunitas Data Blambangan menggelar pameran. Ketua Komunitas Data Blambangan Arif Rahmanto hadir. "
        '"Kami senang," kata Arif. Anggota Komunitas Data Blambangan membantu.'
    )
    assert ("Person", "Arif Rahmanto") in found
    assert ("Institution", "Komunitas Data Blambangan") in found


@pytest.mark.parametrize(
    ("text", "thing"),
    [("Harga naik, dan pemerintah akan menambah stok.", True), ("Gedung pemerintah di ujung jalan itu tua.", False)],
)
def test_government_is_a_thing_where_it_acts(text: str, thing: bool) -> None:
    assert (("Institution", "pemerintah") in things_of(text)) is thing


COURSE = (
    "Kementerian Luar Negeri membawa peserta Sekolah Juru Runding Muda (Sejumu) ke Kota Surabaya. "
    "Direktur Sejumu Kemenlu RI, Tubagus Hendra Suryana, hadir. Para peserta Sejumu belajar."
)


def test_full_name_and_acronym_are_one_thing_apart_from_its_owner() -> None:
    found = things_of(COURSE)
    assert "Sejumu" in found["Program", "Sekolah Juru Runding Muda"].forms
    assert not any("Sejumu" in name for label, name in found if label == "Institution")


def test_acronym_before_its_full_form_and_nickname_behind_a_name() -> None:
    found = things_of(
        "Pemkab menjalankan program Gotari (Gerakan Orang Tua Asuh Remaja dan Ibu). Gotari dimulai di desa. "
        'Wakil Bupati Hendra Suryana (Kang Hen) hadir. "Kami senang," kata Hendra.'
    )
    program = next(t for (label, _), t in found.items() if label == "Program")
    assert {"Gotari", "Gerakan Orang Tua Asuh Remaja dan Ibu"} <= {program.name, *program.forms}
    assert "Kang Hen" in found["Person", "Hendra Suryana"].forms


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mereka tergabung dalam Forum Desa Digital sejak lama.", "Forum Desa Digital"),
        ("Para pemilah sampah masuk Ikatan Pemilah Plastik Pesisir.", "Ikatan Pemilah Plastik Pesisir"),
        ("The boats belong to the Nusantara Coral Council today.", "Nusantara Coral Council"),
    ],
)
def test_association_is_an_institution(text: str, name: str) -> None:
    assert ("Institution", name) in things_of(text)


def test_school_of_the_public_is_an_institution() -> None:
    found = things_of("Alumni Sekolah Tinggi Ilmu Kelautan Lestari (STIKL) berkumpul. Rektor STIKL hadir.")
    assert "STIKL" in found["Institution", "Sekolah Tinggi Ilmu Kelautan Lestari"].forms


@pytest.mark.parametrize("name", ["Nusantara Kite Festival 2031", "Pesisir Data Summit", "Festival Layang Pesisir"])
def test_event_is_no_institution(name: str) -> None:
    assert not any(name in said for _, said in things_of(f"Panitia {name} mengundang warga. Warga suka {name}."))


def test_state_is_called_by_its_country_too() -> None:
    found = things_of("Pemerintah Indonesia akan membangun dermaga. Dermaga di Republik Indonesia kurang.")
    assert "Republik Indonesia" in found["Institution", "Pemerintah Indonesia"].forms


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Kejaksaan Negeri Kota Malang", "Kejari Malang"),
        ("Kantor Wilayah Badan Pertanahan Nasional Jawa Tengah", "Kanwil BPN Jateng"),
        ("Pondok Pesantren Sinar Pesisir", "Ponpes Sinar Pesisir"),
    ],
)
def test_short_and_long_words_for_one_office(long: str, short: str) -> None:
    found = things_of(f"Kepala {long} hadir. Pegawai {short} membantu, dan {short} membuka posko.")
    assert [label for label, name in found if name in (long, short)] == ["Institution"]


def test_english_text() -> None:
    found = things_of(
        "JAKARTA - Foreign Minister Sugiono met Prime Minister Anwar Ibrahim in Kuala Lumpur on Monday. "
        "The Ministry of Finance said Anwar would visit Jakarta."
    )
    assert found["Person", "Anwar Ibrahim"].forms == ["Anwar"]
    assert {("Place", "Kuala Lumpur"), ("Person", "Sugiono"), ("Institution", "Ministry of Finance")} <= set(found)


def test_nothing_in_text_without_names() -> None:
    assert things_of("Harga cabai naik lagi di pasar. Warga mengeluh karena hujan turun terus.") == {}


def test_same_text_gives_the_same_things() -> None:
    assert things_of(MINISTRY) == things_of(MINISTRY)


def test_unknown_word_right_before_a_persons_name_belongs_to_it() -> None:
    text = "Direktur Sesdilu Kemenlu RI, Tubagus Edwin Suchranudin, bertemu Bupati Banyuwangi Ipuk Fiestiandani, Rabu."
    assert ("Person", "Tubagus Edwin Suchranudin") in things_of(text)


def test_what_somebody_is_alumnus_of_is_a_programme() -> None:
    text = "Ketua Komunitas Data Blambangan Arif Rahmanto adalah alumnus Jagoan Banyuwangi. Ia membuka acara itu."
    assert ("Program", "Jagoan Banyuwangi") in things_of(text)


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        (
            "Ia menemui Departemen Luar Negeri dan Perdagangan (DFAT) di Sydney. Pihak DFAT menyambut baik.",
            "Departemen Luar Negeri dan Perdagangan",
            "DFAT",
        ),
        (
            "Acara digelar Yayasan Pendidikan Nusantara Raya (PNR) Sukamaju. Yayasan PNR Sukamaju memberi hadiah.",
            "Yayasan Pendidikan Nusantara Raya Sukamaju",
            "Yayasan PNR Sukamaju",
        ),
        (
            "Kantor Perwakilan Bank Indonesia Provinsi Sumatera Selatan membuka kelas. BI Sumsel juga memberi modal.",
            "Kantor Perwakilan Bank Indonesia Provinsi Sumatera Selatan",
            "BI Sumsel",
        ),
        (
            "Saham PT Baja Nusantara Raya Tbk naik. Manajemen Baja Nusantara Raya senang.",
            "PT Baja Nusantara Raya Tbk",
            "Baja Nusantara Raya",
        ),
        (
            "Nasabah Koperasi Bina Lintas Nagari (BLN) melapor. Koperasi BLN menolak memberi keterangan.",
            "Koperasi Bina Lintas Nagari",
            "Koperasi BLN",
        ),
        (
            "Pemerintah Provinsi Bali siap. Pemerintah Bali membuka jalan.",
            "Pemerintah Provinsi Bali",
            "Pemerintah Bali",
        ),
    ],
)
def test_short_name_of_an_institution_is_the_same_institution(text: str, full: str, short: str) -> None:
    found = things_of(text)
    assert short in found["Institution", full].forms
    assert ("Institution", short) not in found


def test_governments_of_two_levels_in_one_region_are_apart() -> None:
    found = things_of("Pemkab Bandung dan Pemkot Bandung bertemu. Pemerintah Kabupaten Bandung akan membangun jalan.")
    assert {name for label, name in found if label == "Institution"} == {
        "Pemerintah Kabupaten Bandung",
        "Pemkot Bandung",
    }


def test_nickname_of_a_region_is_the_region() -> None:
    assert "Pulau Dewata" in things_of("Wisatawan datang ke Bali. Jalan di Pulau Dewata ramai.")["Place", "Bali"].forms
