import pytest

from jejaring.errors import EmptyArticleError, FieldError
from jejaring.loaders import from_row, from_text
from jejaring.loaders.document import document_id, normal_url
from jejaring.models import Document

STORY = "Bupati membuka pasar kopi di alun-alun pada Rabu pagi, dan ratusan petani dari lereng gunung ikut datang."
TITLE = "Bupati buka pasar kopi"


def page(*lines: str, story: str = STORY) -> Document:
    return from_text("\n\n".join([TITLE, *lines, story]) + "\n", "berita/kopi.txt", "kopi")


def below(*lines: str) -> Document:
    return from_text("\n\n".join([TITLE, STORY, *lines]) + "\n", "berita/kopi.txt", "kopi")


def row(**fields: object) -> Document:
    return from_row({"text": STORY, **fields}, "kopi.jsonl:3")


def test_a_page_tells_its_title_and_keeps_its_text() -> None:
    document = page()
    assert (document.title, document.name, document.source) == (TITLE, "kopi", "berita/kopi.txt")
    assert document.text == f"{TITLE}\n\n{STORY}\n"


@pytest.mark.parametrize("text", [STORY, f"{STORY}\n{STORY}"])
def test_a_story_without_a_headline_has_no_title(text: str) -> None:
    assert from_text(text, "x.txt", "x").title == ""


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Rabu, 12 Februari 2025 10:23 WIB", "2025-02-12T10:23+07:00"),
        ("Rabu, 12 Feb 2025 09.05 WITA", "2025-02-12T09:05+08:00"),
        ("KOMPAS.com - 12/02/2025, 10:23 WIB", "2025-02-12T10:23+07:00"),
        ("February 12, 2025 14:05 GMT+700", "2025-02-12T14:05+07:00"),
        ("Wednesday, February 12, 2025 2:05 PM", "2025-02-12T14:05"),
        ("Diterbitkan 12 Februari 2025", "2025-02-12"),
        ("2025-02-12", "2025-02-12"),
        ("Wed, February 12, 2025", "2025-02-12"),
    ],
)
def test_a_date_line_dates_the_article(line: str, published: str) -> None:
    document = page(line)
    assert (document.published, document.published_how) == (published, "date line")


def test_the_day_of_publication_outranks_that_of_an_update() -> None:
    assert page("Diperbarui 14 Februari 2025", "Terbit 12 Februari 2025").published == "2025-02-12"


@pytest.mark.parametrize(
    ("story", "published", "how"),
    [
        ("JAKARTA, Feb 12, 2025 (Reuters) - The regent opened a coffee market.", "2025-02-12", "dateline"),
        ("Bupati membuka pasar kopi, Rabu (12/2/2025).", "2025-02-12", "day named in the story"),
        ("Bupati membuka pasar kopi, Rabu (12/2).", None, None),
        ("Bupati membuka pasar kopi, Rabu (42/2/2025).", None, None),
    ],
)
def test_weaker_dates(story: str, published: str | None, how: str | None) -> None:
    document = page(story=story)
    assert (document.published, document.published_how) == (published, how)


def test_relative_times_date_nothing_and_a_copyright_year_is_kept_apart() -> None:
    document = below("10 hours ago 4", "Copyright © KABAR 2025")
    assert (document.published, document.copyright_year) == (None, 2025)


@pytest.mark.parametrize(
    ("lines", "authors", "editor"),
    [
        (["Pewarta: Novi Sari", "Editor: Tri Wira"], ("Novi Sari",), "Tri Wira"),
        (["(Reporter: Novi Sari, Ani Lestari | Editor: Tri Wira)"], ("Novi Sari", "Ani Lestari"), "Tri Wira"),
        (["Reporting by Ann Lee and Bo Chan; editing by Cy Dale"], ("Ann Lee", "Bo Chan"), "Cy Dale"),
        (["Penulis: Tim Redaksi"], (), None),
        (["Reporter", "Novi Sari", "Editor:", "Tri Wira"], ("Novi Sari",), "Tri Wira"),
        (["(kpl/rif)"], ("kpl", "rif"), None),
        (["(Novi Sari)"], ("Novi Sari",), None),
    ],
)
def test_who_wrote_it(lines: list[str], authors: tuple[str, ...], editor: str | None) -> None:
    document = below(*lines)
    assert (document.authors, document.editor) == (authors, editor)


@pytest.mark.parametrize("line", ["Oleh Novi Sari", "By Novi Sari", "Novi Sari - detikNews", "Oleh: Novi Sari"])
def test_a_byline_names_the_author(line: str) -> None:
    assert page(line).authors == ("Novi Sari",)


@pytest.mark.parametrize(
    ("document", "outlet"),
    [
        (page(story=f"Banyuwangi (ANTARA) - {STORY}"), "ANTARA"),
        (page(story=f"TEMPO.CO, Jakarta - {STORY}"), "tempo.co"),
        (page("Novi Sari - detikJatim"), "detik.com"),
        (below("Copyright © ANTARA 2025"), "ANTARA"),
        (below("© 2025 Kabar Kopi. All rights reserved."), "Kabar Kopi"),
        (below("Read Entire Article", "Langit Kopi | | | |"), "Langit Kopi"),
        (from_text(f"Ani Kopi (ANTARA) - {STORY}\nRead Entire Article\nLangit Kopi | | | |", "x.txt", "x"), "ANTARA"),
        (row(publisher="Kabar Kopi"), "Kabar Kopi"),
        (row(url="https://bisnis.kabar.co.id/kopi"), "kabar.co.id"),
        (page(), None),
    ],
)
def test_outlet(document: Document, outlet: str | None) -> None:
    assert document.outlet == outlet


def test_rights_are_kept_in_their_own_words() -> None:
    notice = "Dilarang keras mengambil konten situs ini untuk AI tanpa izin tertulis dari redaksi."
    assert below("Copyright © KABAR 2025", notice).rights == notice


@pytest.mark.parametrize(
    ("text", "language"), [(STORY, "id"), ("The regent opened a market for the farmers of it.", "en")]
)
def test_language(text: str, language: str) -> None:
    assert from_text(text, "x.txt", "x").language == language
    assert row(text=text).language == language


def test_fields_of_a_row() -> None:
    document = row(
        id="k-7", url="https://kabar.example/kopi", title="Pasar", published="2025-02-12", language="id-ID", more=[1]
    )
    assert (document.name, document.source, document.title) == ("k-7", "kopi.jsonl:3", "Pasar")
    assert (document.published, document.published_how, document.language) == ("2025-02-12", "field", "id")


def test_a_row_without_an_id_is_named_by_its_line() -> None:
    assert from_row({"text": STORY}, "berita/kopi.jsonl:3").name == "kopi.jsonl:3"


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2025-02-12T10:23:00+07:00", "2025-02-12T10:23:00+07:00"),
        ("2025-02-12 10:23:00", "2025-02-12T10:23:00"),
        ("20250212", "2025-02-12"),
        ("Rabu, 12 Februari 2025 10:23 WIB", "2025-02-12"),
        ("Wed, 12 Feb 2025 10:23:00 +0700", "2025-02-12T10:23:00+07:00"),
        ("2025", "2025"),
        ("kemarin", None),
    ],
)
def test_dates_of_a_row(given: str, published: str | None) -> None:
    assert row(published=given).published == published


@pytest.mark.parametrize(
    "fields", [{"text": None}, {"text": 7}, {"title": ["a"]}, {"published": 20250212}, {"id": {}}, {"id": True}]
)
def test_a_field_of_the_wrong_kind_is_named(fields: dict[str, object]) -> None:
    with pytest.raises(FieldError, match=f'kopi.jsonl:3: the field "{next(iter(fields))}"'):
        row(**fields)


@pytest.mark.parametrize(
    "text", ["", " \n", "123", "ADVERTISEMENT", f"{TITLE}\n\nBaca juga: Panen\n\nEditor: Tri Wira"]
)
def test_page_furniture_alone_is_no_article(text: str) -> None:
    with pytest.raises(EmptyArticleError, match=r"kopi.jsonl:3"):
        row(text=text)


def test_what_no_store_can_hold_is_replaced_one_for_one() -> None:
    document = row(text=f"\ud800{STORY}\0", title="a\udfff")
    assert (document.text, document.title) == (f"\ufffd{STORY}\ufffd", "a\ufffd")


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://Kabar.Example/Kopi/?utm_source=x&fbclid=y#top", "https://kabar.example/Kopi"),
        ("https://kabar.example/kopi?id=7&utm_medium=z", "https://kabar.example/kopi?id=7"),
        ("javascript:alert(1)", None),
        ("http://[bad", None),
        ("kopi", None),
    ],
)
def test_normal_url(url: str, normal: str | None) -> None:
    assert normal_url(url) == normal


@pytest.mark.parametrize(
    ("url", "outlet", "title", "date", "expected"),
    [
        ("https://k.example/a/", "K", "Judul", "2025", "https://k.example/a"),
        (None, "KABAR", "Pasar: Kopi!", "2025-02-12T10:23+07:00", "kabar|pasar kopi|2025-02-12"),
        (None, None, "Pasar", "2025", "|pasar|2025"),
        (None, None, "Pasar", None, "sha256:77"),
        ("kopi", "K", "", "2025", "sha256:77"),
    ],
)
def test_document_id(url: str | None, outlet: str | None, title: str, date: str | None, expected: str) -> None:
    assert document_id(url, outlet, title, date, "77") == expected
