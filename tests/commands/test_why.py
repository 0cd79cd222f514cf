import json

WORKSHOP = ("Kemenlu", "ORGANIZED", "Lokakarya alumni Jagoan Banyuwangi")


def test_why_shows_sentence_rule_and_what_moved_confidence(examples):
    run = examples("why", *WORKSHOP)
    told = " ".join(run.out.split())
    assert run.code == 0
    assert "Kementerian Luar Negeri menggelar lokakarya" in told
    assert "a verb of holding an event" in told
    assert "rules/" in told
    assert "- the object stands in the sentence by a description" in told
    assert max(map(len, run.out.splitlines())) <= 80


def test_why_speaks_indonesian(examples):
    told = " ".join(examples("why", *WORKSHOP, "--lang", "id").out.split())
    assert "kata kerja menggelar acara" in told
    assert "keyakinan" in told


def test_ids_of_show_and_trace_are_taken(examples):
    profile = json.loads(examples("show", "Kemenlu", "--json").out)
    item = profile["edges"][0]
    found = json.loads(examples("why", item["edge"]["id"], "--json").out)
    assert found["edge"]["id"] == item["edge"]["id"]
    assert len(found["claims"]) == sum(item["edge"][m] for m in ("asserted", "planned", "hoped", "denied"))
    claim = item["sentences"][0]["claim"]
    alone = json.loads(examples("why", claim, "--json").out)
    assert [c["claim"] for c in alone["claims"]] == [claim]
    trace = json.loads(examples("trace", "Kemenlu", "Jagoan Banyuwangi", "--json").out)
    hop = trace["pairs"][0]["paths"][0]["hops"][0]
    assert json.loads(examples("why", hop["edge"]["id"], "--json").out)["edge"]["type"] == hop["edge"]["type"]


def test_why_names_what_is_not_there(examples):
    for args in (["edge-none"], ["claim-none"], ["Kemenlu", "OPPOSES", "Jagoan Banyuwangi"]):
        run = examples("why", *args)
        assert run.code == 1
        assert "holds no edge or claim" in " ".join(run.err.split())
    assert "does not allow" in examples("why", "Kemenlu", "LIKES", "Sesdilu").err
    assert examples("why", "Kemenlu", "MET").code == 2
