import re
import unicodedata

import pytest
from markdown_it import MarkdownIt

from jejaring.errors import NoSuchEntityError, TraceEndsError
from jejaring.queries import resolve
from jejaring.reports import markdown, report
from jejaring.reports.markdown import escape, web
from jejaring.reports.words import WORDS

NASTY = "Komunitas *Layang* <Nusantara>"


def written(store, one, other, lang="en"):
    return markdown(report(store, resolve(store, one).id, resolve(store, other).id, lang), lang)


def tokens(text):
    for token in MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").parse(text):
        yield token
        yield from token.children or ()


def test_answers_first_then_everything_else(network):
    text = written(network, "Kemenlu", "Jagoan Banyuwangi")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == ["Answer", "Profiles", "Timeline", "Claims", "Sources", "Method and limits"]
    best = text.split("### ")[1]
    assert (
        "**Kementerian Luar Negeri Republik Indonesia** organised **Lokakarya alumni Jagoan Banyuwangi** [^1]" in best
    )
    assert "rests on one single article" in best


def test_speaks_indonesian(network):
    text = written(network, "Kemenlu", "Jagoan Banyuwangi", "id")
    assert "## Jawaban" in text
    assert "(*diharapkan*)" in text
    assert "© 2025 (tahun hak cipta)" in text
    assert "mantan, Menteri Luar Negeri" in text


def test_every_fact_is_footnoted_and_every_footnote_is_a_sentence_with_its_source(network):
    text = written(network, "Kemenlu", "Jagoan Banyuwangi")
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.MULTILINE))
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert cited == set(notes)
    assert all(
        re.match(r"“.+” – .+, (\d{4}-\d\d-\d\d|© 2025 \(copyright year\)) \(\d\)$", note) for note in notes.values()
    )
    rows = [line for line in text.splitlines() if re.match(r"\| \d+ ", line)]
    assert all("[^" in row for row in rows)
    assert "Tubagus Edwin Suchranudin says" in text
    assert "Dilarang menyalin tanpa izin Warta Timur" in text
    assert "[Edwin kunjungi Banyuwangi](<https://kabar.example/kunjungan>)" in text


def test_the_timeline_runs_by_date(network):
    lines = written(network, "Kemenlu", "Jagoan Banyuwangi").split("## Timeline")[1].split("## ")[0].splitlines()
    dates = [line[2:].split(" ")[0] for line in lines if line.startswith("- ")]
    assert dates == sorted(dates)
    assert any("(event): **Lokakarya alumni Jagoan Banyuwangi**" in line for line in lines)


def test_claims_that_differ_are_counted(network):
    text = written(network, "Universitas Airlangga", "Bank Jatim")
    assert "| asserted 1, denied 1 | 2 | 2025 – 2025-03-01 |" in text
    assert "asserted, but also denied" in text


def test_what_is_not_connected_is_said_to_be_so(network):
    text = written(network, "Jagoan Banyuwangi", "Pulau Merah")
    assert "Nothing connects Jagoan Banyuwangi and Pulau Merah in this graph within 4 steps." in text
    assert "That alone is no connection" in text
    assert "Nearest to Pulau Merah" in text


def test_text_of_articles_makes_no_markup(network):
    text = written(network, "Jagoan Banyuwangi", "Pulau Merah")
    found = list(tokens(text))
    assert not [t.type for t in found if t.type.startswith("html")]
    assert {t.attrs["href"] for t in found if t.type == "link_open"} == {"https://warta.example/lokakarya"}
    assert NASTY in [t.content for t in found if t.type == "text"]
    assert "".join(t.content for t in found if t.type == "text").count("[Layang](javascript:alert(1))") == 2


def test_the_same_graph_gives_the_same_bytes_in_both_stores(networks):
    embedded, server = (written(store, "Kemenlu", "Jagoan Banyuwangi", "id") for store in networks)
    assert embedded == server == written(networks[0], "Kemenlu", "Jagoan Banyuwangi", "id")


def test_needs_two_different_entities_that_exist(network):
    kemenlu = resolve(network, "Kemenlu").id
    with pytest.raises(TraceEndsError):
        report(network, kemenlu, kemenlu)
    with pytest.raises(NoSuchEntityError):
        report(network, kemenlu, "nobody")


@pytest.mark.parametrize(
    "text",
    [
        "a * b _c_ `d` ~e~ #f | g \\ h",
        "<script>alert(1)</script> &amp; <!-- x -->",
        "[x](javascript:y) ![z](w) [^1] [a]: b",
        "1. first",
        "- item",
        "+ item",
        "---",
        "1)",
        "# heading",
        "see https://evil.example or www.evil.example, <https://evil.example>",
        "--- === ***",
        "> quote",
        "$x^2$ {{ 7 * 7 }} {% raw %}",
        "two\nlines  and\ttabs\u2028more",
    ],
)
def test_escape_keeps_every_character_and_makes_nothing_of_it(text):
    found = list(tokens(f"- **{escape(text)}** {escape(text)}\n\n{escape(text)}\n"))
    allowed = {"text", "text_special", "inline", "softbreak"}
    kinds = {t.type for t in found} - allowed
    assert kinds <= {
        f"{kind}_{end}" for kind in ("bullet_list", "list_item", "paragraph", "strong") for end in ("open", "close")
    }
    said = "".join(t.content for t in found if t.type in ("text", "text_special"))
    assert said.count(" ".join(unicodedata.normalize("NFC", text).split())) == 3


def test_escape_leaves_nothing_that_steers_a_terminal():
    assert escape("a\x1b[31m b\u202ec \x9bm") == "a\ufffd\\[31m b\ufffdc \ufffdm"


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "//x", "file:///etc/passwd", "http://[x"]
)
def test_links_lead_to_the_web_only(url):
    assert web("text", url) == "text"


def test_a_link_cannot_be_broken_out_of():
    url = "https://a.example/x> [y](z) \"'\n"
    links = [t.attrs["href"] for t in tokens(web("[t](u)", url)) if t.type == "link_open"]
    assert links == ["https://a.example/x%3E%20%5By%5D%28z%29%20%22%27%0A"]


def test_both_languages_say_the_same_things():
    assert set(WORDS["en"]) == set(WORDS["id"])
    places = {lang: {key: sorted(re.findall(r"\{(\w+)", text)) for key, text in WORDS[lang].items()} for lang in WORDS}
    assert places["en"] == places["id"]
