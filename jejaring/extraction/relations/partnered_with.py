"""Find PARTNERED_WITH in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from jejaring.extraction.draft import Draft, Proposal, Span
from jejaring.extraction.relations._clauses import ACTORS, bounds, following, has_verb, subject
from jejaring.extraction.relations._subjects import backers, doers

_ENDS = (*ACTORS, "Program")
_NOUN = (
    r"(?:kerja ?sama|kolaborasi|kemitraan|sinergi(?:tas)?|mou|memorandum of understanding|nota kesepahaman"
    r"|kesepahaman bersama|kesepakatan|perjanjian|aliansi|kontrak|perusahaan patungan"
    r"|joint venture|hubungan diplomatik|partnership|cooperation|collaboration|agreement|memorandum|alliance|pact)"
)
_VERB = (
    r"(?:bekerja ?sama|berkolaborasi|bermitra|bersinergi|berkoordinasi|partner(?:s|ed|ing)?|collaborat(?:e|es|ed|ing)"
    r"|team(?:s|ed|ing)? up|work(?:s|ed|ing)?(?: together| closely)?|join(?:s|ed)? forces)"
)
_LINK = r"(?:dengan|bersama(?: dengan)?|with)(?-i:(?![a-z]))"
_WITH = re.compile(rf"\b(?:{_VERB}|(?P<noun>{_NOUN}))(?: [\w()/-]+){{0,5}}?,? ?\(?{_LINK}", re.IGNORECASE)
# What somebody does with a partnership that is theirs.
_HAVING = re.compile(
    r"\b(?:menjalin|melakukan|menandatangani|membangun|memiliki|memperkuat|mempererat|meneken|merintis|menjajaki|membuka"
    r"|menyepakati|mengadakan|meningkatkan|melanjutkan|membentuk|menggelar|memperluas|mengumumkan|mencapai|berkat)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"\b{_NOUN}(?: [\w()-]+){{0,3}}? (?:antara|antar|dari|between|of|among)\b|\b{_NOUN}\b", re.IGNORECASE
)
_NOT_THEIRS = re.compile(
    r"\b(?:dengan|bersama|with|di|untuk|pada|ini|itu|ke|tersebut|oleh|dalam|tentang|terkait|in|on)\b"
)
# "Wakil Menteri Hubungan dan Kerja Sama X": an office, no partnership.
_OFFICE = re.compile(r"\b(?:Menteri|Hubungan dan|Bidang|Direktur|Direktorat|Kepala|Deputi)\s+\Z")
_SIGNED = re.compile(
    rf"\b{_NOUN}[^.;]{{0,60}}?\b(?:ditandatangani|diteken|disepakati|dijalin|diinisiasi|signed)(?: (?:oleh|by))?\b",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(?:(?:meng)?gandeng|menggaet|merangkul)(?-i:(?![a-z]))", re.IGNORECASE)
_WINS_OVER = re.compile(r"menggaet|merangkul", re.IGNORECASE)  # customers and voters are no partners
_TAKEN = re.compile(r"\bdigandeng(?: oleh)?\b", re.IGNORECASE)
_INVITES = re.compile(r"\b(?:mengajak|ajak|melibatkan|libatkan)\b", re.IGNORECASE)
_BOTH = re.compile(
    rf"\b(?:(?:menjalin|menandatangani|menyepakati|meneken|teken|signed) (?:an? |sebuah )?{_NOUN}|sepakat|bekerja ?sama"
    r"|berkolaborasi|bersinergi|bermitra|agreed|cooperate|collaborate)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"[^.;]{0,80}?\b(?:dengan|with|bersama)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"^\s*(?:\([^()]*\))?\s*,?\s*(?:bersama(?: dengan)?|together with)(?-i:(?![a-z]))[^.;:]*$")
_OPENS = re.compile(r"\W*(?:melalui|lewat|dengan|berkat|atas|selain|through|with|besides)\b", re.IGNORECASE)
_AND_WITH = re.compile(r"\s*(?:\([^()]*\))?\s*(?:dengan|with|x|bersama)\s", re.IGNORECASE)


def partnered_with(draft: Draft) -> Iterator[Proposal]:
    """Proposals of PARTNERED_WITH, in text order."""
    yield from _cooperate(draft)
    yield from _among(draft)
    yield from _take(draft)
    yield from _both(draft)
    yield from _together(draft)


def _proposal(draft: Draft, ends: tuple[str, str], cue: tuple[int, int], rule: str, confidence: float) -> Proposal:
    start, end = bounds(draft, cue[0])
    return Proposal(ends[0], "PARTNERED_WITH", ends[1], start, end, cue, f"partnered_with:{rule}", confidence)


def _ids(spans: list[Span]) -> list[str]:
    return list(dict.fromkeys(s.entity for s in spans if s.kind != "pronoun"))


def _cooperate(draft: Draft) -> Iterator[Proposal]:
    """A works together with B and C; A signs an agreement with B."""
    for match in _WITH.finditer(draft.text):
        partners = _ids(_beside(draft, match.end()))
        who = backers(draft, match.start(), _ENDS) if partners else []
        if match["noun"] and who and not _theirs(draft, who, match.start()):
            continue
        for ends in product(who, partners):
            if not _hires(draft, match, ends):
                yield _proposal(draft, ends, match.span(), "with", 0.8)


def _hires(draft: Draft, match: re.Match[str], ends: tuple[str, str]) -> bool:
    """Whether a contract is that of a person with who employs them, which is no partnership."""
    return match.group().lower().startswith(("kontrak", "contract")) and "Person" in {
        draft.things[e].label for e in ends
    }


def _beside(draft: Draft, at: int) -> list[Span]:
    """The run behind "dengan" at `at`; behind a comma the next clause begins, unless a person's title stands before."""
    run = following(draft, at, _ENDS)
    return run if run and (draft.label(run[0]) == "Person" or "," not in draft.text[at : run[0].start]) else []


def _theirs(draft: Draft, who: list[str], at: int) -> bool:
    """Whether nothing but a verb of having stands between those at `who` and the partnership at `at`."""
    last = [s.end for s in draft.spans if s.entity in who and s.end <= at]
    gap = draft.text[last[-1] : at] if last else ""
    return not has_verb(_HAVING.sub("", re.sub(r"\b(?:akan|telah|sudah|juga|yang)\b", "", gap)))


def _among(draft: Draft) -> Iterator[Proposal]:
    """Cooperation of A with B; agreement between A and B; a memorandum signed by A, B and C."""
    for match in _AMONG.finditer(draft.text):
        left = following(draft, match.end(), ACTORS, reach=25) or following(draft, match.end(), _ENDS, reach=25)
        if _OFFICE.search(draft.text, 0, match.start()):
            continue
        if left and not _NOT_THEIRS.search(draft.text[match.end() : left[0].start]):
            joint = _AND_WITH.match(draft.text, left[-1].end)
            right = following(draft, joint.end(), _ENDS, reach=25) if joint else []
            for ends in product(_ids(left), _ids(right)) if right else _all_pairs(draft, left):
                yield _proposal(draft, ends, match.span(), "among", 0.8)
    for match in _SIGNED.finditer(draft.text):
        for ends in combinations(_ids(following(draft, match.end(), ACTORS, reach=25)), 2):
            yield _proposal(draft, ends, match.span(), "signed", 0.7)


def _all_pairs(draft: Draft, run: list[Span]) -> Iterator[tuple[str, str]]:
    """Each with each; in "A dan para anggota B, yakni C dan D" the named members partner with A alone."""
    named = re.search(r"\b(?:yakni|yaitu|antara lain|seperti|namely)\b", draft.text[run[0].end : run[-1].start])
    if not named:
        return combinations(_ids(run), 2)
    cut = run[0].end + named.start()
    return product(_ids([s for s in run if s.start < cut])[:1], _ids([s for s in run if s.start > cut]))


def _take(draft: Draft) -> Iterator[Proposal]:
    """A takes B along; B is taken along by A; A invites B to cooperate."""
    for match in _TAKES.finditer(draft.text):
        labels = ("Institution", "Program") if _WINS_OVER.match(match.group()) else _ENDS
        partners = _ids(following(draft, match.end(), labels))
        for ends in product(backers(draft, match.start(), _ENDS) if partners else (), partners):
            yield _proposal(draft, ends, match.span(), "takes", 0.8)
    for match in _TAKEN.finditer(draft.text):
        for ends in product(_ids(following(draft, match.end(), _ENDS)), doers(draft, match.start(), _ENDS)):
            yield _proposal(draft, ends, match.span(), "taken", 0.7)
    for match in _INVITES.finditer(draft.text):
        guests = following(draft, match.end(), _ENDS)
        _, end = bounds(draft, match.start())
        joint = guests and re.search(
            rf"\b(?:{_VERB}|{_NOUN})\b", draft.text[guests[-1].end : min(end, guests[-1].end + 80)], re.I
        )
        for ends in product(doers(draft, match.start(), _ENDS), _ids(guests)) if joint else ():
            yield _proposal(draft, ends, match.span(), "invites", 0.6)


def _both(draft: Draft) -> Iterator[Proposal]:
    """A and B agree, sign, cooperate."""
    for match in _BOTH.finditer(draft.text):
        run = _without_means(draft, subject(draft, match.start(), _ENDS))
        gap = draft.text[run[-1].end : match.start()] if run else ""
        apart = _ELSEWHERE.match(draft.text, match.end())  # "A dan B bekerja sama dengan C" is told by the first rule
        if run and not apart and not has_verb(re.sub(r"\b(?:akan|telah|sudah)\b", "", gap)):
            for ends in combinations(_ids(run), 2):
                if len({draft.things[e].label for e in ends}) == 1:
                    yield _proposal(draft, ends, match.span(), "both", 0.7)


def _without_means(draft: Draft, run: list[Span]) -> list[Span]:
    """A run less what opens its sentence as a means: "Dengan dukungan A, B dan C sepakat" is about B and C."""
    start = bounds(draft, run[0].start)[0] if run else 0
    apart = len(run) > 2 and _OPENS.match(draft.text, start, run[0].start)
    return run[1:] if apart and draft.text[run[0].end : run[1].start].rstrip().endswith(",") else run


def _together(draft: Draft) -> Iterator[Proposal]:
    """A together with B does something."""
    for left, right in zip(draft.spans, draft.spans[1:], strict=False):
        gap = draft.text[left.end : right.start]
        labels = {draft.label(left), draft.label(right)}
        if len(gap) < 60 and _TOGETHER.match(gap) and not has_verb(gap) and labels == {"Institution"}:
            for other in _run_from(draft, right):
                yield _proposal(draft, (left.entity, other), (left.end, right.start), "together", 0.6)


def _run_from(draft: Draft, first: Span) -> list[str]:
    """The institutions of the run that begins with `first`: "bersama A, B, dan C"."""
    run = following(draft, first.start, ("Institution",), reach=0)
    return _ids(run) if run and run[0] == first else [first.entity]
