import codecs
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jejaring import errors
from jejaring.errors import JejaringError
from jejaring.loaders import Unread, count, read
from jejaring.models import Document

STORY = "Bupati membuka pasar kopi di alun-alun pada Rabu pagi, dan ratusan petani ikut datang ke “pasar” itu.\n"
ROW = json.dumps({"title": "Pasar", "text": STORY}).encode()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, data: bytes | str = STORY) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def documents(*sources: object) -> list[Document]:
    return [d for d in read([str(s) for s in sources]) if isinstance(d, Document)]


def unread(*sources: object) -> list[Unread]:
    return [d for d in read([str(s) for s in sources]) if isinstance(d, Unread)]


def only_error(*sources: object) -> JejaringError:
    (found,) = read([str(s) for s in sources])
    assert isinstance(found, Unread)
    error = found.error
    for lang in ("en", "id"):
        assert found.source in error.message(lang)
        assert error.hint(lang)
    return error


def test_files_folders_and_globs_in_a_stable_order_each_once(file: Callable[..., Path], tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.TXT", "a/x.text", "a/.tersembunyi.txt", ".git/y.txt", "c.jsonl"):
        file(name, ROW if name.endswith("l") else STORY + name)
    found = documents(tmp_path / "b/z.txt", tmp_path, tmp_path / "*/*.txt", tmp_path / "a/../b/z.txt")
    assert [d.name for d in found] == ["z", "x", "a", "c.jsonl:1"]


def test_unknown_formats_are_skipped_in_folders_and_failures_by_name(file: Callable[..., Path], tmp_path: Path) -> None:
    file("a.txt")
    pdf = file("b.pdf")
    graph = [file(f"jejaring.kgl{rest}") for rest in ("", "-wal", ".lock", ".lock-owner")]
    (skipped,) = unread(tmp_path)
    (failed,) = unread(pdf)
    assert len(unread(*graph)) == 4
    assert (skipped.skipped, failed.skipped) == (True, False)
    assert "b.pdf" in str(skipped.error)
    assert ".jsonl .ndjson .text .txt" in skipped.error.hint("id")


def test_one_bad_file_stops_no_other(file: Callable[..., Path], tmp_path: Path) -> None:
    for name, data in (("1.txt", STORY), ("2.txt", b""), ("3.txt", b"\x89PNG\0\0"), ("4.txt", STORY + "Pasar.")):
        file(name, data)
    found = list(read([str(tmp_path), str(tmp_path / "nihil.txt")]))
    assert [isinstance(d, Document) for d in found] == [True, False, False, True, False]


@pytest.mark.parametrize("source", ["nihil.txt", "nihil/*.txt", "nihil/", "a\0b.txt", ""])
def test_missing_file(source: str) -> None:
    assert isinstance(only_error(source), errors.MissingFileError)


def test_folder_without_articles(tmp_path: Path) -> None:
    assert isinstance(only_error(tmp_path), errors.NoArticlesError)


@pytest.mark.parametrize("data", [b"", b" \r\n\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_empty_file(file: Callable[..., Path], name: str, data: bytes) -> None:
    assert isinstance(only_error(file(name, data)), errors.EmptyFileError)


def test_page_without_a_story(file: Callable[..., Path]) -> None:
    error = only_error(file("a.txt", "Baca juga: Panen\nEditor: Tri Wira\n"))
    assert isinstance(error, errors.EmptyArticleError)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", STORY.encode() + b"\0" + STORY.encode(), bytes(range(1, 256)) * 9]
)
def test_binary_file_called_txt(file: Callable[..., Path], data: bytes) -> None:
    assert isinstance(only_error(file("a.txt", data)), errors.NotTextError)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_are_read(file: Callable[..., Path], encoding: str) -> None:
    (document,) = documents(file("a.txt", STORY.encode(encoding)))
    assert document.text == STORY


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode() + b"\xff" + STORY.encode(),
        "市長は広場で市場を開いた。".encode("shift-jis") * 20,
        "Мэр открыл рынок на площади города.".encode("koi8-r") * 20,
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le") + b"\x00\xd8",
    ],
)
def test_encodings_that_are_refused(file: Callable[..., Path], data: bytes) -> None:
    error = only_error(file("a.txt", data))
    assert isinstance(error, errors.EncodingError)
    assert "UTF-8" in error.hint("id")


def test_line_ends_stay_as_given(file: Callable[..., Path]) -> None:
    text = "Judul berita kopi\r\n\r\n" + STORY.replace("\n", "\r\n")
    (document,) = documents(file("a.txt", text))
    assert (document.text, document.title) == (text, "Judul berita kopi")


def test_a_single_line_of_ten_megabytes_is_no_article(file: Callable[..., Path]) -> None:
    error = only_error(file("a.txt", STORY.strip() * 100_000))
    assert isinstance(error, errors.LongArticleError)
    assert "300000" in error.message("id")


def test_a_long_line_is_read(file: Callable[..., Path]) -> None:
    (document,) = documents(file("a.txt", STORY.strip() * 1_000))
    assert len(document.masked) == len(document.text) > 100_000


def test_many_lines(file: Callable[..., Path]) -> None:
    (document,) = documents(file("a.txt", "Baca juga\n" * 28_000 + STORY))
    assert len(document.cuts) >= 1


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_file_above_fifty_megabytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as big:
        big.truncate(50_000_001)
    assert isinstance(only_error(path), errors.FileTooBigError)


def test_permission_denied() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "a.txt"
        path.write_text(STORY, encoding="utf-8")
        path.chmod(0)
        root = os.geteuid() == 0
        if root:  # root may read anything
            os.seteuid(65534)
        try:
            error = only_error(path)
        finally:
            if root:
                os.seteuid(0)
    assert isinstance(error, errors.UnreadableFileError)


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert isinstance(only_error(tmp_path / "a.txt"), errors.UnreadableFileError)


def test_a_name_too_long(tmp_path: Path) -> None:
    assert isinstance(only_error(tmp_path / f"{'a' * 300}.txt"), errors.UnreadableFileError)


def test_malformed_line_three_of_five(file: Callable[..., Path]) -> None:
    lines = [ROW.replace(b"Pasar", b"Pasar %d" % n) for n in range(1, 6)]
    lines[2] = b'{"title": "Pasar 3", "text": '
    path = file("a.jsonl", b"\n".join(lines))
    found = list(read([str(path)]))
    assert [d.title for d in found if isinstance(d, Document)] == ["Pasar 1", "Pasar 2", "Pasar 4", "Pasar 5"]
    bad = found[2]
    assert isinstance(bad, Unread)
    assert bad.source == f"{path}:3"
    assert str(bad.error).startswith(f"{path}:3: this line is not a JSON object")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", errors.MalformedRowError),
        (b"[]", errors.MalformedRowError),
        (b"null", errors.MalformedRowError),
        (b"[" * 200_000, errors.MalformedRowError),
        (b'{"text": ' + b"9" * 10_000 + b"}", errors.MalformedRowError),
        (b'{"text": 1e999}', errors.FieldError),
        (b'{"title": "Pasar"}', errors.FieldError),
        (b'{"text": "Pasar \xff"}', errors.EncodingError),
        (b'{"text": "\\u0000 "}', errors.EmptyArticleError),
    ],
)
def test_bad_rows(file: Callable[..., Path], line: bytes, error: type[JejaringError]) -> None:
    path = file("a.ndjson", ROW + b"\n\n" + line + b"\r\n" + ROW + b"\n")
    found = list(read([str(path)]))
    assert [isinstance(d, Document) for d in found] == [True, False, True]
    bad = found[1]
    assert isinstance(bad, Unread)
    assert isinstance(bad.error, error)
    assert bad.source == f"{path}:3"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_rows_with_a_byte_order_mark(file: Callable[..., Path], encoding: str) -> None:
    (document,) = documents(file("a.jsonl", json.dumps({"text": STORY}, ensure_ascii=False).encode(encoding)))
    assert document.text == STORY


def test_lone_surrogates_and_huge_numbers_do_no_harm(file: Callable[..., Path]) -> None:
    (document,) = documents(
        file("a.jsonl", b'{"views": 99999999999999999999, "text": "\\ud800' + b"Pasar kopi dibuka." + b'"}')
    )
    assert document.text == "\ufffdPasar kopi dibuka."


def test_count_is_about_what_read_gives(file: Callable[..., Path], tmp_path: Path) -> None:
    file("a.txt")
    file("b.jsonl", ROW + b"\n" + ROW)
    file("c.pdf")
    assert count([str(tmp_path), "nihil.txt"]) == 5


def test_reading_twice_gives_the_same(file: Callable[..., Path], tmp_path: Path) -> None:
    file("a.txt")
    file("b.jsonl", ROW)
    assert documents(tmp_path) == documents(tmp_path)
