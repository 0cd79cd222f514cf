"""Each rule on newly written lines: what it cuts, and what it must leave."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejaring.errors import EmptyArticleError
from jejaring.loaders import from_text
from jejaring.loaders.rules import FOOT, INLINE, LINES, TAILS

STORY = "Bupati membuka pasar kopi di alun-alun pada Rabu pagi, dan ratusan petani dari lereng gunung ikut datang."
MORE = '"Pasar ini akan kami buka setiap bulan," kata bupati di hadapan para petani yang memenuhi alun-alun kota.'

BETWEEN = {
    "related": [
        "Baca juga: Panen kopi naik",
        "BACA JUGA Harga cabai turun",
        "Read also: Tea exports grow",
        "» Baca: Pasar tani buka",
    ],
    "related heading": ["Berita Terkait", "Pilihan Editor", "You may also like"],
    "advertisement": [
        "ADVERTISEMENT",
        "Advertisement",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Iklan",
        "Gulir untuk lanjut membaca",
    ],
    "video": ["Simak Video 'Panen Raya':", 'Tonton juga "Pasar Kopi" di sini:', "Saksikan Live SiangHari:"],
    "broadcast": ["Ikuti terus ulasan lain di detikcom setiap hari", '"Detik Pagi, Bangun Dulu!"'],
    "embed": ["[Gambas:Video 20detik]", "A post shared by Pasar Kopi (@pasarkopi)", "— Kopi (@kopi)June 18, 2025"],
    "link": ["https://contoh.example/kopi"],
    "relative time": ["10 hours ago 4", "2 jam yang lalu", "an hour ago", "Diperbarui 3 menit lalu", "Baru saja"],
    "reading time": ["3 min read", "Waktu baca: 5 menit"],
    "counter": ["Dilihat 1.204 kali", "12 komentar", "3,4 views"],
    "share": ["Share", "Bagikan:", "Facebook Twitter WhatsApp", "Bagikan artikel ini", "Copy Link"],
    "comments": ["Tulis komentar", "Komentar (12)"],
    "pagination": ["Halaman selanjutnya", "Halaman 1 dari 3", "1 2 3 Selanjutnya", "Halaman: 1 2 3"],
    "read more": [
        "Baca selengkapnya di sini",
        "Simak berita selengkapnya di halaman berikutnya.",
        "Continue reading...",
    ],
    "tags": ["Tags: kopi, petani", "#kopi #petani", "Topik Terkait: kopi"],
    "subscription": ["Ikuti kami di Google News", "Gabung channel WhatsApp Kabar Kopi", "Subscribe to our newsletter"],
    "origin": [
        "Artikel ini telah tayang di Kabar Kopi.",
        "Artikel ini ditulis oleh peserta magang.",
        "This story was originally published by Bean News.",
    ],
    "source": ["Sumber: Antara"],
    "disclaimer": ["Disclaimer: keputusan ada di tangan pembaca.", "Tulisan ini adalah opini penulis."],
    "rights notice": [
        "Dilarang keras menyalin isi situs ini tanpa izin tertulis dari redaksi.",
        "It is strictly prohibited to crawl or index this page without written permission.",
        "No part of this article may be republished without consent.",
    ],
    "copyright": ["Copyright © KABAR 2025", "© 2025 Kabar Kopi", "All rights reserved", "Hak Cipta 2025 Kabar Kopi"],
    "credits": [
        "Pewarta: Novi Sari",
        "Editor : Tri Wira",
        "(Reporter: Ani Lestari | Editor: Budi Utama)",
        "Reporting by Ann Lee",
    ],
    "photo": [
        "Foto: Panen kopi di lereng",
        "(ANTARA FOTO/Novi Sari/foc)",
        "KOMPAS.com/NOVI Panen kopi",
        "Dok. Pemkab",
        "Istimewa",
    ],
    "navigation": ["Beranda / Nasional / Ekonomi", "Home > News", "Skip to content"],
    "aggregator": ["Kabar kopi | | | |"],
    "separator": ["***", "-----"],
}


def cut_rules(text: str) -> dict[str, str]:
    return {text[c.start : c.end]: c.rule for c in from_text(text, "x.txt", "x").cuts}


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in BETWEEN.items() for line in lines])
def test_a_line_between_paragraphs_is_cut_and_named(rule: str, line: str) -> None:
    assert cut_rules(f"{STORY}\n\n{line}\n\n{MORE}\n") == {line: rule}


def test_every_rule_of_lines_has_a_test() -> None:
    assert {name for name, _ in LINES} == set(BETWEEN)


@pytest.mark.parametrize(
    "line",
    [
        "Baca puisi menjadi acara penutup pasar kopi.",
        "Lihat itu, panennya bagus sekali.",
        '"Lihat video itu, panennya bagus," ujar bupati.',
        "Saksikan dan dukung petani kopi di alun-alun.",
        "Oleh karena itu, pasar dibuka lebih lama.",
        "By Friday, Ann Lee had sold all of her coffee.",
        "Editor surat kabar itu datang ke pasar.",
        "Sumber dari kepolisian menyebut pasar aman.",
        "Foto-foto pasar beredar di media sosial.",
        "Hak cipta lagu itu didaftarkan oleh petani.",
        "Dilarang merokok di pasar, kata bupati.",
        "Ikuti lomba seduh kopi pada hari Minggu.",
        "1. Rumput laut",
        "Sabtu, 21 Juni 2025",
        "Jadwal Pasar Kopi",
    ],
)
def test_story_is_left_alone(line: str) -> None:
    assert cut_rules(f"{STORY}\n\n{line}\n\n{MORE}\n") == {}


def test_headlines_below_baca_juga_are_cut() -> None:
    text = f"{STORY}\n\nBaca juga:\nHarga kopi robusta naik lagi di pasar\n\n{MORE}\n"
    assert cut_rules(text) == {"Baca juga:": "related", "Harga kopi robusta naik lagi di pasar": "related"}


def test_a_subheading_below_a_bare_baca_juga_is_story() -> None:
    assert cut_rules(f"{STORY}\n\nBaca Juga\n\nHarga kopi naik di semua pasar\n\n{MORE}\n") == {"Baca Juga": "related"}


def test_headlines_below_a_heading_are_cut() -> None:
    assert list(cut_rules(f"{STORY}\n\nPilihan Redaksi\nHarga kopi naik lagi pekan ini\n{MORE}")) == [
        "Pilihan Redaksi",
        "Harga kopi naik lagi pekan ini",
    ]


def test_name_and_place_beside_a_date_line_are_cut() -> None:
    lines = ["Novi Sari", "Wed, February 12, 2025", "●", "Jakarta"]
    assert list(cut_rules(HEAD.format(line="\n".join(lines))).values()) == [
        "byline",
        "date line",
        "separator",
        "place line",
        "dateline",
    ]


def test_headlines_glued_into_a_paragraph_are_cut() -> None:
    glued = "Baca JugaHarga kopi robusta naik lagi di pasarPetani lereng gunung menanam ribuan bibit"
    document = from_text(f"{STORY}{glued}{MORE}", "x.txt", "x")
    assert document.masked == STORY + " " * len(glued) + MORE


def test_all_below_read_entire_article_is_cut() -> None:
    text = f"{STORY}\n\nRead Entire Article\nKabar kopi | | | |\nLangit Kopi"
    assert list(cut_rules(text)) == ["Read Entire Article", "Kabar kopi | | | |", "Langit Kopi"]


HEAD = """Bupati buka pasar kopi di alun-alun kota

{line}

Banyuwangi (ANTARA) - Bupati membuka pasar kopi di alun-alun pada Rabu pagi, dan ratusan petani ikut datang ke sana.
"""


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Rabu, 12 Februari 2025 10:23 WIB", "date line"),
        ("Kompas.com, 12 Februari 2025, 10:23 WIB", "date line"),
        ("Oleh: Novi Sari | Rabu, 12 Februari 2025", "date line"),
        ("Novi Sari - detikNews", "byline"),
        ("Oleh Novi Sari", "byline"),
        ("By Ann Lee", "byline"),
        ("Ann Lee (The Jakarta Post)", "byline"),
        ("CNN Indonesia", "outlet line"),
        ("Warga memilih biji kopi di alun-alun. (ANTARA/HO-Pemkab Banyuwangi)", "photo"),
    ],
)
def test_lines_between_headline_and_story(line: str, rule: str) -> None:
    assert cut_rules(HEAD.format(line=line)) == {line: rule, "Banyuwangi (ANTARA) - ": "dateline"}


@pytest.mark.parametrize(
    ("tail", "rule"),
    [
        ("(fat/fat)", "initials"),
        (" (kha)", "initials"),
        ("(ANTARA FOTO/Novi Sari/foc)", "photo"),
        ("Simak hasil penelusurannya dalam halaman berikutini.....", "read more"),
        ("View this post on InstagramA post shared by kopi (@kopi)Loading...", "embed"),
        ("Ikuti Whatsapp Channel Kabar Kopi", "subscription"),
    ],
)
def test_the_end_of_a_paragraph(tail: str, rule: str) -> None:
    assert cut_rules(f"{STORY}{'' if tail.startswith(' ') else ' '}{tail}\n") == {tail: rule}


@pytest.mark.parametrize("tail", ["(Antara)", "(19/6/2025)", "di sana (sebelah timur)", "seberat 2 ton (ha)"])
def test_brackets_of_the_story_are_left(tail: str) -> None:
    assert cut_rules(f"{STORY[:-1]} {tail}\n") == {}


@pytest.mark.parametrize(("line", "rule"), [("(kha)", "initials"), ("(Novi Sari)", "byline"), ("pasar kopi", "tags")])
def test_lines_below_the_story(line: str, rule: str) -> None:
    signed = "" if rule != "tags" else "Editor: Tri Wira\n"
    assert cut_rules(f"{STORY}\n{MORE}\n{signed}{line}\n")[line] == rule


@pytest.mark.parametrize(
    ("piece", "rule"),
    [("[Gambas:Video 20detik]", "embed"), ("(Baca juga: Panen naik)", "related"), ("ANTARA FOTO/NOVI SARI", "photo")],
)
def test_pieces_inside_a_paragraph(piece: str, rule: str) -> None:
    assert cut_rules(f"{STORY} {piece} {MORE}") == {piece: rule}


def test_masking_keeps_every_offset() -> None:
    document = from_text(f"Judul pasar kopi\r\n\r\n{STORY}\r\nBaca juga: Panen naik\r\n{MORE}", "x.txt", "x")
    assert len(document.masked) == len(document.text)
    at = document.text.index(MORE)
    assert document.masked[at : at + len(MORE)] == MORE
    assert "Panen naik" not in document.masked


NASTY = [
    "a ",
    "A ",
    "1 ",
    "Share ",
    "#a ",
    "| ",
    "(",
    "Baca juga ",
    "Home / ",
    "- ",
    "@",
    "Ab/",
    "dilarang meng ",
    "x by ",
    ". ",
]


@pytest.mark.parametrize("piece", NASTY)
def test_no_line_makes_a_rule_slow(piece: str) -> None:
    line = (piece * 600)[:600]
    began = time.perf_counter()
    for _, pattern in [*LINES, *FOOT]:
        pattern.fullmatch(line)
    for _, pattern in [*TAILS, *INLINE]:
        pattern.search(line)
    from_text(f"{line}\n{line}\n{STORY}\n{line}", "x.txt", "x")
    assert time.perf_counter() - began < 0.5


PIECES = [
    STORY,
    "Judul pasar",
    "Jakarta - ",
    "(",
    "12 Februari 2025 25:99 GMT+9999",
    "\r",
    "\t",
    "\x85",
    "ﬁ",
    "İ",
    "|",
    "©",
    "(a/b)",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([line for lines in BETWEEN.values() for line in lines] + PIECES), max_size=12),
    st.text(max_size=9),
)
def test_any_page_is_read_and_its_cuts_are_apart(lines: list[str], odd: str) -> None:
    try:
        document = from_text("\n".join([*lines, odd]), "x.txt", "x")
    except EmptyArticleError:
        return
    assert len(document.masked) == len(document.text)
    assert all(a.end <= b.start for a, b in zip(document.cuts, document.cuts[1:], strict=False))
