"""The main job: load the sample articles, trace, ask, forget, copy."""

import csv
import io
import json

import pytest
from rich.cells import cell_len

from .conftest import EXAMPLES

CHAIN = (
    "Kementerian Luar Negeri Republik Indonesia -ORGANIZED-> Lokakarya alumni Jagoan Banyuwangi"
    " <-PARTICIPATED_IN- 30 alumni Jagoan Banyuwangi -ALUMNI_OF-> Jagoan Banyuwangi"
)


def test_loading_again_changes_nothing(jejaring):
    first = json.loads(jejaring("load", EXAMPLES, "--json").out)
    again = json.loads(jejaring("load", EXAMPLES, "--json").out)
    assert first["writes"] > 100
    assert again["writes"] == 0
    assert {o["status"] for o in again["outcomes"]} == {"unchanged"}


def test_trace_prints_the_way_with_sentence_outlet_and_date(examples):
    run = examples("trace", "Kemenlu", "Jagoan Banyuwangi")
    assert run.code == 0
    assert CHAIN in run.out
    assert "Kementerian Luar Negeri menggelar lokakarya" in " ".join(run.out.split())
    assert "ANTARA · © 2025 (copyright year)" in run.out


def test_trace_joins_three(examples):
    run = examples("trace", "Kemenlu", "Banyuwangi", "alumni Jagoan Banyuwangi", "--json")
    found = json.loads(run.out)
    assert run.code == 0
    assert len(found["groups"]) == 1
    assert {end["name"] for end in found["ends"]} == {
        "Kementerian Luar Negeri Republik Indonesia",
        "Kabupaten Banyuwangi",
        "30 alumni Jagoan Banyuwangi",
    }


def test_a_plan_is_told_apart_from_a_fact(examples):
    run = examples("show", "Sugiono")
    assert "VISITED (planned)" in run.out


def test_copies_count_once(examples):
    found = json.loads(examples("show", "Sesdilu", "--json").out)
    edges = [e["edge"] for e in found["edges"] if e["edge"]["articles"] == 2]
    assert edges
    assert all(edge["sources"] == 1 for edge in edges)


def test_articles_show_rights_and_copyright_year(examples):
    run = examples("articles")
    assert "Dilarang keras" in run.out
    rows = json.loads(examples("articles", "--json").out)
    assert any(row["rights"] and row["copyright_year"] == 2025 and row["published"] is None for row in rows)


@pytest.mark.parametrize("name", ["kemenlu", "KEMENTERIAN LUAR NEGERI", "Kemenlu RI"])
def test_find_by_any_form(examples, name):
    found = json.loads(examples("find", name, "--json").out)
    assert found[0]["name"] == "Kementerian Luar Negeri Republik Indonesia"


def test_find_suggests_the_nearest(examples):
    run = examples("find", "Kementerian Luar Negri")
    assert run.code == 1
    assert "Kementerian Luar Negeri" in run.err


def test_a_name_that_fits_several_lists_them(examples):
    run = examples("trace", "Pekan", "Kemenlu")
    assert run.code in (0, 1)


def test_forget_takes_an_article_out(examples):
    before = json.loads(examples("status", "--json").out)["counts"]
    rows = json.loads(examples("articles", "--json").out)
    run = examples("forget", rows[0]["id"], "--json")
    after = json.loads(examples("status", "--json").out)["counts"]
    assert run.code == 0
    assert after["Article"] == before["Article"] - 1
    assert after["Claim"] == before["Claim"] - rows[0]["claims"]


def test_forget_and_load_again_gives_the_same_graph(examples):
    before = json.loads(examples("status", "--json").out)["counts"]
    examples("forget", "creative-hub", "rencana-kunjungan")
    examples("load", EXAMPLES)
    assert json.loads(examples("status", "--json").out)["counts"] == before


def test_push_copies_the_graph(examples):
    before = json.loads(examples("status", "--json").out)["counts"]
    run = examples("push", "other.kgl", "--json")
    assert json.loads(run.out)["counts"] == before
    assert json.loads(examples("status", "--graph", "other.kgl", "--json").out)["counts"] == before


def test_extract_writes_one_line_an_article(jejaring, tmp_path):
    run = jejaring("extract", EXAMPLES, "-o", "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert run.code == 0
    assert {"kemenlu-sesdilu-banyuwangi", "contoh-1"} <= {line["id"] for line in lines}
    for line in lines:
        for claim in line["claims"]:
            assert line["text"][claim["start"] : claim["end"]] == claim["evidence"]
    assert not list(tmp_path.glob("*.kgl*"))


def test_report_is_the_same_twice(examples, tmp_path):
    for name in ("a.md", "b.md"):
        assert examples("report", "Kemenlu", "Jagoan Banyuwangi", "-o", name).code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text == (tmp_path / "b.md").read_text(encoding="utf-8")
    assert "menggelar lokakarya" in text


def test_queries_are_listed_with_their_questions(jejaring):
    rows = json.loads(jejaring("queries", "--json").out)
    assert len(rows) >= 12
    assert all(row["question"].endswith("?") for row in rows)
    assert "Dengan siapa" in jejaring("queries", "--lang", "id").out


def test_query_as_json_and_csv(examples):
    run = examples("query", "partners", "--param", "entity=Kemenlu", "--json")
    table = list(csv.reader(io.StringIO(examples("query", "partners", "--param", "entity=Kemenlu", "--csv").out)))
    rows = json.loads(run.out)
    assert rows
    assert list(rows[0]) == table[0]
    assert len(table) == len(rows) + 1


def test_a_writing_query_is_refused(examples):
    before = examples("status", "--json").out
    run = examples("query", "--cypher", "MATCH (n) DETACH DELETE n")
    assert run.code != 0
    assert run.err
    assert examples("status", "--json").out == before


def test_formulas_do_not_reach_spreadsheets(examples):
    run = examples("query", "--cypher", "RETURN '=1+1' AS sum", "--csv")
    assert run.out == "sum\n'=1+1\n"


@pytest.mark.parametrize(
    "args",
    [
        ("articles",),
        ("find", "banyuwangi"),
        ("queries",),
        ("status",),
        ("show", "Kemenlu"),
        ("load", EXAMPLES),
        ("query", "neighbours", "--param", "entity=Kemenlu"),
        ("--help",),
        ("trace", "--help"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_tables_fit_80_columns(examples, monkeypatch, args, lang):
    monkeypatch.setenv("JEJARING_LANG", lang)
    assert max(cell_len(line) for line in examples(*args).out.splitlines()) <= 80


def test_indonesian_messages(examples):
    run = examples("find", "tidakadanamaini", "--lang", "id")
    assert run.err.startswith("Galat:")
    assert "dimuat" in examples("status", "--graph", "none.kgl", "--lang", "id").err or run.code == 1
