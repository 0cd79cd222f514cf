"""Write a report as Markdown (CommonMark with tables and footnotes).

Names, sentences and titles come from articles and are not to be trusted: whatever the template prints is escaped, but
for what this module itself marks as Markdown.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from jejaring import ontology
from jejaring.messages import clean
from jejaring.models import Modality
from jejaring.queries.rows import EdgeRow, Node
from jejaring.reports.data import SENTENCES, ReportData
from jejaring.reports.words import WORDS
from jejaring.trace import Link

_SPECIAL = re.compile(r"([\\`*_\[\]{}|~#^=])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LINKED = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)")  # where a reader might make a link of bare text
_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+]))")


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(value: Any) -> Markdown:
    """`value` on one line, read by any Markdown reader as just these characters: no markup, HTML, link or list.

    What would steer a terminal, or turn the reading direction, is replaced.
    """
    if isinstance(value, Markdown):
        return value
    text = clean(" ".join(str(value).split()))
    text = re.sub(r"[&<>]", lambda match: _ENTITIES[match[0]], text)
    text = _LINKED.sub(r"\\", _SPECIAL.sub(r"\\\1", text))
    return Markdown(_START.sub(r"\1\\", text))


def web(text: str, url: str | None) -> Markdown:
    """`text` as a link, if `url` is a web address."""
    if url is None or not _is_web(url):
        return escape(text)
    return Markdown(f"[{escape(text)}](<{quote(url, safe=':/?#@!$&=+,;~%*')}>)")


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # half an IPv6 address
        return False


def verb(edge: EdgeRow, lang: str) -> str:
    """What an edge says, as a verb, with its title, role or amount in brackets."""
    kind = ontology.EDGES[edge.type]
    attrs = edge.attrs
    parts = [
        WORDS[lang]["former"] if attrs.get("former") else None,
        *(attrs.get(k) for k in ("title", "role", "count")),
    ]
    parts.append(" ".join(str(attrs[k]) for k in ("currency", "amount") if attrs.get(k)))
    details = ", ".join(str(part) for part in parts if part)
    return f"{kind.id if lang == 'id' else kind.en}{f' ({details})' if details else ''}"


def told(head: Node, edge: EdgeRow, tail: Node, lang: str) -> Markdown:
    """An edge as a line: head, verb, tail, and its modality where it is not asserted."""
    line = f"**{escape(head.name)}** {escape(verb(edge, lang))} **{escape(tail.name)}**"
    return Markdown(line if edge.modality == Modality.ASSERTED else f"{line} (*{WORDS[lang][edge.modality]}*)")


def modalities(edge: EdgeRow, lang: str) -> str:
    """The modality of an edge's claims; where they differ, how many have which."""
    counts = {str(name): getattr(edge, name) for name in Modality if getattr(edge, name)}
    if len(counts) <= 1:
        return WORDS[lang][edge.modality]
    return ", ".join(f"{WORDS[lang][name]} {count}" for name, count in counts.items())


def linked(link: Link, lang: str) -> str:
    """Another edge between the same two, as plain text."""
    kind = ontology.EDGES[link.type]
    return f"{link.head} {kind.id if lang == 'id' else kind.en} {link.tail} ({WORDS[lang][link.modality]})"


def label(name: str, lang: str) -> str:
    """A node label as people read it."""
    node = ontology.NODES[name]
    return node.id if lang == "id" else node.en


def period(edge: EdgeRow) -> str:
    """The first and last date of an edge's articles."""
    dates = dict.fromkeys(date for date in (edge.first, edge.last) if date)
    return " – ".join(dates) or "–"


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - `finalize` escapes every value for Markdown; HTML escapes would not do
        loader=PackageLoader("jejaring.reports"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"web": web, "period": period}
    return environment


def _footnotes(numbers: tuple[int, ...]) -> Markdown:
    return Markdown(" ".join(f"[^{number}]" for number in numbers))


def markdown(data: ReportData, lang: str = "en") -> str:
    """The report in `lang` ("id" or "en"); the same data gives the same text, byte for byte."""
    lang = "id" if lang == "id" else "en"
    words = WORDS[lang]
    return (
        _environment()
        .get_template("report.md.j2")
        .render(
            data=data,
            lang=lang,
            word=words,
            say=lambda key, **values: words[key].format(**values),
            label=partial(label, lang=lang),
            told=partial(told, lang=lang),
            linked=partial(linked, lang=lang),
            modalities=partial(modalities, lang=lang),
            notes=lambda edge: _footnotes(data.footnotes_of(edge)),
            footnotes=_footnotes,
            sentences=SENTENCES,
        )
    )
