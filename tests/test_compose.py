"""docker-compose.yml without docker: against the compose schema, and its settings on a real server."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from jejaring.graph.connect import connect

PATH = Path(__file__).parents[1] / "docker-compose.yml"
SERVICE = yaml.safe_load(PATH.read_text(encoding="utf-8"))["services"]["neo4j"]
ENVIRONMENT = SERVICE["environment"]


def setting(variable: str) -> str:
    """The setting that Neo4j's image makes of a variable: NEO4J_a_b__c is a.b_c."""
    return ".".join(part.replace("\0", "_") for part in variable[6:].replace("__", "\0").split("_"))


def test_the_file_fits_the_compose_schema():
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(PATH)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_ports_are_open_to_this_machine_only():
    assert SERVICE["ports"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICE["ports"])


def test_there_is_no_default_password():
    assert re.fullmatch(r"neo4j/\$\{JEJARING_PASSWORD:\?.+\}", ENVIRONMENT["NEO4J_AUTH"])


def test_the_image_is_the_release_that_the_tests_run():
    pom = (Path(__file__).parent / "neo4j_server" / "pom.xml").read_text(encoding="utf-8")
    release = re.search(r"<artifactId>neo4j</artifactId>\s*<version>(\d+\.\d+)\.", pom)
    assert SERVICE["image"] == f"neo4j:{release[1]}-community"


@pytest.fixture(scope="module")
def composed(start_neo4j):
    """A server with the file's settings."""
    settings = {setting(name): value for name, value in ENVIRONMENT.items() if name != "NEO4J_AUTH"}
    server = start_neo4j(settings, password="sandi-compose")
    yield server
    server.stop()


def health(port: str) -> int:
    command = SERVICE["healthcheck"]["test"][1:]
    return subprocess.run([part.replace("7474", port) for part in command], check=False, timeout=5).returncode


def test_a_server_starts_with_the_settings_and_is_healthy(composed):
    assert health(composed.http.rpartition(":")[2]) == 0
    store = connect(composed.url, composed.user, "sandi-compose")
    assert store.read("RETURN 1 AS one") == [{"one": 1}]
    store.close()


def test_no_server_is_not_healthy():
    assert health("1") != 0


def test_a_wrong_setting_would_stop_the_server(start_neo4j):
    with pytest.raises(Exception, match=r"server\.memory\.heap\.maximum"):
        start_neo4j({"server.memory.heap.maximum": "1g"})
