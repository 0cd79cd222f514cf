"""Small made-up articles, each the same for its number and version, over one small world so that their graphs meet."""

# ruff: noqa: S311 - chance here is for variety, and must come again from its seed

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

PEOPLE = """Rahmat Wicaksana|Sinta Maharani|Yoga Prasetyo|Dewi Lestari Ningrum|Hendra Gunawan|Laras Ayu Kinanti
Bima Satria Nugraha|Farah Nabila|Agus Salim Hidayat|Maria Goretti Lede""".replace("\n", "|").split("|")
OFFICES = "Bupati|Ketua|Direktur|Kepala Dinas Pariwisata|Sekretaris Jenderal|Menteri Perdagangan".split("|")
INSTITUTIONS = """Kementerian Perdagangan|Yayasan Samudra Biru|Universitas Blambangan|Dinas Pariwisata Banyuwangi
PT Cahaya Timur|Forum Desa Digital|Koperasi Nelayan Muncar|Bank Ijen""".replace("\n", "|").split("|")
PLACES = "Banyuwangi|Jember|Surabaya|Denpasar|Jakarta|Desa Tamansari|Kabupaten Situbondo|Singapura".split("|")
PROGRAMS = "Program Kampung Kreatif|Program Petani Milenial|Jagoan Blambangan|Program Laut Bersih".split("|")
EVENTS = "Festival Kopi Ijen|Pekan Data Desa 2025|Lokakarya Bambu|Forum Bisnis Selat Bali".split("|")
TOPICS = "ketahanan pangan|industri kreatif|energi terbarukan|pendidikan vokasi|perikanan berkelanjutan".split("|")
SENTENCES = (
    "{o} {I} {p} bertemu {q} di {l}, Rabu ({d}/2/2025).",
    "{I} menggelar {E} di {l}, Sabtu ({d}/3/2025).",
    "{E} diikuti {n} alumni {P}.",
    "{I} bekerja sama dengan {J} untuk memperkuat {t}.",
    "“{P} fokus pada {t},” kata {p}.",
    "{o} {l} {p} akan mengunjungi {m} pekan depan.",
    "{I} menyalurkan dana Rp{n} juta kepada {J}.",
    "Menurut {p}, {I} mendukung {P} karena {t} penting bagi {l}.",
    "{p} menolak rencana {J} di {l}.",
    "{P} adalah program {I} yang dijalankan sejak 2019.",
    "Dia berharap kegiatan tersebut memajukan {t} di {m}.",
    "{q} menghadiri {E} bersama {p}, {o} {J}.",
    "{p} adalah alumnus {P}.",
    "{J} tergabung dalam Forum Desa Digital.",
    "{p} met {q} in {l} on Friday to discuss {t}, the {I} said.",
)
OUTLETS = ("Kabar Uji", "Warta Selat", "Suara Kopi")
PAGE_END = "\n\nBaca juga: Cerita lain dari {l}\n\nPewarta: Nina Uji\nCopyright © {outlet} 2025\n"


def sentence(chance: random.Random) -> str:
    """One sentence of the world."""
    people, bodies, places = (chance.sample(names, 2) for names in (PEOPLE, INSTITUTIONS, PLACES))
    return chance.choice(SENTENCES).format(
        p=people[0],
        q=people[1],
        I=bodies[0],
        J=bodies[1],
        l=places[0],
        m=places[1],
        o=chance.choice(OFFICES),
        P=chance.choice(PROGRAMS),
        E=chance.choice(EVENTS),
        t=chance.choice(TOPICS),
        n=chance.randrange(2, 90),
        d=chance.randrange(1, 29),
    )


def story(seed: object, sentences: int = 6) -> str:
    """A text of so many sentences, in paragraphs of two."""
    chance = random.Random(f"story {seed}")
    told = [sentence(chance) for _ in range(sentences)]
    return "\n\n".join(" ".join(told[at : at + 2]) for at in range(0, sentences, 2))


def article(number: int, version: int = 1, sentences: int = 6) -> dict[str, str]:
    """The JSONL row of article `number`; every fifth is a copy of the one before, some have no date."""
    chance = random.Random(f"article {number}/{version}")
    of = number - 1 if number % 5 == 4 else number
    outlet, place = chance.choice(OUTLETS), chance.choice(PLACES)
    text = f"{place} - {story(f'{of}/{version}', sentences)}{PAGE_END.format(l=place, outlet=outlet)}"
    row = {
        "id": f"uji-{number}",
        "url": f"https://kabar.example/{number}",
        "publisher": outlet,
        "title": f"{chance.choice(EVENTS)} dan {chance.choice(TOPICS)} ({number})",
        "language": "id",
        "text": text,
    }
    return row if number % 7 == 6 else {**row, "published": f"2025-{number % 12 + 1:02d}-{chance.randrange(1, 29):02d}"}


def write_articles(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """A JSONL file of these rows."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
