"""load and extract with a language model: consent before anything is sent, and a load that goes on."""

import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest

from jejaring.extraction.llm.cache import AnswerCache


def sentence(number):
    return f"Bupati Kediri Wardani Kusuma mengunjungi Desa Sumber{number}, Senin (3/2/2025)."


def answer(number):
    """What a good model says of an article of `sentence`."""
    about = {"forms": [], "event_kind": None, "event_date": None}
    entities = [
        {"id": "e1", "label": "Person", "name": "Wardani Kusuma", **about},
        {"id": "e2", "label": "Place", "name": f"Desa Sumber{number}", **about},
    ]
    claim = {
        "evidence": sentence(number),
        "head": "e1",
        "head_words": "",
        "type": "VISITED",
        "tail": "e2",
        "tail_words": "",
    }
    return {
        "entities": entities,
        "claims": [{**claim, "modality": "asserted", "speaker": None, "office_or_role": None}],
    }


def reading(handler):
    """Answer by what the request holds, as a model does."""
    text = handler.server.seen[-1]["body"]["messages"][1]["content"]
    number = next(n for n in range(100) if f"Sumber{n}," in text)
    content = json.dumps(answer(number))
    usage = {"prompt_tokens": 1000, "completion_tokens": 100}
    handler.send(200, {"choices": [{"message": {"content": content}}], "usage": usage})


@pytest.fixture
def model(llm_server, monkeypatch, jejaring, tmp_path):
    """A server that reads, named by the environment, and three articles."""
    llm_server.answers(reading)
    monkeypatch.setenv("JEJARING_LLM_URL", llm_server.url)
    monkeypatch.setenv("JEJARING_LLM_MODEL", "tiny")
    monkeypatch.setenv("JEJARING_LLM_KEY", "sk-secret")
    monkeypatch.setenv("JEJARING_LLM_CACHE", str(tmp_path / "answers"))
    (tmp_path / "a").mkdir()
    for number in range(3):
        (tmp_path / "a" / f"{number}.txt").write_text(sentence(number), encoding="utf-8")
    return llm_server


def test_nothing_is_sent_without_consent(jejaring, model, tmp_path):
    run = jejaring("load", "a", "--extractor", "llm")
    assert run.code == 2
    assert "--yes" in run.err
    assert "Articles to send: 3" in run.err
    assert not model.seen
    assert not (tmp_path / "jejaring.kgl").exists()


def test_the_graph_holds_what_the_model_read_and_says_so(jejaring, model):
    run = jejaring("load", "a", "--extractor", "llm", "--yes", "--json")
    assert run.code == 0
    found = json.loads(run.out)["llm"]
    assert (found["asked"], found["kept"], found["tokens_in"], found["dropped"]) == (3, 0, 3000, {})
    why = jejaring("why", "Wardani Kusuma", "VISITED", "Desa Sumber1")
    assert "llm/tiny/" in why.out
    assert "language model" in why.out


def test_loading_again_asks_nothing_and_needs_no_consent(jejaring, model, tmp_path):
    jejaring("load", "a", "--extractor", "llm", "--yes")
    run = jejaring("load", "a", "--extractor", "llm", "--json")
    assert {o["status"] for o in json.loads(run.out)["outcomes"]} == {"unchanged"}
    other = jejaring("load", "a", "--extractor", "llm", "--graph", "other.kgl", "--json")
    assert json.loads(other.out)["llm"]["kept"] == 3
    assert len(model.seen) == 3


def test_prices_give_a_cost(jejaring, model, monkeypatch):
    monkeypatch.setenv("JEJARING_LLM_PRICE_IN", "1000")
    monkeypatch.setenv("JEJARING_LLM_PRICE_OUT", "2000")
    run = jejaring("load", "a", "--extractor", "llm", "--yes", "--json")
    assert "costs" in run.err
    assert json.loads(run.out)["llm"]["cost"] == pytest.approx(3 * (1000 * 1000 + 100 * 2000) / 1e6)


def test_what_was_dropped_is_told_with_its_reason(jejaring, model):
    wrong = answer(0)
    wrong["claims"].append({**wrong["claims"][0], "evidence": "Wardani Kusuma membeli Desa Sumber0."})
    model.answers(lambda h: h.send(200, {"choices": [{"message": {"content": json.dumps(wrong)}}]}))
    run = jejaring("load", "a/0.txt", "--extractor", "llm", "--yes")
    assert "Dropped from the answers: 1 (evidence not in the text 1)" in run.err
    assert run.code == 0


def test_a_bad_answer_fails_its_article_and_the_others_load(jejaring, model):
    bad = [lambda h: h.send(200, {"choices": [{"message": {"content": "no"}}]})] * 2
    model.answers(reading, *bad, reading)
    run = jejaring("load", "a", "--extractor", "llm", "--yes", "--json")
    assert run.code == 3
    assert [o["status"] for o in json.loads(run.out)["outcomes"]] == ["ok", "failed", "ok"]


def test_what_stops_everything_stops_it_once_and_the_load_goes_on(jejaring, model):
    model.answers(reading, lambda h: h.send(401, {"error": {"message": "bad key sk-secret"}}))
    run = jejaring("load", "a", "--extractor", "llm", "--yes")
    assert run.code == 1
    assert "JEJARING_LLM_KEY" in run.err
    assert "sk-secret" not in run.err + run.out
    assert len(model.seen) == 2
    model.answers(reading)
    again = json.loads(jejaring("load", "a", "--extractor", "llm", "--yes", "--json").out)
    assert (again["llm"]["asked"], again["llm"]["kept"]) == (2, 1)


def test_extract_writes_what_the_model_read(jejaring, model, tmp_path):
    run = jejaring("extract", "a", "--extractor", "llm", "--yes", "-o", "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert run.code == 0
    assert [claim["type"] for line in lines for claim in line["claims"]] == ["VISITED"] * 3
    assert all(claim["extractor"].startswith("llm/tiny/") for line in lines for claim in line["claims"])


@pytest.mark.parametrize("lang", ["en", "id"])
def test_without_a_url_nothing_is_asked(jejaring, model, monkeypatch, lang):
    monkeypatch.delenv("JEJARING_LLM_URL")
    run = jejaring("load", "a", "--extractor", "llm", "--yes", "--lang", lang)
    assert run.code == 2
    assert "JEJARING_LLM_URL" in run.err
    assert not model.seen


def test_a_reserved_article_is_skipped_with_its_reason(jejaring, model, tmp_path):
    notice = "Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini."
    (tmp_path / "r.txt").write_text(f"{sentence(7)}\n{sentence(8)}\n\n{notice}\n", encoding="utf-8")
    run = jejaring("load", "r.txt", "a", "--extractor", "llm", "--yes")
    assert "not sent to the model" in run.err
    assert run.code == 0
    assert len(model.seen) == 3


def test_the_rules_read_without_any_model(jejaring, model):
    assert jejaring("load", "a").code == 0
    assert not model.seen


def command(*words):
    return [sys.executable, "-c", "from jejaring.cli import main; main()", *words]


def test_a_person_at_the_terminal_is_asked(model, tmp_path):
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        command("load", "a", "--extractor", "llm"),
        cwd=tmp_path,
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=follower,
    )
    os.close(follower)
    os.write(leader, b"n\n")
    process.communicate(timeout=60)
    os.close(leader)
    assert process.returncode == 2
    assert not model.seen


def test_ctrl_c_keeps_what_was_answered(model, tmp_path):
    def hang(handler):
        time.sleep(20)

    model.answers(reading, hang)
    words = command("load", "a", "--extractor", "llm", "--yes")
    process = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while len(model.seen) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    assert len(list((tmp_path / "answers").rglob("*.json"))) == 1
    model.answers(reading)
    again = subprocess.run([*words, "--json"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    found = json.loads(again.stdout)["llm"]
    assert (found["asked"], found["kept"]) == (2, 1)
    assert AnswerCache(str(tmp_path / "answers")).get("0" * 64) is None
