"""The queries of docs/browser.md, pasted into the real Neo4j Browser in a headless Chromium."""

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from jejaring.ontology import EDGES
from jejaring.queries import run_cypher

GUIDE = Path(__file__).parents[2] / "docs" / "browser.md"
QUERIES = re.findall(r"^```cypher\n(.+?)\n```$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MILLISECONDS = 60_000  # of patience on a busy machine


def chromium_path():
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)
    assert found, "no Chromium: apt-get install chromium, or name one in CHROMIUM"
    return found


@pytest.fixture(scope="module")
def browser(neo4j_server, networks):
    """A page of Neo4j Browser that is logged in to the server with the network."""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = chromium.new_page(viewport={"width": 1400, "height": 1000})
        page.set_default_timeout(MILLISECONDS)
        host = neo4j_server.url.removeprefix("bolt://")
        page.goto(f"{neo4j_server.http}/browser/?dbms=bolt://{neo4j_server.user}@{host}&db=neo4j")
        page.get_by_test_id("password").fill(neo4j_server.password)
        page.get_by_test_id("connect").click()
        expect(frames(page, ":play start")).to_have_count(1, timeout=MILLISECONDS)  # what follows a log-in
        yield page
        chromium.close()


def frames(page, command):
    return page.get_by_test_id("frame").filter(has=page.get_by_test_id("frameCommand").filter(has_text=command))


def pasted(page, query):
    """The frame that running `query` gives."""
    editor = page.get_by_test_id("activeEditor")
    editor.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(query)
    page.get_by_test_id("editor-Run").click()
    return frames(page, query.splitlines()[0]).first


def test_there_are_three_queries_over_the_edges_of_the_ontology():
    assert len(QUERIES) == 3
    assert set(re.findall(r"[A-Z]+_?[A-Z]+(?=[|*\n])", QUERIES[0].split("[")[1])) == set(EDGES)


@pytest.mark.parametrize("query", QUERIES, ids=["ways", "surroundings", "sentences"])
def test_the_queries_run_on_both_stores(networks, query):
    embedded, server = (run_cypher(store, query) for store in networks)
    assert embedded.columns == server.columns
    assert len(embedded.rows) == len(server.rows) > 0


def test_the_ways_between_two_are_drawn(browser):
    frame = pasted(browser, QUERIES[0])
    expect(frame.locator("g.node")).to_have_count(6, timeout=MILLISECONDS)  # two ways of three edges each
    expect(frame.locator("g.relationship", has_text="ALUMNI_OF")).to_have_count(1)


def test_the_surroundings_of_one_are_drawn(browser):
    frame = pasted(browser, QUERIES[1])
    expect(frame.locator("g.node")).to_have_count(4, timeout=MILLISECONDS)
    expect(frame.locator("g.relationship", has_text="HELD_AT")).to_have_count(1)


def test_the_sentences_are_listed(browser):
    frame = pasted(browser, QUERIES[2])
    expect(frame).to_contain_text("menggelar lokakarya di Banyuwangi", timeout=MILLISECONDS)
    expect(frame).to_contain_text("Tubagus Edwin Suchranudin")
    expect(frame).to_contain_text("planned")
