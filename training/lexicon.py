#!/usr/bin/env python3
"""Make the generated lists of jejaring/lexicon/data from the shared folder, byte for byte the same each time.

    lexicon.py          (JEJARING_SHARED names the shared folder)

places.tsv: provinces, regencies, cities, districts. given_names.txt: Indonesian name words. acronyms.tsv: acronym and
full form, mined from news. words.txt: words that news text writes in lower case. capitals.txt: words that it writes
with a capital. The last two are counts over texts; no sentence of a text is kept.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from pathlib import Path

SHARED = Path(os.environ["JEJARING_SHARED"])
DATA = Path(__file__).parents[1] / "jejaring" / "lexicon" / "data"
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w])")
_SAID = re.compile(
    r"\b(?:kata|ujar|tutur|jelas|ungkap|ucap|terang|imbuh|tegas|papar|tambah|beber|lanjut) ((?:[A-Z][a-z]+ ?){1,4})"
)


def write(name: str, lines: list[str]) -> None:
    """Write one data file."""
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def places() -> None:
    """Provinces, regencies and cities with their province; districts once each."""
    kinds = {"provinsi": "province", "kabupaten_kota": "regency", "kecamatan": "district"}
    out, seen = [], set()
    with (SHARED / "data/gazetteer/wilayah_kepmendagri_2025.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            kind = kinds.get(row["tingkat"])
            if not kind or (kind, row["nama"]) in seen:
                continue
            seen.add((kind, row["nama"]))
            name = re.sub(r"^Kota Adm(?:inistrasi|\.)? ", "Kota ", row["nama"]).replace("Kabupaten Adm. ", "Kabupaten ")
            kind = "city" if kind == "regency" and name.startswith("Kota ") else kind
            out.append(f"{name}\t{kind}")
    write("places.tsv", out)


def given_names() -> None:
    """First and last names."""
    names = set()
    for path in sorted((SHARED / "data/gazetteer").glob("nama_mutiawsr_mit_*.csv")):
        names |= {n.strip() for n in path.read_text(encoding="utf-8").splitlines() if n.strip()}
    write("given_names.txt", sorted(names))


def acronyms() -> None:
    """Acronyms seen in two articles or more."""
    with (SHARED / "data/gazetteer/akronim_mined_from_news.csv").open(encoding="utf-8") as rows:
        kept = [r for r in csv.DictReader(rows) if int(r["n_articles"]) >= 2]
    write("acronyms.tsv", [f"{r['singkatan']}\t{r['kepanjangan']}" for r in kept])


def shingles(text: str) -> set[tuple[str, ...]]:
    """The 5-word shingles of `text`."""
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[i:] for i in range(5)), strict=False))


def pool() -> list[str]:
    """The texts of the pool that overlap no measuring article by half or more."""
    gold = set()
    for name in ("dev", "seed"):
        for line in (SHARED / f"gold/{name}.jsonl").open(encoding="utf-8"):
            gold |= shingles(json.loads(line)["text"])
    out = []
    for line in (SHARED / "articles/pool.jsonl").open(encoding="utf-8"):
        text = json.loads(line)["text"]
        mine = shingles(text)
        if len(mine & gold) * 2 < max(len(mine), 1):
            out.append(text)
    return out


def words(texts: list[str]) -> None:
    """Words by how news writes them: mostly small, or mostly with a capital inside a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for text in texts:
        seen_small, seen_capital = set(), set()
        for match in _WORD.finditer(text):
            word = match.group()
            if word.islower():
                seen_small.add(word)
            elif match.start() > 1 and text[match.start() - 2].islower():
                seen_capital.add(word)
        small.update(seen_small)
        capital.update(seen_capital)
        said.update({w for m in _SAID.finditer(text) for w in m.group(1).split()})
    write(
        "words.txt", sorted(w for w, n in small.items() if n >= 4 and n >= capital[w.capitalize()] / 2 and len(w) > 1)
    )
    write("capitals.txt", sorted(w for w, n in capital.items() if n >= 4 and n > small[w.lower()] and len(w) > 2))
    write("said_names.txt", sorted(w for w, n in said.items() if n >= 2 and small[w.lower()] < n and w.istitle()))


def main() -> None:
    """Make all lists."""
    places()
    given_names()
    acronyms()
    words(pool())


if __name__ == "__main__":
    main()
