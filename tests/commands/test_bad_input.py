"""Each bad input gives one clear message with what to do, and the right exit code; nothing is lost."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from .conftest import EXAMPLES

GOOD = "Banyuwangi - Bupati Banyuwangi Ipuk Fiestiandani mengunjungi Desa Kemiren, Senin (3/2/2025).\n" * 3


def row(number, **fields):
    text = f"Bupati Banyuwangi Ipuk Fiestiandani mengunjungi Desa Kemiren nomor {number} pada Senin (3/2/2025)."
    return json.dumps({"id": f"r{number}", "url": f"https://x.example/{number}", "text": text, **fields})


def write(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


@pytest.fixture
def beside(jejaring, tmp_path):
    """Load one bad file beside a good one: the good one loads, the exit code is 3, the message names the bad one."""

    def load(name, *said):
        write(tmp_path, "good.txt", GOOD)
        run = jejaring("load", name, "good.txt")
        assert run.code == 3, run.err
        assert name in run.err
        for word in said:
            assert word in run.err
        assert json.loads(jejaring("status", "--json").out)["counts"]["Article"] == 1
        return run

    return load


def test_missing_file(beside):
    beside("missing.txt")


def test_empty_file(beside, tmp_path):
    beside(write(tmp_path, "empty.txt", ""))


def test_binary_called_txt(beside, tmp_path):
    beside(write(tmp_path, "binary.txt", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20))


def test_wrong_encoding(beside, tmp_path):
    beside(write(tmp_path, "wrong.txt", b"\x81\x8d\x8f\x90\x9d Bupati \xff\xfe\x00 mengunjungi" * 20))


def test_a_10_mb_line_loads_or_is_named(jejaring, tmp_path):
    write(tmp_path, "line.txt", "Bupati Banyuwangi Ipuk Fiestiandani mengunjungi Desa Kemiren. " * 170_000)
    write(tmp_path, "good.txt", GOOD)
    run = jejaring("load", "line.txt", "good.txt")
    assert run.code == 0 or (run.code == 3 and "line.txt" in run.err)
    assert json.loads(jejaring("status", "--json").out)["counts"]["Article"] >= 1


def test_malformed_jsonl_in_line_3_of_5(jejaring, tmp_path):
    lines = [row(1), row(2), '{"id": "r3", "text": ', row(4), row(5)]
    write(tmp_path, "rows.jsonl", "\n".join(lines))
    run = jejaring("load", "rows.jsonl")
    assert run.code == 3
    assert "rows.jsonl:3" in run.err
    assert json.loads(jejaring("status", "--json").out)["counts"]["Article"] == 4


def test_only_bad_files_is_a_failure_that_touches_no_graph(jejaring, tmp_path):
    run = jejaring("load", "missing.txt")
    assert run.code == 1
    assert "missing.txt" in run.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 100, b"\x00" * 1000], ids=["empty", "text", "db", "0"]
)
def test_a_store_file_that_is_not_ours(jejaring, tmp_path, content):
    write(tmp_path, "other.kgl", content)
    run = jejaring("load", EXAMPLES, "--graph", "other.kgl")
    assert run.code == 1
    assert "other.kgl" in run.err
    assert (tmp_path / "other.kgl").read_bytes() == content


def test_no_server_at_the_url(jejaring):
    run = jejaring("load", EXAMPLES, "--graph", "bolt://127.0.0.1:1")
    assert run.code == 1
    assert "127.0.0.1:1" in run.err
    assert "docker compose up" in run.err


def test_wrong_password(jejaring, neo4j_server, monkeypatch):
    monkeypatch.setenv("JEJARING_USER", neo4j_server.user)
    monkeypatch.setenv("JEJARING_PASSWORD", "wrong-password")
    run = jejaring("status", "--graph", neo4j_server.url)
    assert run.code == 1
    assert "JEJARING_PASSWORD" in run.err
    assert "wrong-password" not in run.err


def test_wrong_use_is_2(jejaring):
    assert jejaring("trace", "Kemenlu").code == 2
    assert jejaring("nonsense").code == 2
    assert jejaring("query").code == 2
    assert jejaring("query", "partners", "--cypher", "").code == 2
    assert jejaring("status", "--lang", "fr").code == 2


def test_no_graph_yet(jejaring):
    run = jejaring("trace", "A", "B")
    assert run.code == 1
    assert "jejaring load" in run.err


def test_output_that_cannot_be_written(jejaring):
    run = jejaring("extract", EXAMPLES, "-o", "no/such/folder/out.jsonl")
    assert run.code == 1
    assert "no/such/folder" in run.err


def test_names_never_become_markup_or_terminal_codes(jejaring, tmp_path):
    text = (
        "Ketua Yayasan [red]Terang[/red] Budi Santoso\x1b[2J mengunjungi\x9b2J Desa Kemiren\u202e, Senin (3/2/2025).\n"
    )
    write(tmp_path, "odd.txt", text * 2)
    claims = ("query", "claims", "--param", "one=Budi Santoso", "--param", "other=Desa Kemiren")
    commands = [("load", "odd.txt"), ("show", "Budi Santoso"), claims, (*claims, "--csv"), (*claims, "--json")]
    outs = [jejaring(*command).out for command in (*commands, ("report", "Budi Santoso", "Desa Kemiren"))]
    assert not {"\x1b", "\x9b", "\u202e"} & set("".join(outs))
    assert all("\ufffd" in out or "\\u009b" in out for out in outs[1:])


@pytest.mark.parametrize("name", ["folder", ""])
def test_a_folder_is_no_output(jejaring, tmp_path, name):
    (tmp_path / "folder").mkdir()
    run = jejaring("extract", EXAMPLES, "-o", name)
    assert run.code == 1
    assert "can't write" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_output_goes_through_links_and_into_pipes_and_replaces_neither(jejaring, tmp_path):
    (tmp_path / "link.jsonl").symlink_to("real.jsonl")
    assert jejaring("extract", EXAMPLES, "-o", "link.jsonl").code == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    whole = (tmp_path / "real.jsonl").read_bytes()
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit((tmp_path / "pipe").read_bytes)
        assert jejaring("extract", EXAMPLES, "-o", "pipe").code == 0
        assert read.result() == whole
    assert (tmp_path / "pipe").is_fifo()


def test_an_unset_variable_names_nothing(jejaring, tmp_path):
    write(tmp_path, "good.txt", GOOD)
    assert jejaring("load", "").code == 1
    assert jejaring("load", "good.txt").code == 0
    assert jejaring("forget", "").code == 1
    assert jejaring("status", "--graph", "").code == 1
    assert json.loads(jejaring("status", "--json").out)["counts"]["Article"] == 1


def process(*args, stdout=subprocess.PIPE, **environment):
    """The command line as a process of its own, in the environment given and no other."""
    command = [sys.executable, "-c", "from jejaring.cli import main; main()", *map(str, args)]
    return subprocess.run(command, env=environment, stdout=stdout, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize("text", ["graf = 'x'", "graph = [", "lang = 'fr'", "\xff"])
def test_a_bad_settings_file_is_one_message_and_help_is_there(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jejaring.toml").write_text(text, encoding="latin-1")
    run = process("status", LANG="id_ID.UTF-8")
    assert run.returncode == 2
    assert run.stderr.decode().startswith("Galat: pengaturan di ")
    assert b"Traceback" not in run.stderr
    assert b"Contoh: jejaring trace" in process("trace", "--help", LANG="id_ID.UTF-8").stdout


def test_a_pipe_gets_utf_8_whatever_the_locale(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "odd.txt", f"{GOOD}\U0001f389 \u4e2d \u202e\n")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert process("load", "odd.txt", **ascii_only).returncode == 0
    shown = process("show", "Ipuk Fiestiandani", **ascii_only)
    assert "“Bupati" in shown.stdout.decode("utf-8")
    (line,) = process("extract", "odd.txt", **ascii_only).stdout.decode("utf-8").splitlines()
    assert "\U0001f389 \u4e2d \u202e" in json.loads(line)["text"]


def test_a_full_disk_under_the_output_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "good.txt", GOOD)
    with open("/dev/full", "wb") as full:
        run = process("load", "good.txt", stdout=full)
    assert run.returncode == 1
    assert run.stderr.startswith(b"Error: can't write -: No space left on device")
    assert json.loads(process("status", "--json").stdout)["counts"]["Article"] == 1


def test_a_page_for_a_title_does_not_fill_the_screen(jejaring, tmp_path):
    write(tmp_path, "rows.jsonl", row(1, title="Judul " * 1000))
    run = jejaring("load", "rows.jsonl")
    assert "Judul" in run.out
    assert len(run.out.splitlines()) < 20
