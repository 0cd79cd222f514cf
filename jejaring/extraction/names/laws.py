"""Laws, decrees and circulars: what their kind, number and subject make up is one programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jejaring.extraction.names.found import Found

_KIND = (
    r"(?:Undang-Undang|Undang-undang|UU|Perppu|Perpu|Peraturan|Perpres|PP|Permen\w*|Pergub|Perda|Perbup|Perwali|Perwako"
    r"|Keputusan|Keppres|Kepmen\w*|Kepgub|Instruksi|Inpres|Ingub|Surat Edaran|SE|Qanun|RUU|Raperda|Ranperda"
    r"|Rancangan (?:Undang-Undang|Undang-undang|Peraturan))"
)
_WORD = r"(?:[A-Z][\w&/-]*|\([A-Z][\w ]*\)|dan)"
_NUMBER = r"(?:Nomor|nomor|No\.?|Number) ?:? ?\d+(?:/[A-Z\d][\w./-]*|,? (?:[Tt]ahun |of )?(?:19|20)\d\d)*"
_ABOUT = (
    r" tentang [A-Z][\w/-]*"
    rf"(?:,? (?:(?:dan|atau|atas|bagi|di|dalam|untuk|serta|secara|dari|kepada) )*(?!{_KIND}\b)[A-Z][\w/-]*)*"
    r"(?: (?:19|20)\d\d(?:[-–](?:19|20)\d\d)?)?"
)
_LAW = re.compile(
    rf"(?<![\w-]){_KIND}(?: {_WORD}){{0,9}}?(?: {_NUMBER})(?:{_ABOUT})?(?![\w-])"
    rf"|(?<![\w-]){_KIND}(?: {_WORD}){{0,3}}?(?:{_ABOUT})(?![\w-])"
    r"|(?<![\w-])(?:UU|Perppu|Perpu|Perpres|PP|Permen\w*|Pergub|Perda|Perbup|Perwali|Keppres|Inpres|Ingub)"
    r" \d+(?:/|,? [Tt]ahun )(?:19|20)\d\d(?![\w-])"
    rf"|(?<![\w-])(?:[A-Z]\w+ (?:of )?){{0,5}}(?:Regulation|Law|Decree|Instruction) {_NUMBER}(?![\w-])"
)
_SHORT = {
    "undang-undang": "uu", "peraturan presiden": "perpres", "peraturan pemerintah": "pp", "surat edaran": "se",
    "keputusan presiden": "keppres", "peraturan daerah": "perda", "peraturan gubernur": "pergub",
    "peraturan bupati": "perbup", "instruksi presiden": "inpres", "instruksi gubernur": "ingub",
}  # fmt: skip
_BRACKET = re.compile(r"\s*\([^()]*\)")
_SUBJECT = re.compile(r" tentang .*")
_PARTS = re.compile(
    r"^(?P<kind>.*?) (?:(?:Nomor|No\.?|Number) ?:? ?)?(?P<number>\d+)(?:\D+(?P<year>(?:19|20)\d\d))?", re.I
)


def laws(text: str) -> Iterator[Found]:
    """The laws that `text` names by number or subject."""
    for match in _LAW.finditer(text):
        yield Found(match.start(), match.end(), "Program", match.group())


def without_subject(form: str) -> str:
    """A numbered law's form without what it is about ("UU Nomor 5 Tahun 2017")."""
    return _SUBJECT.sub("", form) if law_key(form) else form


def law_key(form: str) -> tuple[str, str] | None:
    """What two forms of one law share: its kind in short, and its number with the year; None for what has no number."""
    match = _PARTS.match(_BRACKET.sub("", form))
    if not match:
        return None
    kind = match["kind"].lower()
    return _SHORT.get(kind, kind), f"{match['number']}/{match['year'] or ''}"
