"""What a copied page says of itself: who wrote it, for which outlet, when, and what rights it reserves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jejaring.loaders import pageline
from jejaring.loaders.boilerplate import Page
from jejaring.loaders.pageline import PageLine
from jejaring.loaders.rules import SITE
from jejaring.text import dates

_EDITOR = re.compile(r"(?i)\(?(?:editor|redaktur|penyunting|edited by|editing by)\s?:?\s(.+?)\)?")
_AUTHOR = re.compile(
    r"(?i)\(?(?:pewarta|reporter|penulis|kontributor|writer|author|laporan|reported by|written by|reporting by)"
    r"(?: foto)?\s?:?\s(.+?)\)?"
)
_SPLIT = re.compile(r"\s*[,;/&]\s*|\s+(?:dan|and)\s+")
_HOLDER = re.compile(
    r"(?i)(?:copyright|hak cipta)?\s?(?:©|\(c\)|&copy;)?\s?(?:(?:19|20)\d\d\s)?(?:by\s|oleh\s|the\s)?"
    r"(?P<holder>[A-Za-z][\w.& -]{1,40}?)\s?(?:(?:19|20)\d\d.*|all rights.*|[.,|].*|)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_HOLDER = re.compile(r"(?i)copyright|hak cipta|all rights.*|dilindungi.*")
_NOBODY = re.compile(r"(?i)(?:tim|redaksi|newsroom|staff|admin)\b")
_WORD = re.compile(r"[a-z]+")
_DAY_NAMED = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu)\s\(\d{1,2}/\d{1,2}/20\d\d\)")
_LEAD = 1000  # the day on which a story is told stands in its first paragraphs
_SAMPLE = 20_000  # characters that are enough to tell the language
_INDONESIAN = """yang dan di dari untuk dengan pada ini itu dalam tidak akan juga oleh ke sebagai adalah atau saat
karena telah bisa mereka dia ia kami kata ada para lebih sudah agar tersebut menjadi serta"""
_ENGLISH = """the and of to in for with on that is was by from as it he she has have will be at are this said an they
we not were which their been but"""
FUNCTION_WORDS = {"id": frozenset(_INDONESIAN.split()), "en": frozenset(_ENGLISH.split())}


@dataclass(frozen=True)
class About:
    """What the page says of itself, fields as in Document; `aggregator` is the site that copied the story, if any."""

    outlet: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    published: str | None = None
    published_how: str | None = None
    copyright_year: int | None = None
    rights: str | None = None
    aggregator: str | None = None


def about(text: str, page: Page) -> About:
    """All that the cut lines and the dateline of a page tell of it."""
    cut: dict[str, list[str]] = {}
    for c in page.cuts:
        cut.setdefault(c.rule, []).append(text[c.start : c.end])
    told = [
        found
        for name in ("date line", "byline", "outlet line")
        for line in cut.get(name, [])
        if (found := pageline.parse(line))
    ]
    notices = cut.get("copyright", [])
    year = next((int(m[0]) for line in notices if (m := _YEAR.search(line))), None)
    published, how = _published(text, page, told, year)
    return About(
        outlet=_outlet(page, told, notices),
        authors=_authors(cut, told),
        editor=next((_clean(m[1]) for part in _credits(cut) if (m := _EDITOR.fullmatch(part))), None),
        published=published,
        published_how=how,
        copyright_year=year,
        rights="\n".join(cut.get("rights notice", [])) or "\n".join(notices) or None,
        aggregator=next((name for line in cut.get("aggregator", []) if (name := _aggregator(line))), None),
    )


def language(text: str) -> str:
    """ "id" or "en", whichever has more of its function words in the first part of the text."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = {lang: sum(word in listed for word in words) for lang, listed in FUNCTION_WORDS.items()}
    return "en" if counts["en"] > counts["id"] else "id"


def _credits(cut: dict[str, list[str]]) -> Iterator[str]:
    label = ""
    for line in cut.get("credits", []):
        if pageline.is_label(line):
            label = f"{line.strip(' :')}: "
            continue
        yield from (label + part.strip() for part in re.split(r"\s*[|;]\s*", line.strip("()")))
        label = ""


def _clean(name: str) -> str:
    return name.strip(" .,()")


def _authors(cut: dict[str, list[str]], told: list[PageLine]) -> tuple[str, ...]:
    """Named authors; the initials at the story's end where none is named."""
    lines = [m[1] for part in _credits(cut) if (m := _AUTHOR.fullmatch(part))]
    lines += [line.who for line in told if line.who]
    lines += [line for line in cut.get("byline", []) if line.startswith("(") or not pageline.parse(line)]
    lines = lines or cut.get("initials", [])
    names = [_clean(name).strip("*") for line in lines for name in _SPLIT.split(_clean(line))]
    return tuple(dict.fromkeys(name for name in names if name and not _NOBODY.match(name)))


def _published(text: str, page: Page, told: list[PageLine], year: int | None) -> tuple[str | None, str | None]:
    """The date and where it was found: a date line, the dateline, or, weaker, the first day the story names in full."""
    dated = sorted((line for line in told if line.when), key=lambda line: line.updated)
    if dated:
        return dated[0].when, "date line, of an update" if dated[0].updated else "date line"
    if page.dateline and page.dateline.date and (iso := _day(page.dateline.date)):
        return iso, "dateline"
    start = page.dateline.end if page.dateline else 0
    named = _DAY_NAMED.search(text, start, start + _LEAD)
    iso = _day(named[0]) if named else None
    return (iso, "day named in the story") if iso and (year is None or iso.startswith(str(year))) else (None, None)


def _day(phrase: str) -> str | None:
    return next((d.iso for d in dates.resolve(phrase) if d.exact and d.iso), None)


def _outlet(page: Page, told: list[PageLine], notices: list[str]) -> str | None:
    if page.dateline and page.dateline.outlet:
        return pageline.site(page.dateline.outlet)
    named = next((line.outlet for line in told if line.outlet), None)
    return named or next((holder for line in notices if (holder := _holder(line))), None)


def _holder(notice: str) -> str | None:
    match = _HOLDER.fullmatch(notice)
    holder = match["holder"].strip() if match else ""
    if not holder or _NOT_HOLDER.fullmatch(holder):
        return None
    return holder.lower() if re.fullmatch(SITE, holder) else holder


def _aggregator(line: str) -> str | None:
    name = line.strip(" |")
    return name if name and "|" in line and "|" not in name else None
