"""Tell a copied page from its story: which ranges of the text extraction must not read, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from jejaring.loaders import dateline, pageline
from jejaring.loaders.dateline import Dateline
from jejaring.loaders.rules import CITIES, FOOT, INLINE, LINES, MAX_LINE, TAIL, TAILS
from jejaring.models import Cut

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = (".", "!", "?", '."', ".”", '!"', "!”", '?"', "?”", ".)", ",", ":", ";")
_STORY_LENGTH = 100  # a line this long is story, whatever it ends in
_SIGNATURES = ("initials", "byline", "credits", "copyright")
_HEAD = 12  # the story begins within so many lines
_LIST = 6  # so many headlines follow one "Baca juga" at most
_GLUED = re.compile(r"(?<=[.!?”\"])Baca [Jj]uga:?(?=[A-Z])")
_GLUED_END = re.compile(r"\.(?=\s|[A-Z\"“])|[!?](?=\s)|\n")
_SEAM = re.compile(r"(?<=[a-z\d?!)])(?=[\"“]?[A-Z])")
_GLUED_SHORTEST, _GLUED_LONGEST = 25, 450  # characters of a headline at least, of all that is looked at
_ENDS = 5_000  # of a text with more lines than an article has, so many at either end are matched against the rules


@dataclass
class Line:
    """The line `text[start:end]` without blanks at its ends, and the rule that cuts the whole of it, if one does."""

    start: int
    end: int
    text: str
    rule: str | None = None

    @property
    def is_story(self) -> bool:
        """Whether it reads like running text."""
        return self.rule is None and (len(self.text) > _STORY_LENGTH or self.text.endswith(_SENTENCE_END))


@dataclass
class Page:
    """What was recognised on a page: its lines, the dateline, the headline line, and all cuts in order."""

    lines: list[Line]
    headline: Line | None = None
    dateline: Dateline | None = None
    cuts: tuple[Cut, ...] = ()


def read_page(text: str) -> Page:
    """The page's parts; time grows with the number of lines only, and a line longer than MAX_LINE is not searched."""
    lines = list(_lines(text))
    for line in lines if len(lines) <= 2 * _ENDS else [*lines[:_ENDS], *lines[-_ENDS:]]:
        line.rule = _line_rule(line.text)
    _follow_related(lines)
    _follow_aggregator(lines)
    _follow_labels(lines)
    page = Page(lines)
    first = _first_story(lines)
    page.headline = _headline(lines, first)
    page.dateline = _find_dateline(text, lines[: first + 1], page.headline)
    _mark_head([line for line in lines[:first] if line is not page.headline])
    _mark_foot(lines[_last_story(lines) + 1 :])
    page.cuts = tuple(_cuts(text, page))
    return page


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        content = match.group()
        stripped = content.strip()
        if stripped:
            start = match.start() + len(content) - len(content.lstrip())
            yield Line(start, start + len(stripped), stripped)


def _line_rule(line: str) -> str | None:
    if len(line) > MAX_LINE:
        return None
    return next((name for name, pattern in LINES if pattern.fullmatch(line)), None)


def _is_headline(line: Line, words: int = 3) -> bool:
    text = line.text
    return (
        line.rule is None
        and len(text) <= 160
        and len(text.split()) >= words
        and not text.endswith((".", ":", ";", ",", '"', "”", ")"))
        and (text[0].isupper() or text[0] in "\"“'‘0123456789")
    )


def _follow_related(lines: list[Line]) -> None:
    """Cut the headlines below a line that only says "Baca juga:", or "Baca Juga" above a list of two or more."""
    for at, line in enumerate(lines):
        alone = line.rule in ("related", "related heading") and len(line.text) < 30
        if not alone:
            continue
        below = _run(lines[at + 1 : at + 1 + _LIST], words=5)
        if len(below) > 1 or (below and (line.text.endswith(":") or line.rule == "related heading")):
            for headline in below:
                headline.rule = "related"


def _run(lines: Sequence[Line], words: int) -> list[Line]:
    out: list[Line] = []
    for line in lines:
        if not _is_headline(line, words):
            break
        out.append(line)
    return out


def _follow_aggregator(lines: list[Line]) -> None:
    """Cut the short lines that an aggregator puts below "Read Entire Article"."""
    foot = list(takewhile(lambda line: len(line.text) <= _STORY_LENGTH, reversed(lines)))[::-1]
    for line in dropwhile(lambda line: line.rule != "aggregator", foot):
        line.rule = line.rule or "aggregator"


def _follow_labels(lines: list[Line]) -> None:
    """Cut "Reporter" on a line of its own, and the name below it."""
    for label, name in pairwise(lines):
        if pageline.is_label(label.text) and pageline.is_name(name.text) and name.rule is None:
            label.rule = name.rule = "credits"


def _first_story(lines: list[Line]) -> int:
    """The index of the line that opens the story: the first that reads like it; 0 where none does soon."""
    for at, line in enumerate(lines[:_HEAD]):
        if line.is_story and not (at == 0 and _may_be_title(lines)):
            return at
    return 0


def _may_be_title(lines: list[Line]) -> bool:
    """Whether the first line is a headline though long, or a question: others follow, and it ends no sentence."""
    first = lines[0].text
    return (
        len(lines) > 1
        and len(first) <= 200
        and not first.endswith((".", ",", ":", ";", '."', ".”"))
        and not _opens(lines[0])
    )


def _opens(line: Line) -> bool:
    bare = len(line.text) > _STORY_LENGTH or line.text.endswith(("-", "–", "—"))
    return dateline.find(line.text, 0, len(line.text), opens_story=bare) is not None


def _headline(lines: list[Line], first: int) -> Line | None:
    head = [line for line in lines[:first] if line.rule is None and pageline.rule(line.text) is None]
    return head[0] if head and not _opens(head[0]) else None


def _last_story(lines: list[Line]) -> int:
    return max((at for at, line in enumerate(lines) if line.is_story), default=len(lines))


def _find_dateline(text: str, head: list[Line], headline: Line | None) -> Dateline | None:
    for line in head:
        if line.rule is None and line is not headline:
            found = dateline.find(text, line.start, line.end, opens_story=line is head[-1] or len(line.text) < 30)
            if found:
                return found
    return None


def _mark_head(head: list[Line]) -> None:
    """Cut the lines between headline and story that tell who wrote it, where and when, and captions with a credit."""
    for line in head:
        line.rule = line.rule or pageline.rule(line.text) or _caption(line.text)
    for pair in pairwise(line for line in head if line.rule != "separator"):
        for line, other in (pair, pair[::-1]):
            if line.rule is None and other.rule == "date line" and (pageline.is_name(line.text) or line.text in CITIES):
                line.rule = "byline" if line.text not in CITIES else "place line"


def _caption(line: str) -> str | None:
    credited = any(pattern.search(line[-TAIL:]) for name, pattern in TAILS if name == "photo")
    return "photo" if credited else None


def _mark_foot(foot: list[Line]) -> None:
    """Cut the lines below the story that name its writers, and the tags below those."""
    signed = False
    for line in foot:
        if line.rule is None and len(line.text) <= MAX_LINE:
            found = next((name for name, pattern in FOOT if pattern.fullmatch(line.text)), None)
            line.rule = found if found and (signed or found != "tags") else pageline.foot_rule(line.text)
        signed = signed or line.rule in _SIGNATURES


def _cuts(text: str, page: Page) -> Iterator[Cut]:
    found = [Cut(start=line.start, end=line.end, rule=line.rule) for line in page.lines if line.rule]
    if page.dateline:
        found.append(Cut(start=page.dateline.start, end=page.dateline.end, rule="dateline"))
    story = [line for line in page.lines if not line.rule and line is not page.headline]
    found += [cut for line in story for cut in _tails(text, line)]
    found += _glued_related(text)
    for name, pattern in INLINE:
        found += [Cut(start=m.start(), end=m.end(), rule=name) for m in pattern.finditer(text)]
    at = 0
    for cut in sorted(found, key=lambda c: (c.start, -c.end)):
        if cut.start >= at:
            yield cut
            at = cut.end


def _glued_related(text: str) -> Iterator[Cut]:
    """ "...kata bupati.Baca JugaPanen naikHarga turun"Pasar": headlines that scraping glued into a paragraph.

    At most three are cut, and never past the first sentence end, so that no story goes with them.
    """
    for match in _GLUED.finditer(text):
        stop = _GLUED_END.search(text, match.end(), match.end() + _GLUED_LONGEST)
        last = stop.start() if stop else min(len(text), match.end() + _GLUED_LONGEST)
        ends = [match.end()]
        for seam in _SEAM.finditer(text, match.end(), last):
            if seam.start() - ends[-1] >= _GLUED_SHORTEST and len(ends) <= 3:
                ends.append(seam.start())
        yield Cut(start=match.start(), end=ends[-1], rule="related")


def _tails(text: str, line: Line) -> Iterator[Cut]:
    end = line.end
    for name, pattern in TAILS:
        offset = max(line.start, end - TAIL)
        match = pattern.search(text[offset:end])
        if match and offset + match.start() > line.start:
            yield Cut(start=offset + match.start(), end=end, rule=name)
            end = offset + match.start()
            end -= len(text[line.start : end][-4:]) - len(text[line.start : end][-4:].rstrip())
