"""The dateline of a news story: "Banyuwangi (ANTARA) - ", "Liputan6.com, Jakarta - ", "JAKARTA, KOMPAS.com - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jejaring.loaders.rules import CITIES, NAMED_OUTLET, SITE

_CITIES = "|".join(CITIES)
_CAPS_CITIES = _CITIES.upper()

_WORD = r"[A-Z](?:[a-z.'’]{1,20}|[A-Z.'’]{1,20})(?![A-Za-z])"
_PLACE = rf"(?P<place>{_WORD}(?:[ /-]{_WORD}){{0,3}})(?:, ?(?:{_WORD}(?: {_WORD})?|DC|D\.C\.?))?"
_DATE = r"(?:, ?(?P<date>\d{1,2}[ /](?:\d{1,2}|[A-Z][a-z]{2,9})(?:[ /]\d{4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
_AGENCY = (
    r"(?:LKBN )?(?:ANTARA|Antara)(?: News)?(?: [A-Z][a-z]+)?|Reuters|REUTERS|AP|AFP|Xinhua|Bernama|BERNAMA|dpa|Kyodo|"
    r"Yonhap|TASS|IANS|PTI|ANI|UPI|Anadolu|WAM|VNA|InfoPublik|JP"
)
_DASH = r"\s?(?:--|[-–—])(?:\s|(?=\S)|$)"
_START = r"[\s,]{0,4}"
_SITE = rf"(?P<site>{SITE})"
_NAMED = rf"(?P<named>{NAMED_OUTLET})"
_GAP = r"[\s\u00a0]{0,3}"

# With an outlet these stand for themselves; the first that fits is taken.
_STRONG = tuple(
    re.compile(_START + pattern)
    for pattern in (
        rf"{_PLACE}{_DATE} ?\((?P<agency>{_AGENCY})\){_DASH}",
        rf"{_SITE} ?[,|]?{_GAP}{_PLACE}{_DATE}{_DASH}",
        rf"(?P<site>[A-Z][a-z0-9]+\.com),{_GAP}(?P<place>(?:[A-Z][a-z]+ )??[A-Z][a-z]+)(?=[A-Z0-9\"“])",
        rf"{_PLACE}{_DATE}(?:,{_GAP}|[\s\u00a0])(?P<site>{SITE}|KOMPAS com){_DASH}",
        rf"{_PLACE}{_DATE},{_GAP}{_NAMED}{_DASH}",
        rf"{_SITE}{_DASH}(?:{SITE}{_DASH})?",
        r"(?P<site>REPUBLIKA\.CO\.ID|TEMPO\.CO|Liputan6\.com|KOMPAS\.com),\s?",
        r"(?P<named>VIVA|ANTARA|CNN Indonesia|CNBC Indonesia)(?: [A-Z][a-z]+)?\s?(?:--|[-–—])\s",
    )
)
_AFTER = r"(?=[\"“‘'(]?[A-Z0-9]|[\s\u00a0]*$)"
_NEWS_WORD = re.compile(
    r"\b(?:Kabar|Harian|Koran|Suara|Media|Warta|Berita|Pos|Post|Times|News|Daily|Herald|Tribune?|Radar|Gazette|Press|Online|Today|Pikiran|"
    r"Jurnal|Journal|Tempo|Kompas|Republika|Antara|Merdeka|Sindo|Tirto|Globe|Star)\b"
)
# Without a known outlet, the line must open the story.
_WEAK = (
    re.compile(rf"{_START}(?P<place>{_CITIES}), (?P<after>{_WORD}(?: {_WORD}){{0,3}}) ?(?:--|[-–—])\s{_AFTER}"),
    re.compile(rf"{_START}(?P<place>{_CITIES})(?:\s(?:--|[-–—])\s{{0,2}}|(?:--|[-–—])\s{{1,2}}){_AFTER}", re.MULTILINE),
    re.compile(rf"{_START}(?P<place>{_CITIES})\s?(?:--|[-–—])$", re.MULTILINE),
    re.compile(rf"{_START}(?P<place>{_CAPS_CITIES})\s?(?:--|[-–—])\s{{0,2}}{_AFTER}"),
    re.compile(rf"{_START}(?P<place>[A-Z]{{4,}}(?: [A-Z]{{3,}}){{0,3}})\s?(?:--|[-–—])\s{_AFTER}"),
)
_KICKER = re.compile(
    r"(?:INFO [A-Z]{3,15}|VIDEO|FOTO|LIVE|BREAKING NEWS|EKSKLUSIF|OPINI|KOLOM|UPDATE|INFOGRAFIS|ADVERTORIAL|ANALISIS|"
    r"EDITORIAL)$"
)
_LONGEST = 130


@dataclass(frozen=True)
class Dateline:
    """The dateline `text[start:end]`; `outlet` as written (a site in lower case), `place` None where it names none."""

    start: int
    end: int
    place: str | None
    outlet: str | None
    date: str | None = None


def find(text: str, start: int, end: int, opens_story: bool) -> Dateline | None:
    """The dateline that the line `text[start:end]` begins with; a bare "Jakarta - " counts only if it `opens_story`."""
    head = text[start : min(end, start + _LONGEST)]
    for pattern in _STRONG + (_WEAK if opens_story else ()):
        match = pattern.match(head)
        if match:
            return _dateline(match, start)
    return None


def _dateline(match: re.Match[str], start: int) -> Dateline:
    groups = match.groupdict()
    site = groups.get("site")
    outlet = site.replace(" ", ".").lower() if site else groups.get("named") or groups.get("agency")
    after = groups.get("after") or ""  # an outlet ("Jakarta, Kabar Pagi - ") or the region ("Solo, Jawa Tengah - ")
    outlet = outlet or (after if _NEWS_WORD.search(after) else None)
    place = groups.get("place")
    if place and _KICKER.fullmatch(place):
        place = None
    return Dateline(start + match.start(), start + match.end(), _cased(place), outlet, groups.get("date"))


def _cased(place: str | None) -> str | None:
    return place.title() if place and place.isupper() and len(place) > 3 else place
