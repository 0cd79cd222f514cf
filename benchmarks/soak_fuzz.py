"""Damaged files for the loaders, odd texts for extraction: each ends in an answer, soon, and always the same."""

# ruff: noqa: S101, S311, S603 - a failed check is noted as a fault; chance must come again from its seed

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from soak_articles import article, sentence, story
from soak_stores import Soak

from jejaring import ontology
from jejaring.errors import JejaringError
from jejaring.extraction.extractor import RuleExtractor
from jejaring.loaders import Unread, from_row, read
from jejaring.models import Document, Extraction
from jejaring.resolution.resolver import resolve

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 10  # no file may take longer, no text of usual length
_A_SECOND = 3_000  # characters of a long text for which extraction gets a second more
MEGABYTES = 1000  # of memory, at most, for all of it: what a laptop spares
_LONGEST_EVIDENCE = 600
_ODD = (
    *("\0", "\u202e", "\u200f", "\u2066", "\u200d", "\u0301", "\ufeff", "\ufffd", "\u2028", "\x85", "\x1b[31m"),
    *("\r", "\t", "\ue000"),
    *("😀", "ﬁ", "İ", "ß", "ǅ", "ΐ", "中文", "\ud800", "²", "½", "٣", '"', "“", "”", "'", "(", ")", "(((("),
    *(",,,,", "....", "--", "…", "&amp;", "\\u0000", "<b>", "{", "}", "$1", "%s", "[red]", "1" * 400, "A" * 3000),
    *("(" * 500, "\n\n\n"),
    *("Rp9999999999999999 juta", "31/02/2025", "99 Februari 0000", " 1" * 300, "Dr. " * 60, "dan " * 200, ", A" * 200),
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig", "utf-7", "latin-1", "utf-32-be")
_DAMAGE = (b'"', b"\\", b"{", b"}", b"[" * 5000, b"\\ud800", b"null", b"1e999", b"9" * 5000, b"NaN", b":", b",", b"\n")


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where the body takes longer, in time of the processor: a busy machine is no fault."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"longer than {seconds:g} s")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def memory() -> int:
    """The most megabytes this process has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform != "darwin" else 1024) // 1024


def material() -> list[tuple[str, bytes]]:
    """Whole files to damage, each with its suffix: the examples, the fixtures of the tests, and pages newly made."""
    files = sorted((ROOT / "examples").rglob("*.*")) + sorted((ROOT / "tests").rglob("*.yaml"))
    rows = [article(number) for number in range(6)]
    return [
        *((".jsonl" if file.suffix == ".jsonl" else ".txt", file.read_bytes()[:20_000]) for file in files),
        *((".txt", row["text"].encode()) for row in rows),
        *((".jsonl", json.dumps(row, ensure_ascii=number % 2 == 0).encode()) for number, row in enumerate(rows)),
        (".jsonl", b"\n".join(json.dumps(row).encode() for row in rows)),
    ]


def _flip(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randrange(1, 30) if out else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    other = chance.choice(others)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _recode(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def _insert(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_ODD).encode("utf-8", "surrogatepass") + data[at:]
    return data


def _damage(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_DAMAGE) + data[at + chance.randrange(3) :]
    return data


def _huge_line(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    unit = chance.choice((data[:200].replace(b"\n", b" "), b"a", b"A ", b"\xc3\xa9", b'"', b"(", b". ", b"\n"))
    return data + unit * (chance.choice((1_000, 20_000, 100_000)) // max(len(unit), 1))


_BYTES: tuple[Callable[[bytes, random.Random, list[bytes]], bytes], ...] = (
    _flip, _flip, _cut, _splice, _splice, _recode, _insert, _insert, _damage, _damage,
)  # fmt: skip


def damaged(chance: random.Random, whole: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """A suffix and a file, damaged one to three times; one in forty has a very long line, one in ten another suffix."""
    suffix, data = chance.choice(whole)
    others = [other for _, other in whole]
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(_BYTES)(data, chance, others)
    if chance.random() < 1 / 40:
        data = _huge_line(data, chance, others)
    return chance.choice((".txt", ".jsonl")) if chance.random() < 1 / 5 else suffix, data


def loaders(soak: Soak, folder: Path, count: int) -> None:
    """Read damaged files: each gives documents, or says why not; none raises, hangs or eats memory."""
    whole, ends = material(), Counter[str]()
    for number in range(count):
        chance = random.Random(f"file {soak.seed}/{number}")
        suffix, data = damaged(chance, whole)
        path = folder / f"rusak{suffix}"
        path.write_bytes(data)
        try:
            with limited(SECONDS):
                ends.update(_end(found) for found in read([str(path)]))
        except Exception as problem:  # whatever it is, it is the fault that is looked for
            soak.fault(f"loaders seed {soak.seed} file {number} ({path.suffix}): {type(problem).__name__}: {problem}")
        path.unlink()
    _hold_memory(soak, "loaders")
    said = ", ".join(f"{total} {name}" for name, total in sorted(ends.items()))
    soak.say(f"loaders: seed {soak.seed}, {count} damaged files: {said}; memory peak {memory()} MB")


def _end(found: Document | Unread) -> str:
    if isinstance(found, Document):
        if len(found.masked) != len(found.text):
            raise AssertionError("masking moves offsets")
        return "documents"
    if not all(found.error.message(lang).strip() for lang in ("en", "id")):
        raise AssertionError("no message")
    return type(found.error).__name__


def _hold_memory(soak: Soak, name: str) -> None:
    if memory() > MEGABYTES:
        soak.fault(f"{name}: {memory()} MB of memory, at most {MEGABYTES}")


def _odd_text(text: str, chance: random.Random) -> str:
    way = chance.randrange(11)
    at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    if way == 0:
        return text[:at] + text[end:]
    if way == 1:
        return text[:at] + text[at:end] * 3 + text[end:]
    if way == 2:
        return chance.choice((text.upper(), text.lower(), text.title(), text.swapcase()))
    if way == 3:
        return text.replace(chance.choice(".,\n “”()"), chance.choice(("", " ", "\n", '"', ". ")))
    if way == 4:
        words = text.split(" ")
        chance.shuffle(words)
        return " ".join(words)
    if way in (5, 6, 7):
        return _with_odd_signs(text, chance)
    if way == 8:
        return text[:at] + sentence(chance) + text[at:]
    return f"{text}{chance.choice((' ', chr(10), ''))}{story(chance.random(), chance.randrange(2, 20))}"


def _with_odd_signs(text: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 10)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_ODD) + text[at:]
    return text


def odd_texts(seed: int, count: int) -> Iterator[str]:
    """Texts mutated, glued together, and odd from the start."""
    fixtures = [data.decode("utf-8", "replace")[:4000] for _, data in material()]
    for number in range(count):
        chance = random.Random(f"text {seed}/{number}")
        text = chance.choice(fixtures) if chance.random() < 0.4 else story(chance.random(), chance.randrange(1, 12))
        if chance.random() < 0.05:
            text = chance.choice(_ODD) * chance.randrange(1, 40)
        for _ in range(chance.randrange(1, 4)):
            text = _odd_text(text, chance)
        yield text


def digest(text: str, number: int) -> str:
    """The digest of what extraction reads in `text`; raises what extraction raises, and AssertionError for faults."""
    language = ("id", "en")[number % 2]
    try:
        document = from_row({"text": text, "title": text[:40], "language": language}, f"odd:{number}")
    except JejaringError as error:  # nothing to read in it
        return type(error).__name__
    with limited(SECONDS + len(text) / _A_SECOND):
        extraction = RuleExtractor().extract(document)
    _check(document, extraction)
    resolve(document, extraction)
    return hashlib.sha256(extraction.model_dump_json().encode()).hexdigest()


def _check(document: Document, extraction: Extraction) -> None:
    text, known = document.text, {entity.id: entity.label for entity in extraction.entities}
    for mention in extraction.mentions:
        assert text[mention.start : mention.end] == mention.text, f"{mention} is not at its place"
        assert known[mention.entity] == mention.label, f"{mention} has another label"
    for claim in extraction.claims:
        said = claim.evidence
        assert text[said.start : said.end] == said.text, f"{claim} has evidence elsewhere"
        assert len(said.text) <= _LONGEST_EVIDENCE, f"{claim} has {len(said.text)} characters"
        assert ontology.allows(claim.type, known[claim.head], known[claim.tail]), f"{claim} is not allowed"
        assert claim.attributed_to is None or claim.attributed_to in known, f"{claim} is said by nobody"


def _fault_or_digest(text: str, number: int) -> str:
    try:
        return digest(text, number)
    except Exception as problem:
        return f"FAULT {type(problem).__name__}: {problem}".replace("\n", " ")


def extraction(soak: Soak, count: int) -> None:
    """Extract odd texts: none raises, evidence is exact, claims are allowed; a second process reads the same."""
    texts = list(odd_texts(soak.seed, count))
    other = _started(soak.seed, count)
    ends = Counter[str]()
    digests = []
    for number, text in enumerate(texts):
        one = _fault_or_digest(text, number)
        digests.append(one)
        ends["refused" if one.endswith("Error") else "read"] += 1
        if one.startswith("FAULT"):
            soak.fault(f"extraction seed {soak.seed} text {number}: {one}")
        elif one != (two := _fault_or_digest(text, number)):
            soak.fault(f"extraction seed {soak.seed} text {number}: {two} the second time")
    said, _ = other.communicate()
    for number, (one, two) in enumerate(zip(digests, said.splitlines(), strict=True)):
        if one != two:
            soak.fault(f"extraction seed {soak.seed} text {number}: {two} in another process")
    _hold_memory(soak, "extraction")
    soak.say(
        f"extraction: seed {soak.seed}, {count} odd texts, {sum(map(len, texts))} characters: {ends['read']} read, "
        f"{ends['refused']} refused with a message, each twice here and once in a process of another PYTHONHASHSEED; "
        f"memory peak {memory()} MB"
    )


def _started(seed: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(Path(__file__)), str(seed), str(count)],
        env={**os.environ, "PYTHONHASHSEED": str(1 + seed % 1000), "PYTHONIOENCODING": "utf-8:backslashreplace"},
        stdout=subprocess.PIPE,
        text=True,
    )


def main() -> None:
    """Print one digest a line for the texts of a seed: the second process of `extraction`."""
    for number, text in enumerate(odd_texts(int(sys.argv[1]), int(sys.argv[2]))):
        print(_fault_or_digest(text, number), flush=True)


if __name__ == "__main__":
    main()
