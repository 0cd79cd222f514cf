"""What is sent to a model: the task in the system message, the article as data in a message of its own."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jejaring import ontology
from jejaring.extraction.llm.schema import answer_schema, event_kinds
from jejaring.messages import CONTROLS
from jejaring.models import Document

Message = dict[str, str]

# What marks turns and roles in the templates of local models; look-alikes of the same length keep every offset.
_ANGLES = str.maketrans({"<": "‹", ">": "›"})
_MARKERS = re.compile(r"\[(/?[A-Z_]+)\]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")

_LABELS = {
    "Person": "a named human; not a role holder without a name",
    "Institution": "a named organisation: ministry, local government, company, university, party, media house",
    "Program": "a named programme, policy, law, project, campaign, award or course",
    "Place": "a named location, building or venue; a place that acts is its government, an Institution",
    "Event": "something that happens at a time, named or not: visit, meeting, workshop, festival, disaster",
    "Topic": "a sector, issue or field; only as the end of FOCUSES_ON, SUPPORTS or OPPOSES",
    "Group": "a collective that acts, told by role or number (18 Diplomat Muda); not the public in general",
}
_EDGES = {
    "VISITED": "went to, was received at",
    "MET": "met, received, held talks with",
    "PARTNERED_WITH": "cooperates with, signed an agreement with",
    "FOCUSES_ON": "works on, is about, aims at",
    "HOLDS_POSITION": "holds or held an office at",
    "MEMBER_OF": "is a member of, without an office",
    "ALUMNI_OF": "is a former participant or student of",
    "PART_OF": "is a unit or a part of",
    "LOCATED_IN": "lies in",
    "RUNS": "owns, launched or carries out",
    "ORGANIZED": "held or hosted the event",
    "PARTICIPATED_IN": "took part in",
    "HELD_AT": "took place at",
    "SUPPORTS": "backs, helps, praises, is committed to",
    "OPPOSES": "rejects, criticises, sues",
    "FUNDED": "gives or gave money or goods to",
}


def digest(*parts: str) -> str:
    """A hash of texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()


def shown(document: Document) -> str:
    """The article as a model may see it: cuts are blanks, what could steer a template or a terminal is harmless.

    As long as the text, character by character: an offset in the one is an offset in the other.
    """
    return harmless(document.masked)


def harmless(text: str) -> str:
    """`text` at its length, without control characters and the marks by which templates tell roles apart."""
    return _MARKERS.sub(r"(\1)", CONTROLS.sub(" ", text).translate(_ANGLES))


@cache
def task() -> str:
    """The system message, but for the mark of an article."""
    text = (files(__package__) / "prompt.md").read_text(encoding="utf-8")
    labels = "\n".join(f"- {label}: {_LABELS[label]}" for label in ontology.LABELS)
    edges = "\n".join(f"- {kind}: {_EDGES[kind]}. {_pairs(kind)}" for kind in ontology.EDGES)
    return text.format(labels=labels, edges=edges, kinds=", ".join(event_kinds())).strip()


def _pairs(kind: str) -> str:
    tails: dict[str, list[str]] = {}
    for head in ontology.LABELS:
        joined = [tail for tail in ontology.LABELS if ontology.allows(kind, head, tail)]
        if joined:
            tails.setdefault("|".join(joined), []).append(head)
    return "; ".join(f"{'|'.join(heads)} to {joined}" for joined, heads in tails.items())


def messages(document: Document) -> list[Message]:
    """The two messages for an article: the task with the mark, the article between two lines with the mark.

    The mark is a hash of what stands between: no text can hold its own hash, so none can end the article early.
    """
    text = _LINES.sub("\n", _BLANKS.sub(" ", shown(document))).strip()
    head = {"Title": document.title, "Published": document.published or "", "Language": document.language}
    about = "\n".join(f"{name}: {_LINES.sub(' ', harmless(value))}" for name, value in head.items() if value)
    inner = f"{about}\n\n{text}"
    mark = f"ARTICLE-{digest(inner)[:32]}"
    return [
        {"role": "system", "content": f"{task()}\n\nThe mark of this article: {mark}"},
        {"role": "user", "content": f"{mark}\n{inner}\n{mark}"},
    ]


def sent_length(document: Document) -> int:
    """How many characters are sent for an article, schema included."""
    return sum(len(m["content"]) for m in messages(document)) + len(_schema_text())


@cache
def _schema_text() -> str:
    return json.dumps(answer_schema(), sort_keys=True)


@cache
def versions() -> Mapping[str, str]:
    """The versions of the prompt and of the schema: hashes, so that neither can change unnoticed."""
    return {"prompt": digest(task())[:8], "schema": digest(_schema_text())[:8]}
