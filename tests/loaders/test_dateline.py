import pytest

from jejaring.loaders import dateline

STORY = "Kementerian membuka pasar kopi."


@pytest.mark.parametrize(
    ("written", "place", "outlet"),
    [
        ("Banyuwangi (ANTARA) - ", "Banyuwangi", "ANTARA"),
        ("Jakarta, 12/2 (ANTARA) - ", "Jakarta", "ANTARA"),
        ("WASHINGTON, Feb 12 (Reuters) - ", "Washington", "Reuters"),
        ("Liputan6.com, Jakarta - ", "Jakarta", "liputan6.com"),
        ("Liputan6.com, Tel Aviv -", "Tel Aviv", "liputan6.com"),
        ("Liputan6.com, Washington, DC -", "Washington", "liputan6.com"),
        ("Liputan6.com, Jakarta", "Jakarta", "liputan6.com"),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "tempo.co"),
        ("TEMPO.CO,Jakarta-", "Jakarta", "tempo.co"),
        ("TEMPO.CO Jakarta - ", "Jakarta", "tempo.co"),
        ("REPUBLIKA.CO.ID,\u00a0JAKARTA -- ", "Jakarta", "republika.co.id"),
        ("JAKARTA, KOMPAS.com - ", "Jakarta", "kompas.com"),
        ("KLATEN, KOMPAS com- ", "Klaten", "kompas.com"),
        ("KOMPAS.com - ", None, "kompas.com"),
        ("Merdeka.com - Kapanlagi.com - ", None, "merdeka.com"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
        ("Jakarta, Kabar Blambangan - ", "Jakarta", "Kabar Blambangan"),
        ("Solo, Jawa Tengah - ", "Solo", None),
        ("Jakarta - ", "Jakarta", None),
        ("JAKARTA– ", "Jakarta", None),
        ("JAKARTA-", "Jakarta", None),
        ("JAKARTA- \u00a0", "Jakarta", None),
        ("Jakarta -", "Jakarta", None),
        ("REPUBLIKA.CO.ID, ", None, "republika.co.id"),
        ("CAROLINA UTARA- ", "Carolina Utara", None),
        ("INFO NASIONAL - ", None, None),
    ],
)
def test_datelines(written: str, place: str | None, outlet: str | None) -> None:
    text = written + STORY
    found = dateline.find(text, 0, len(text), opens_story=True)
    assert found
    assert (found.place, found.outlet, found.end) == (place, outlet, len(written))


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia - Australia sepakat membuka pasar kopi bersama.",
        "Kebun kopi - yang luas - itu dibuka untuk umum.",
        "ALIH-alih menutup pasar, bupati membukanya lebih lama.",
        "Presiden ke-7 datang ke pasar kopi.",
        "KPK-Polri membuka pasar kopi.",
        "Kapal rute Sumatra-Jawa membawa kopi.",
    ],
)
def test_story_that_only_looks_like_one(text: str) -> None:
    assert dateline.find(text, 0, len(text), opens_story=True) is None


def test_a_bare_place_counts_only_where_the_story_opens() -> None:
    assert dateline.find("Jakarta - Bandung macet", 0, 23, opens_story=False) is None
