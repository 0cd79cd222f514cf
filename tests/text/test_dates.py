import os
import re
from datetime import date
from pathlib import Path

import pytest

from jejaring.text.dates import resolve

ANCHOR = date(2025, 6, 19)  # a Thursday


def isos(text: str, anchor: date | None = ANCHOR) -> list[str | None]:
    return [d.iso for d in resolve(text, anchor)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Rabu (12/2/2025)", "2025-02-12"),
        ("Kamis (19/6)", "2025-06-19"),
        ("pada Selasa, 12 Februari 2025, di", "2025-02-12"),
        ("19-21 Juni 2025", "2025-06-19"),
        ("30 Mei - 2 Juni 2025", "2025-05-30"),
        ("28 Desember", "2024-12-28"),
        ("Februari 2025", "2025-02"),
        ("pada Maret lalu", "2025-03"),
        ("tahun 2019", "2019"),
        ("sejak 2019.", "2019"),
        ("bertemu Rabu pagi", "2025-06-18"),
        ("akan bertemu pada Senin", "2025-06-23"),
        ("Senin lalu", "2025-06-16"),
        ("akan berlayar lagi setelah kapal tiba Senin pagi itu", "2025-06-16"),
        ("tanggal 24 kemarin", "2025-05-24"),
        ("tanggal 12 lalu", "2025-06-12"),
        ("tanggal 3 mendatang", "2025-07-03"),
        ("Sabtu mendatang", "2025-06-21"),
        ("kemarin", "2025-06-18"),
        ("hari ini", "2025-06-19"),
        ("besok", "2025-06-20"),
        ("pekan lalu", "2025-06"),
        ("bulan depan", "2025-07"),
        ("tahun lalu", "2024"),
        ("tiga hari lalu", "2025-06-16"),
        ("last Wednesday", "2025-06-18"),
        ("on June 12, 2025, he", "2025-06-12"),
        ("Tuesday (June 17)", "2025-06-17"),
        ("two weeks ago", "2025-06"),
        ("next year", "2026"),
    ],
)
def test_a_phrase_stands_for_its_date(text: str, iso: str) -> None:
    assert isos(text) == [iso]


@pytest.mark.parametrize("text", ["kemarin", "Rabu", "pekan lalu", "Kamis (19/6)", "last month"])
def test_without_an_anchor_a_leaning_phrase_has_no_date(text: str) -> None:
    assert isos(text, None) == [None]


@pytest.mark.parametrize("text", ["skor 2-1", "satu minggu penuh", "Rp 2025.000", "nomor 12/2023/X", "31/2 bagian"])
def test_numbers_and_weeks_that_are_no_dates(text: str) -> None:
    assert isos(text) == []


def test_a_weekday_picks_the_year_of_a_date_without_one() -> None:
    assert isos("Senin (30/12)", date(2025, 1, 3)) == ["2024-12-30"]


def test_offsets_are_exact() -> None:
    text = "Rapat digelar Rabu (18/6/2025) dan diulang 3 Juli 2025."
    assert [text[d.start : d.end] for d in resolve(text, ANCHOR)] == ["Rabu (18/6/2025)", "3 Juli 2025"]


TIMEX = re.compile(r'<TIMEX3 [^>]*type="DATE" value="(\d{4}(?:-\d\d){0,2})"[^>]*>(.*?)</TIMEX3>', re.DOTALL)


def indotimex() -> list[tuple[str | None, str]]:
    """Pairs of the value found and the value wanted for every resolvable date of IndoTimex."""
    pairs = []
    folder = Path(os.environ["JEJARING_SHARED"]) / "data" / "timex_indotimex" / "Kompas_test_gold"
    for path in sorted(folder.glob("*.tml")):
        xml = path.read_text(encoding="cp1252")
        body = xml[xml.index("<TEXT>") :]
        raw = re.search(r'<DCT><TIMEX3[^>]*value="(\d{4}-\d\d-\d\d)', xml)
        found = resolve(re.sub(r"<[^>]+>", "", body), date.fromisoformat(raw[1]) if raw else None)
        for match in TIMEX.finditer(body):
            start = len(re.sub(r"<[^>]+>", "", body[: match.start(2)]))
            end = start + len(re.sub(r"<[^>]+>", "", match[2]))
            pairs.append((next((d.iso for d in found if d.start < end and start < d.end), None), match[1]))
    return pairs


@pytest.mark.shared
def test_most_dates_of_indotimex_get_their_value() -> None:
    pairs = indotimex()
    assert len(pairs) > 60
    assert sum(found == wanted for found, wanted in pairs) / len(pairs) >= 0.8
