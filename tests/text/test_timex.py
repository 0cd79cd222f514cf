from datetime import date

import pytest

from jejaring.text.timex import timexes

WRITTEN = date(2025, 6, 19)  # a Thursday


def values(text, anchor=WRITTEN):
    return [(t.type, t.value) for t in timexes(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rapat dibuka Rabu (18/6/2025) pukul 09.30 WIB.", ("TIME", "2025-06-18T09:30")),
        ("Mereka tiba Rabu pagi.", ("TIME", "2025-06-18TMO")),
        ("Mereka tiba Selasa (17/6/2025) malam.", ("TIME", "2025-06-17TNI")),
        ("Pasar tutup pukul 16.00.", ("TIME", "2025-06-19T16:00")),
        ("Pelatihan berlangsung tiga hari.", ("DURATION", "P3D")),
        ("Hujan turun selama dua belas jam.", ("DURATION", "PT12H")),
        ("Ia mengajar selama setahun.", ("DURATION", "P1Y")),
        ("Jalan ditutup selama lima hari ke depan.", ("DURATION", "P5D")),
        ("Warga menunggu beberapa bulan.", ("DURATION", "PXM")),
        ("Festival ini digelar setiap tahun.", ("SET", "P1Y")),
        ("Harga beras kini naik.", ("DATE", "PRESENT_REF")),
        ("Saat itu jembatan belum ada.", ("DATE", "PAST_REF")),
        ("Sawah kering sejak musim kemarau.", ("DATE", "2025-SU")),
        ("Rumah itu dibangun tahun 60-an.", ("DATE", "196")),
        ("Surat dikirim tahun 2019.", ("DATE", "2019")),
    ],
)
def test_one_expression(text, value):
    assert values(text) == [value]


def test_what_leans_on_the_day_told_last():
    text = (
        "Kapal berangkat 3 Mei 2025. Dua hari kemudian kapal tiba. Pada hari itu juga, pukul 18.00, muatan dibongkar."
    )
    assert [v for _, v in values(text)] == ["2025-05-03", "2025-05-05", "2025-05-05", "2025-05-05T18:00"]


def test_months_later():
    assert values("Izin terbit 31 Desember 2024. Dua bulan kemudian pabrik berdiri.")[1] == ("DATE", "2025-02-28")


def test_without_a_day_of_writing_nothing_that_needs_one():
    assert values("Kemarin pukul 08.00 mereka bertemu.", None) == []
    assert values("Mereka bekerja enam jam.", None) == [("DURATION", "PT6H")]


def test_offsets_are_those_of_the_text():
    text = "Acara dimulai Senin (16/6/2025) pukul 10.00 WIB di balai desa."
    (found,) = timexes(text, WRITTEN)
    assert text[found.start : found.end] == "Senin (16/6/2025) pukul 10.00 WIB"


def test_points_are_no_durations():
    assert values("Ia datang tiga hari lalu.") == [("DATE", "2025-06-16")]
