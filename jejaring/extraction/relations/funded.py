"""Find FUNDED in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, agents, bounds, enumerations, following
from jejaring.extraction.relations._subjects import doers

_NAMED = (*ACTORS, "Program", "Event", "Place")
_GOODS = r"(?:bantuan|dana|hibah|santunan|beasiswa|insentif|sembako|donasi|sumbangan|modal|subsidi|anggaran|paket|uang|sertifikat|pinjaman|kredit|zakat)"
_GIVES = re.compile(
    rf"\b(?:mendanai|membiayai|mengucurkan|menggelontorkan|menghibahkan|menyumbang(?:kan)?|mendonasikan|menginvestasikan|berinvestasi"
    rf"|menganggarkan|mengalokasikan|menyantuni|menyuntikkan|menanamkan modal|(?:menyalurkan|memberikan|menyerahkan|membagikan|memberi"
    rf"|mengirim(?:kan)?|salurkan|serahkan|bagikan|menyiapkan)(?: [\w.,]+){{0,4}}? {_GOODS}|(?<!and )(?<!wealth )funds|funded|financed|donate[sd]?|invest(?:s|ed)|granted)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(rf"\b(?:didanai|dibiayai|disumbang(?:kan)?|dihibahkan|funded|financed)\b", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:{_GOODS}|pendanaan|investasi)(?: [\w.,]+){{0,8}}? (?:dari|from)\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:kepada|untuk|bagi|ke|di|to|for|in|dalam)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<unit>Rp\.?|IDR|USD|US\$|\$|€|EUR)\s?(?P<number>\d[\d.,]*\d|\d)\s*(?P<scale>ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion)?"
    r"|(?P<number2>\d[\d.,]*\d|\d)\s*(?P<scale2>ribu|juta|miliar|milyar|triliun)?\s*(?P<unit2>rupiah|dolar(?: AS| Amerika)?|euro)",
    re.IGNORECASE,
)
_SCALES = {
    "ribu": 10**3, "thousand": 10**3, "juta": 10**6, "million": 10**6, "miliar": 10**9, "milyar": 10**9,
    "billion": 10**9, "triliun": 10**12, "trillion": 10**12,
}
_CURRENCIES = {"rp": "IDR", "idr": "IDR", "rupiah": "IDR", "usd": "USD", "us$": "USD", "$": "USD", "dolar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR"}


def funded(draft: Draft) -> Iterator[Proposal]:
    """Proposals of FUNDED, in text order, with amount (int) and currency where the sentence gives one."""
    for match in _GIVES.finditer(draft.text):
        for head in doers(draft, match.start(), (*ACTORS, "Place")):
            for tail in _recipients(draft, match.end()):
                yield _proposal(draft, head, tail.entity, match, "gives")
    for match in _GIVEN.finditer(draft.text):
        for tail in doers(draft, match.start(), _NAMED):
            for span in agents(draft, match.end()):
                yield _proposal(draft, span.entity, tail, match, "given")
    for match in _FROM.finditer(draft.text):
        for giver in following(draft, match.end(), reach=20):
            for tail in _recipients(draft, giver.end):
                yield _proposal(draft, giver.entity, tail.entity, match, "from")


def _proposal(draft: Draft, head: str, tail: str, match: re.Match[str], rule: str) -> Proposal:
    start, end = bounds(draft, match.start())
    return Proposal(head, "FUNDED", tail, start, end, match.span(), f"funded:{rule}", 0.6, attrs=_money(draft.text[start:end]))


def _recipients(draft: Draft, at: int) -> list[Span]:
    """The first run behind a word like "kepada", or right behind the verb."""
    _, end = bounds(draft, at - 1)
    near = following(draft, at, _NAMED, reach=12)
    if near:
        return near
    to = _TO.search(draft.text, at, end)
    runs = enumerations(draft, to.end(), end, _NAMED) if to else []
    run = runs[0] if to and runs and runs[0][0].start - to.end() < 60 else []
    return [s for s in run if draft.label(s) != "Place"] or run


def _money(sentence: str) -> dict[str, Any]:
    match = _AMOUNT.search(sentence)
    if not match:
        return {}
    number, scale, unit = (match[k] or match[k + "2"] or "" for k in ("number", "scale", "unit"))
    return {"amount": _value(number, scale.lower()), "currency": _CURRENCIES[unit.lower().rstrip(".").split()[0]]}


def _value(number: str, scale: str) -> int:
    """Indonesian and English figures: "1,6" and "1.6" with a scale are decimals, "12.000.000" has thousands."""
    if scale and re.fullmatch(r"\d+[.,]\d{1,2}", number):
        return round(float(number.replace(",", ".")) * _SCALES[scale])
    whole = re.sub(r"[.,]\d{1,2}$", "", number)
    return int(re.sub(r"\D", "", whole)) * _SCALES.get(scale, 1)
