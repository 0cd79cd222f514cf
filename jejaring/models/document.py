"""One source document, as given, and what was recognised in it."""

from __future__ import annotations

import re

from pydantic import Field, model_validator

from jejaring.models.record import Record


class Cut(Record):
    """A range of boilerplate, `text[start:end]`, and the name of the rule that cut it."""

    start: int
    end: int
    rule: str


class Document(Record):
    """One article as given; offsets everywhere are code points of `text`.

    `published` is an ISO date (or a longer ISO time) and `published_how` says where it was found; with neither,
    `copyright_year` is all that dates the article. `dateline` is the place of the dateline, `cuts` are what extraction
    must not read, `rights` the rights notice in its own words. `id` is the normalised URL, else outlet, title and date,
    else the content hash.
    """

    id: str
    name: str = Field(description="the JSONL row's own id, or the file's stem")
    source: str = Field(description="the file, and the line where there are several: 'pool.jsonl:12'")
    text: str
    title: str = ""
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_how: str | None = None
    copyright_year: int | None = None
    language: str = "id"
    rights: str | None = None
    cuts: tuple[Cut, ...] = ()
    content_hash: str

    @model_validator(mode="after")
    def _cuts_lie_in_text(self) -> Document:
        if any(not 0 <= cut.start < cut.end <= len(self.text) for cut in self.cuts):
            raise ValueError("a cut lies outside the text")
        return self

    @property
    def masked(self) -> str:
        """The text with every cut blanked (line breaks kept), so that offsets stay those of `text`."""
        out, at = [], 0
        for cut in sorted(self.cuts, key=lambda c: (c.start, c.end)):
            start = max(cut.start, at)
            out.append(self.text[at:start])
            out.append(re.sub(r"[^\n]", " ", self.text[start : cut.end]))
            at = max(at, cut.end)
        out.append(self.text[at:])
        return "".join(out)
