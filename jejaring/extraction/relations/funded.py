"""Find FUNDED in a draft, with the amount where the sentence gives one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, enumerations, following
from jejaring.extraction.relations._subjects import backers, doers, pointed

_NAMED = (*ACTORS, "Program", "Event", "Place")
_MONEY = (
    r"(?:bantuan|dana|hibah|santunan|beasiswa|insentif|sembako|donasi|sumbangan|modal|subsidi|anggaran|paket|uang"
    r"|pinjaman|kredit|zakat|grants?|scholarships?|aid|funding|loans?)"
)
_GOODS = rf"(?:{_MONEY}|sertifikat)"
_HANDS_OUT = (
    r"(?:menyalurkan|memberikan|menyerahkan|membagikan|memberi|mengirim(?:kan)?|salurkan|serahkan|bagikan|menyiapkan"
    r"|provide[sd]?|gave|handed out|distributed)"
)
_GIVES = re.compile(
    r"(?<!yang )\b(?:mendanai|membiayai|mengucurkan|menggelontorkan|menghibahkan|menyumbang(?:kan)?|mendonasikan"
    r"|menginvestasikan|berinvestasi|menganggarkan|mengalokasikan|menyantuni|menyuntikkan|menanamkan modal"
    rf"|{_HANDS_OUT}(?: [\w.,]+){{0,4}}? {_GOODS}|funds|funded"
    r"|(?<=will )fund|(?<=would )fund|(?<=to )fund|(?<=not )fund|(?<=denied )funding"
    r"|financed|donate[sd]?|invest(?:s|ed)|granted)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:didanai|dibiayai|disumbang(?:kan)?|dihibahkan|funded by|financed by)\b(?: (?:oleh|dari))?"
    rf"|\b(?:menerima|mendapat(?:kan)?|memperoleh|received)(?: [\w.,]+){{0,3}}? {_MONEY}"
    r"(?: [\w.,]+){0,8}? (?:dari|from)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:{_MONEY}|pendanaan|investasi)(?: (?!bagian|merupakan|adalah)[\w.,]+){{0,8}}? (?:dari|from)\b", re.IGNORECASE
)
_TO = re.compile(r"\b(?:kepada|untuk|bagi|ke|di|to|for|in|dalam)\b", re.IGNORECASE)
_NUMBER, _SCALE = r"\d[\d.,]*\d|\d", r"ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion"
_AMOUNT = re.compile(
    rf"(?P<unit>Rp\.?|IDR|USD|US\$|\$|€|EUR)\s?(?P<number>{_NUMBER})\s*(?P<scale>{_SCALE})?"
    rf"|(?P<number2>{_NUMBER})\s*(?P<scale2>{_SCALE})?\s*(?P<unit2>rupiah|dolar(?: AS| Amerika)?|euro)",
    re.IGNORECASE,
)
_SCALES = {
    **dict.fromkeys(("ribu", "thousand"), 10**3),
    **dict.fromkeys(("juta", "million"), 10**6),
    **dict.fromkeys(("miliar", "milyar", "billion"), 10**9),
    **dict.fromkeys(("triliun", "trillion"), 10**12),
}
_CURRENCIES = {
    **dict.fromkeys(("rp", "idr", "rupiah"), "IDR"),
    **dict.fromkeys(("usd", "us$", "$", "dolar"), "USD"),
    **dict.fromkeys(("€", "eur", "euro"), "EUR"),
}


def funded(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FUNDED, with `amount` (a whole number, in `currency`) where the sentence gives one."""
    for match in _GIVES.finditer(draft.text):
        told = pointed(draft, match.end() + 1)  # "mendanai program ini"
        tails = told[0] if told else [s.entity for s in _recipients(draft, match.end())]
        for ends in product(backers(draft, match.start(), (*ACTORS, "Place")) if tails else (), tails):
            yield _proposal(draft, ends, match, "gives")
    for match in _GIVEN.finditer(draft.text):
        givers = [s.entity for s in agents(draft, match.end())]
        for ends in product(givers, doers(draft, match.start(), _NAMED) if givers else ()):
            yield _proposal(draft, ends, match, "given")
    for match in _FROM.finditer(draft.text):
        run = following(draft, match.end(), reach=20)
        for giver, tail in product(run, _recipients(draft, run[-1].end) if run else ()):
            yield _proposal(draft, (giver.entity, tail.entity), match, "from")


def _proposal(draft: Draft, ends: tuple[str, str], match: re.Match[str], rule: str) -> Proposal:
    start, end = bounds(draft, match.start())
    attrs = money(draft.text[start:end])
    return Proposal(ends[0], "FUNDED", ends[1], start, end, match.span(), f"funded:{rule}", 0.6, attrs=attrs)


def _recipients(draft: Draft, at: int) -> list[Span]:
    """The run right behind the verb or behind a word like "kepada"; places only where there is nobody else."""
    _, end = bounds(draft, at - 1)
    near = following(draft, at, _NAMED, reach=12)
    to = None if near else _TO.search(draft.text, at, end)
    runs = enumerations(draft, to.end(), end, _NAMED) if to else []
    gap = draft.text[to.end() : runs[0][0].start] if to and runs else ""
    run = near or (runs[0] if to and runs and len(gap) < 60 and not re.search(r"[\"”;]", gap) else [])
    return [s for s in run if draft.label(s) != "Place"] or run


def money(sentence: str) -> dict[str, Any]:
    """The `amount` (a whole number) and `currency` that a sentence gives; empty where it gives none."""
    match = _AMOUNT.search(sentence)
    if not match:
        return {}
    number, scale, unit = (match[k] or match[k + "2"] or "" for k in ("number", "scale", "unit"))
    return {"amount": _value(number, scale.lower()), "currency": _CURRENCIES[unit.lower().rstrip(".").split()[0]]}


def _value(number: str, scale: str) -> int:
    """Indonesian and English figures: one or two last digits behind a mark are decimals, three are thousands."""
    match = re.fullmatch(r"(.*\d)[.,](\d{1,2})", number)
    whole, decimals = (match[1], match[2]) if match else (number, "")
    digits = int(re.sub(r"\D", "", whole) + decimals)
    return digits * _SCALES.get(scale, 1) // int("1" + "0" * len(decimals))
