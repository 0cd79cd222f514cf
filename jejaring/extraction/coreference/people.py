"""Pronouns and offices that stand for a person: "ia", "katanya", "pihaknya", "Bupati", "the minister"."""

from __future__ import annotations

import re

from jejaring.extraction.attribution import quotations
from jejaring.extraction.cues import SAID, SAYS
from jejaring.extraction.draft import Draft, Span
from jejaring.text.sentences import Sentence

_SPEECH = (
    "kata ujar tutur jelas ungkap imbuh tambah tegas papar terang lanjut sebut ucap tukas pungkas beber tandas harap"
    " urai cetus sambung menurut"
)
_PRONOUN = re.compile(
    rf"(?<![\w-])(?:(?P<said>(?:{'|'.join(_SPEECH.split())})nya)|(?P<we>[Pp]ihaknya)|"
    r"(?P<he>[Ii]a|[Dd]ia|[Bb]eliau|[Hh]e|[Ss]he)|"
    r"(?P<noun>(?:pria|lelaki|wanita|perempuan|politikus|politisi|legislator|jenderal|pengusaha|pelatih|pembalap|pemain|"
    r"striker|gelandang|bek|aktor|aktris|penyanyi|diplomat|ekonom|senator)\s(?:(?!yang|dan|di|itu)\w[\w./-]*\s){0,5}?"
    r"(?:itu|tersebut|ini)))(?![\w-])",
    re.IGNORECASE,
)
_REACH = 3  # sentences that a pronoun looks back

# Longer offices first: "wakil bupati" is no "bupati".
OFFICES = (
    "wakil perdana menteri", "menteri koordinator", "wakil wali kota", "wakil presiden", "wakil menteri",
    "wakil gubernur", "wakil bupati", "perdana menteri", "wali kota", "kepala desa", "ketua umum", "wakil ketua",
    "sekretaris daerah", "sekretaris jenderal", "direktur utama", "direktur jenderal", "kepala dinas", "kepala badan",
    "duta besar", "prime minister", "deputy minister", "vice president", "presiden", "wapres", "menteri", "menko",
    "wamen", "gubernur", "wagub", "bupati", "wabup", "walikota", "wawali", "camat", "lurah", "kades", "ketua", "ketum",
    "sekretaris", "sekda", "sekjen", "direktur", "dirut", "dirjen", "kadis", "kapolri", "kapolda", "kapolresta",
    "kapolres", "kapolsek", "pangdam", "dandim", "rektor", "dekan", "dubes", "raja", "ratu", "ceo", "president",
    "minister", "governor", "mayor", "regent", "ambassador", "chairman", "director", "rector", "king", "queen",
)  # fmt: skip
_OFFICE = re.compile(rf"(?<![\w-])(?P<office>{'|'.join(OFFICES)})(?![\w-])", re.IGNORECASE)
_SAME = {
    "wapres": "wakil presiden", "wagub": "wakil gubernur", "wabup": "wakil bupati", "walikota": "wali kota",
    "wawali": "wakil wali kota", "menko": "menteri koordinator", "ketum": "ketua umum",
    "sekda": "sekretaris daerah", "sekjen": "sekretaris jenderal", "dirut": "direktur utama",
    "dirjen": "direktur jenderal", "dubes": "duta besar", "kades": "kepala desa", "wamen": "wakil menteri",
    "kadis": "kepala dinas",
}  # fmt: skip


def people(draft: Draft, start: int, end: int) -> list[Span]:
    """The mentions of people in `text[start:end]`."""
    return draft.within(start, end, "Person")


def _spoken_by(draft: Draft, sentence: Sentence, spans: list[Span]) -> list[Span]:
    """Those of `spans` that stand beside a verb of saying in their sentence."""
    text, beside = draft.text, []
    for span in spans:
        before, after = (
            text[max(sentence.start, span.start - 70) : span.start],
            text[span.end : min(sentence.end, span.end + 90)],
        )
        if SAID.search(before) or SAYS.search(after.split("“")[0]):
            beside.append(span)
    return beside


def antecedent(draft: Draft, sentence: Sentence, at: int) -> Span | None:
    """The person that a pronoun at `at` stands for: the speaker or subject of the nearest sentence that has people.

    In its own sentence only a sole person before it counts.
    """
    own = people(draft, sentence.start, at)
    if own:
        return own[0] if len({s.entity for s in own}) == 1 else None
    index = draft.sentences.index(sentence)
    for earlier in reversed(draft.sentences[max(0, index - _REACH) : index]):
        spans = people(draft, earlier.start, earlier.end)
        if spans:
            return _choose(draft, earlier, spans)
    return None


def _choose(draft: Draft, sentence: Sentence, spans: list[Span]) -> Span | None:
    if len({s.entity for s in spans}) == 1:
        return spans[0]
    speakers = _spoken_by(draft, sentence, spans)
    if len({s.entity for s in speakers}) == 1:
        return speakers[0]
    subject = spans[0]
    rest = draft.text[sentence.start : subject.start]
    return subject if len(rest) < 60 and not re.search(r"[,;]|\b(?:oleh|dengan|bersama|dan)\b", rest) else None


def link_pronouns(draft: Draft) -> None:
    """Link "ia", "katanya", "pihaknya" and their like, in text order: a linked pronoun helps the next."""
    quoted = quotations(draft.text)
    for sentence in draft.sentences:
        for match in _PRONOUN.finditer(draft.text, sentence.start, sentence.end):
            if _stands_otherwise(draft, match, quoted):
                continue
            person = antecedent(draft, sentence, match.start())
            if person is None:
                continue
            entity = _side(draft, person.entity) if match["we"] else person.entity
            if entity:
                draft.mention(draft.things[entity], *match.span(), "nominal" if match["noun"] else "pronoun")


def _stands_otherwise(draft: Draft, match: re.Match[str], quoted: list[tuple[int, int]]) -> bool:
    """Whether a pronoun is part of a name, in a quotation or beside a name (of others), or followed by its person."""
    if any(s.start <= match.start() < s.end for s in draft.spans):
        return True
    sentence = draft.sentence_at(match.start())
    if match["noun"] and sentence and people(draft, sentence.start, match.start()):
        return True  # beside a name, a description is of somebody else
    if (match["he"] or match["noun"]) and any(a < match.start() < b for a, b in quoted):
        return True
    return bool(match["said"]) and any(s.start == match.end() + 1 for s in draft.spans)


def _side(draft: Draft, person: str) -> str | None:
    """The institution in whose name a person speaks: the one told in the office beside one of the person's names."""
    for span in (s for s in draft.spans if s.entity == person and s.kind != "pronoun"):
        sentence = draft.sentence_at(span.start)
        if sentence is None:
            continue
        start, end = max(sentence.start, span.start - 90), min(sentence.end, span.end + 90)
        before = [s for s in draft.within(start, span.start, "Institution") if _titled(draft, s, span)]
        if before:
            return before[-1].entity
        after = [s for s in draft.within(span.end, end, "Institution") if _apposed(draft, span, s)]
        if after:
            return after[0].entity
    return None


def _titled(draft: Draft, institution: Span, person: Span) -> bool:
    """Whether an office that names the institution leads up to the person ("Direktur PT X Budi")."""
    lead = draft.text[max(0, institution.start - 60) : institution.start]
    return bool(_OFFICE.search(lead) or re.search(r"[Kk]epala|[Mm]anager|[Jj]uru", lead)) and not re.search(
        r"[.,;“\"]", draft.text[institution.end : person.start - 1]
    )


def _apposed(draft: Draft, person: Span, institution: Span) -> bool:
    """Whether an office behind a comma names the institution ("Budi, direktur PT X,")."""
    between = draft.text[person.end : institution.start]
    return between.startswith((", ", " selaku ")) and bool(_OFFICE.search(between)) and between.count(",") < 2


# What may stand between an office and its holder's name: more of the title, all in capitals.
_TITLE_REST = re.compile(r"(?:\s(?:[A-Z\d(][\w&()./’'-]*|dan|of|the|and|for|bidang|ke-\d+),?){0,9}\s+")


def _office_of(text: str) -> str:
    low = re.sub(r"\s+", " ", text.lower())
    return _SAME.get(low, low)


def holders(draft: Draft) -> dict[str, set[str]]:
    """Who is introduced with each office in front of the name, by office."""
    found: dict[str, set[str]] = {}
    for span in draft.spans:
        if draft.label(span) == "Person":
            sentence = draft.sentence_at(span.start)
            start = max(sentence.start if sentence else 0, span.start - 90)
            for match in _OFFICE.finditer(draft.text, start, span.start):
                between = draft.text[match.end() : span.start]
                if _TITLE_REST.fullmatch(between):
                    found.setdefault(_office_of(match["office"]), set()).add(span.entity)
                    break
    return found


_ALONE = re.compile(r"\s*(?:$|[.,;:!?\"”')]|[a-z])")


def link_offices(draft: Draft) -> None:
    """Link an office told without a name to its holder, where the article introduces one holder before."""
    known = holders(draft)
    for match in _OFFICE.finditer(draft.text):
        who = known.get(_office_of(match["office"]), set())
        if len(who) != 1 or not _alone(draft, match):
            continue
        (person,) = who
        if any(s.entity == person and s.start < match.start() for s in draft.spans):
            draft.mention(draft.things[person], *match.span(), "nominal")


def _alone(draft: Draft, match: re.Match[str]) -> bool:
    """Whether an office stands for its holder: with a capital (or "the"), no name behind it, inside no name."""
    before, after = draft.text[max(0, match.start() - 14) : match.start()], draft.text[match.end() : match.end() + 14]
    the = re.search(r"\b(?:the|sang)\s$", before, re.IGNORECASE)
    if not (match["office"][0].isupper() or the or re.match(r"\s(?:itu|tersebut)\b", after)):
        return False
    if re.search(
        r"\b(?:wakil|mantan|calon|para|eks|former|seorang|setiap|deputy|vice|kantor|jabatan|pj|plt|\w+/)\s?$",
        before,
        re.IGNORECASE,
    ):
        return False
    return bool(_ALONE.match(after)) and not any(s.start <= match.start() < s.end for s in draft.spans)
