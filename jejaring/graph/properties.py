"""What every node and edge of the graph may carry: the store is told, the docs are made from it, a test holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Property:
    """One property: its name, an example of its type as an empty value, and what it means."""

    name: str
    empty: str | int | float | list[str]
    means: str

    @property
    def type(self) -> str:
        """The name of its type, for people."""
        return {str: "text", int: "number", float: "fraction", list: "list"}[type(self.empty)]


def _text(name: str, means: str) -> Property:
    return Property(name, "", means)


def _number(name: str, means: str) -> Property:
    return Property(name, 0, means)


def _list(name: str, means: str) -> Property:
    return Property(name, [], means)


_ID = _text("id", "stable: the same thing has the same id in every graph")

NODES: dict[str, tuple[Property, ...]] = {
    "Entity": (
        _ID,
        _text("name", "the name the lexicon knows it by, else the commonest full form"),
        _list("aliases", "every other form, the commonest first"),
        _list("alias_counts", "how often each alias stands in a text, in the same order"),
        _text(
            "search", "name and aliases, folded (lower case, no accents, no punctuation), each between bars: |kemenlu|"
        ),
        _number("articles", "how many articles name it"),
        _text("kind", "events: visit, meeting, workshop, ..."),
        _text("date", "events: 2025-02-12, 2025-02 or 2025"),
        _number("size", "groups: how many they are"),
        _text("tally", "the counts (JSON) that the other properties are made from; for the program"),
    ),
    "Article": (
        _text("id", "the normalised URL, else outlet, title and date, else the content's hash"),
        _text("name", "the file's stem, or the row's own id"),
        _text("title", "the headline; empty where there is none"),
        _text("outlet", "who published it"),
        _text("url", "where it stands"),
        _text("published", "ISO date or time"),
        _text("published_how", "where that date was found"),
        _number("copyright_year", "the year of the copyright line: all that dates an article without a date"),
        _text("language", "id or en"),
        _text("rights", "the rights notice in its own words"),
        _list("authors", "who wrote it"),
        _text("editor", "who edited it"),
        _text("dateline", "the place of the dateline"),
        _text("source", "the file it came from, and the line where there are several"),
        _text("hash", "of the content"),
        _text("fingerprint", "changes when text, metadata or reading change"),
        _text("story", "the id of its story: copies of one text share it"),
    ),
    "Claim": (
        _ID,
        _text("edge", "the id of the edge it supports"),
        _text("edge_type", "that edge's type"),
        _text("modality", "asserted, planned, hoped or denied"),
        _text("evidence", "the sentence, word for word"),
        _number("evidence_start", "where it starts in the article's text as given (code points)"),
        _number("evidence_end", "where it ends"),
        Property("confidence", 0.0, "how likely it is right, 0 to 1, calibrated on annotated articles"),
        _text("extractor", "name and version of what read it"),
        _text("rule", "the rule or feature that made it"),
        _list("reasons", "what moved its confidence, heaviest first: feature and weight, 'gap:far -0.35'"),
        _text("attrs", "what else it says, as JSON: {}"),
    ),
    "Story": (_ID,),
    "Jejaring": (
        _text("id", "always 'jejaring': the mark of a graph of ours"),
        _number("schema", "the version of this shape"),
        _number("revision", "how many times the graph was written"),
        _number("locked", "set before a write, which keeps two writers apart"),
    ),
}

EDGE: tuple[Property, ...] = (
    _ID,
    _text("modality", "the strongest of its claims': asserted, planned, hoped, denied"),
    _number("asserted", "how many claims say it is so"),
    _number("planned", "how many say it is planned"),
    _number("hoped", "how many say it is hoped for"),
    _number("denied", "how many say it is not so"),
    _number("articles", "how many articles say it"),
    _number("sources", "how many stories say it: copies of one text count once"),
    _text("first", "the earliest date of these articles (ISO, or a bare year)"),
    _text("last", "the latest"),
    Property("confidence", 0.0, "the best claim's"),
)

MENTIONS: tuple[Property, ...] = (
    _number("count", "how often the article names it"),
    _list("forms", "the forms it uses"),
    _list("form_counts", "how often each stands, in the same order"),
    _text("name", "the fullest form in this article"),
    _text("canonical", "the name the lexicon knows it by"),
    _text("attrs", "what the article says of it, as JSON: {}"),
)

BOOK_EDGES: dict[str, tuple[str, str, str]] = {
    "MENTIONS": ("Article", "Entity", "the article names it"),
    "STATED_IN": ("Claim", "Article", "the claim stands in the article"),
    "SUBJECT": ("Claim", "Entity", "the head of the edge"),
    "OBJECT": ("Claim", "Entity", "the tail of the edge"),
    "ATTRIBUTED_TO": ("Claim", "Entity", "the speaker whose words report it"),
    "IN_STORY": ("Article", "Story", "copies of one text are one story"),
}
