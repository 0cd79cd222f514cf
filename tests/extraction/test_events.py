import re

import pytest

from jejaring.evaluation.gold import document_of
from jejaring.extraction.draft import Draft, Thing
from jejaring.extraction.events import ensure_event, event_sentences, events


def told(text: str, *names: tuple[str, str], published: str | None = "2025-06-19", language: str = "id") -> Draft:
    """A draft of `text` where these (label, name) pairs are found, after the step events."""
    article = {"id": "x", "text": text, "published": published, "language": language}
    draft = Draft.of(document_of(article))
    for label, name in names:
        thing = draft.add(label, name)
        for match in re.finditer(name, text):
            draft.mention(thing, *match.span())
    events(draft)
    return draft


def happenings(draft: Draft) -> list[Thing]:
    return [t for t in draft.things.values() if t.label == "Event"]


SARI, BUDI, AMBON = ("Person", "Sari Wening"), ("Person", "Budi Lintang"), ("Place", "Ambon")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Warga menonton Festival Kopi Asri 2025 di lapangan.", "Festival Kopi Asri 2025", "festival"),
        ("Ia hadir di Rapat Kerja Nasional Koperasi kemarin.", "Rapat Kerja Nasional Koperasi", "meeting"),
        ("Tim lolos ke Piala Kampung 2026.", "Piala Kampung 2026", "competition"),
        ("Panitia menggelar acara Asri Night Run 2025 di pantai.", "Asri Night Run 2025", "competition"),
        ("Penyair itu membuka Sumber Culture Festival.", "Sumber Culture Festival", "festival"),
        ("Menteri membuka pelatihan menyulam batik.", "Pelatihan menyulam batik", "training"),
        ("Kebakaran pasar ikan terjadi kemarin.", "Kebakaran pasar ikan", "disaster"),
        ("Kampus itu membuka Pekan Data Pesisir 2025 kemarin.", "Pekan Data Pesisir 2025", "festival"),
        ("Warga menanam bakau pada Hari Pesisir Sedunia.", "Hari Pesisir Sedunia", "other"),
        ("Mereka datang ke Forum Data Pesisir 2025 di aula.", "Forum Data Pesisir 2025", "meeting"),
        ("Tim juara Piala Kampung 2026dengan mudah.", "Piala Kampung 2026", "competition"),
        ("Sidang kasus korupsi lahan ditunda.", "Sidang kasus korupsi lahan", "other"),
        (
            "Dividen dibahas dalam Rapat Umum Pemegang Saham Luar Biasa.",
            "Rapat Umum Pemegang Saham Luar Biasa",
            "meeting",
        ),
    ],
)
def test_the_noun_of_an_event_gives_name_and_kind(text: str, name: str, kind: str) -> None:
    assert [(e.name, e.attrs["kind"]) for e in happenings(told(text))] == [(name, kind)]


@pytest.mark.parametrize("text", ["Ia datang Hari Senin.", "Bupati Gelar Sayembara.", "Pekan Ini hujan turun."])
def test_days_and_verbs_open_no_event(text: str) -> None:
    assert happenings(told(text)) == []


def test_a_meeting_is_named_by_its_parties() -> None:
    draft = told("Sari Wening bertemu dengan Budi Lintang, Rabu (18/6).", SARI, BUDI)
    (event,) = happenings(draft)
    assert (event.name, event.attrs) == (
        "Pertemuan Sari Wening dan Budi Lintang",
        {"kind": "meeting", "date": "2025-06-18"},
    )


def test_a_visit_is_named_by_guest_and_place() -> None:
    (event,) = happenings(told("Sari Wening melakukan kunjungan kerja ke Ambon, Rabu.", SARI, AMBON))
    assert (event.name, event.attrs) == (
        "Kunjungan kerja Sari Wening ke Ambon",
        {"kind": "visit", "date": "2025-06-18"},
    )


def test_a_happening_told_twice_is_one_event() -> None:
    text = "Sari Wening bertemu Budi Lintang. Pertemuan Sari Wening dan Budi Lintang berlangsung Rabu (18/6/2025)."
    draft = told(text, SARI, BUDI)
    (event,) = happenings(draft)
    assert event.attrs["date"] == "2025-06-18"
    assert len(event_sentences(draft, event.id)) == 2


def test_other_dates_tell_other_events() -> None:
    text = "Sari Wening bertemu Budi Lintang pada 2022. Kini, 18 Juni 2025, Sari Wening bertemu Budi Lintang."
    assert [e.attrs["date"] for e in happenings(told(text, SARI, BUDI))] == ["2022", "2025-06-18"]


def test_later_phrases_point_back() -> None:
    draft = told("Warga menonton Festival Kopi Asri. Acara itu ramai. Festival tersebut gratis.")
    (event,) = happenings(draft)
    assert [draft.text[s.start : s.end] for s in draft.spans] == ["Festival Kopi Asri", "Acara itu", "Festival"]
    assert event.forms == []


def test_the_title_of_a_seminar_is_its_alias() -> None:
    (event,) = happenings(told('Kampus menggelar seminar nasional bertajuk "Laut Kita Hari Esok" di aula.'))
    assert event.forms == ["Laut Kita Hari Esok"]


def test_without_any_date_of_writing_a_weekday_stays_open() -> None:
    (event,) = happenings(told("Rapat Kerja Nasional Koperasi digelar Rabu.", published=None))
    assert event.attrs["date"] is None


def test_an_english_verb_is_no_event() -> None:
    assert happenings(told("They will launch and visit farms.", language="en")) == []


def test_the_thing_in_general_is_no_event() -> None:
    assert happenings(told("Anggaran untuk pelatihan naik.")) == []


def test_a_rule_gets_the_event_that_stands_there_or_a_new_one() -> None:
    draft = told("Sari Wening bertemu dengan Budi Lintang di Ambon.", SARI, BUDI, AMBON)
    at = draft.text.index("bertemu")
    (event,) = happenings(draft)
    assert ensure_event(draft, "meeting", "Pertemuan Sari Wening dan Budi Lintang", at, at + 7) is event
    assert ensure_event(draft, "visit", "Kunjungan Sari Wening ke Ambon", at, at + 7) is not event


def test_a_bare_workshop_is_named_by_its_cohort() -> None:
    (event,) = happenings(told("Dinas menggelar lokakarya untuk 30 petani kopi.", ("Group", "30 petani kopi")))
    assert event.name == "Lokakarya petani kopi"


def test_the_opening_dates_the_event_it_tells() -> None:
    text = "Warga menonton Festival Kopi Asri. Lapangan penuh, kata panitia, Rabu (18/6/2025)."
    assert [e.attrs["date"] for e in happenings(told(text))] == ["2025-06-18"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sari Wening met Budi Lintang on Wednesday.", "Meeting of Sari Wening and Budi Lintang"),
        ("Sari Wening visited Ambon on Wednesday.", "Visit of Sari Wening to Ambon"),
    ],
)
def test_english_events_have_english_names(text: str, name: str) -> None:
    assert [e.name for e in happenings(told(text, SARI, BUDI, AMBON, language="en"))] == [name]


def test_a_fuller_description_gives_the_name_without_titles() -> None:
    text = "Pertemuan itu penting, kata Budi Lintang. Gubernur Sari Wening bertemu Bupati Budi Lintang, Rabu."
    assert [e.name for e in happenings(told(text, SARI, BUDI))] == ["Pertemuan Sari Wening dan Budi Lintang"]


def test_the_day_of_a_match_is_not_its_tournaments() -> None:
    (cup,) = happenings(told("Tim itu meraih kemenangan di Piala Kampung 2025, Rabu (18/6)."))
    assert cup.attrs["date"] == "2025"


def test_the_phrase_of_a_match_ends_at_its_tournament() -> None:
    draft = told("Mereka menonton laga Grup B Piala Kampung 2025.")
    assert [e.name for e in happenings(draft)] == ["Piala Kampung 2025", "Laga Grup B"]
