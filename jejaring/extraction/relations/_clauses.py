"""Who does what to whom around a verb: actors, enumerations, subjects, agents and objects of one sentence.

All functions take offsets of `draft.text` and give spans in text order; none looks outside the sentence at hand.
An *actor* is a Person, Group or Institution that stands for itself: "Menteri Keuangan Sri" is one actor, the person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from jejaring.extraction.draft import Draft, Span
from jejaring.extraction.relations._words import CONTROL, DELEGATES, INSIDE, OBLIQUE, SAY, TITLES, words

__all__ = [
    "ACTORS", "TITLES", "actors", "agents", "bounds", "chain_end", "enumerations", "events", "following", "has_verb",
    "in_title", "lead", "lead_word", "pairs", "places", "subject", "supposed", "vague", "words",
]  # fmt: skip

ACTORS = ("Person", "Group", "Institution")


_AND = r"(?:dan|serta|juga|hingga|maupun|beserta|bersama|and|as well as|along with|together with|&)"
_VERB = re.compile(
    r"\b(?:(?:me(?:m|n|ng|ny|l|r|w|y)|ber|di)[a-z]{3,}|bekerja|belajar|ada|adalah|ialah|akan|telah|sudah|saat|ketika|usai|setelah|"
    r"yang|kata|ujar|tutur|hadir|tiba|ikut|pada|agar|karena|bahwa|said|says|was|were|is|are|has|had|will|who|which|"
    r"when|after|that|while)\b"
)
# Words of these shapes are no verbs, though they look like ones.
_NO_VERB = re.compile(
    r"\b(?:menteri|menko|media|medis|mesin|metro|merek|direktur\w*|dirjen|dinas|digital|divisi|diri|bersama|beserta|bertajuk|bertema|bernama|berjudul|bertitel|berbagai|beberapa|medan|metode)\b"
)
_TITLE_START = re.compile(r"[,;:“\"]|\b(?:dan|serta|and|di|ke|yang|dengan|with|oleh|by)\b")
_JOIN = re.compile(rf"^\s*(?:\([^()]*\))?\s*(?:[,;]|,?\s*\b{_AND}\b)")
_LINKING = words(
    "bersama beserta dengan with seperti termasuk including didampingi ditemani dan and through via melalui"
)
# Behind a comma a preposition leads on to place or time: "A, di kantor B" is no list.
_ELSEWHERE = re.compile(r"^\s*(?:\([^()]*\))?\s*,\s*(?:di|ke|dari|pada|dalam|in|at|on|from|to)\b")
_QUOTE_END = re.compile(r"[,.!?…][\"”]|[“]")
_PRONOUN = re.compile(
    r"\b(?:[Ii]a|[Dd]ia|[Bb]eliau|[Mm]ereka|[Kk]ami|[Kk]ita|[Ss]aya|[Aa]ku|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)\b"
)
_SAYING = re.compile(
    r"\b(?:mengatakan|menyebutkan?|menyampaikan|menegaskan|mengaku|menilai|menjelaskan|menyatakan|menuturkan|mengungkapkan|said|says)\b\s*(?:,|bahwa|that)"
)
# "A said the ministry would ...": what is said is about another, though nobody knows whom.
_OF_ANOTHER = re.compile(
    r"\b(?:mengatakan|menyebutkan?|menegaskan|menilai|menjelaskan|menyatakan|menuturkan|mengungkapkan|menambahkan|said|says"
    r"|announced|stated|added)\s+(?:(?:bahwa|that)\s+)?(?:the|its|their|his|her|an?|kementerian|pemerintah|pem(?:kab|kot|prov|da)"
    r"|lembaga|perusahaan|partai|kampus|perseroan|organisasi|program|kegiatan|acara|warga|masyarakat|para|[A-Z]\w+)(?:nya)?\b"
)
# "putra Presiden Joko Widodo itu" is somebody else than the name in it.
_BESIDES = re.compile(r"\b(?:didampingi|ditemani|dipimpin|diwakili)\s+(?:langsung\s+)?(?:oleh\s+)?[^,;]{0,60}$")
_REPORTED = re.compile(
    r"(?:Hal|Pernyataan|Ajakan|Pesan|Penegasan|Imbauan|Harapan|Komitmen|Permintaan)\s(?:itu|tersebut|ini)\b[^,.]{0,20}\b"
    r"di(?:sampaikan|ungkapkan|katakan|tegaskan|utarakan|lontarkan|kemukakan)(?:\s+olehnya|nya)?\s+"
    r"(?:saat|usai|seusai|dalam|pada|ketika|setelah)\b"
)
_THAT = re.compile(r"\s+(?:itu|tersebut)\b")
_WORD = re.compile(r"[\w.'’/&-]+")
_LONGEST_NAME = 600  # no span is longer than a sentence


def bounds(draft: Draft, at: int) -> tuple[int, int]:
    """Start and end of the sentence that holds `at`, to serve as evidence; of the character alone in no sentence."""
    sentence = draft.sentence_at(at)
    return (sentence.start, sentence.end) if sentence else (at, at + 1)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def has_verb(text: str) -> bool:
    """Whether a stretch between two names opens or holds a clause (a verb, conjunction or relative pronoun)."""
    return bool(_VERB.search(_NO_VERB.sub(_blank, text)))


_BESIDE = re.compile(r"\s+(?:(?:Bapak|Ibu|Pak|Bu|H|Hj|Dr|Ir)\.?\s+)?")


def _people(draft: Draft, start: int, end: int) -> list[Span]:
    """The people named, not as pronouns, whose spans begin before `end` and end behind `start`."""
    if "people" not in draft.notes:
        draft.notes["people"] = [s for s in draft.spans if draft.label(s) == "Person" and s.kind != "pronoun"]
    people: list[Span] = draft.notes["people"]
    first = bisect_left(people, start - _LONGEST_NAME, key=_start)
    return [s for s in people[first : bisect_left(people, end, key=_start)] if s.end > start]


def _start(span: Span) -> int:
    return span.start


def in_title(draft: Draft, span: Span) -> bool:
    """Whether an Institution or Place is part of an office ("Ketua Forum X, Abdul"; "Abdul, ketua Forum X")."""
    if draft.label(span) not in ("Institution", "Place"):
        return False
    start, _ = bounds(draft, span.start)
    people = _people(draft, start, span.end + 8)
    if any(span.end < s.start <= span.end + 7 and _BESIDE.fullmatch(draft.text[span.end : s.start]) for s in people):
        return True
    start = max([start, *(s.end for s in people if start < s.end <= span.start)])
    before = _TITLE_START.split(draft.text[start : span.start])[-1]
    verbs = list(_VERB.finditer(_NO_VERB.sub(_blank, before.lower())))
    last: list[str] = [w.lower().strip("-") for w in _WORD.findall(before[verbs[-1].end() if verbs else 0 :])][-7:]
    return not DELEGATES.intersection(last[-2:]) and bool(TITLES.intersection(last))


_IF = re.compile(r"\b(?:agar|supaya|jika|bila|apabila|kalau|andai|if|should)\b", re.I)
_VAGUE = re.compile(
    r"(?:sejumlah|beberapa|berbagai|pejabat tinggi|some)\b|"
    r"(?:wisatawan|masyarakat|pengunjung)(?: (?:setempat|sekitar|luas|umum|saja|asing))?$",
    re.I,
)


def vague(draft: Draft, thing: str) -> bool:
    """Whether the thing with this id is a group of nobody in particular ("sejumlah pejabat")."""
    return draft.things[thing].label == "Group" and bool(_VAGUE.match(draft.things[thing].name))


def supposed(draft: Draft, at: int) -> bool:
    """Whether the verb at `at` stands behind "agar" or "jika" in its sentence, so that nothing is said to happen."""
    start, _ = bounds(draft, at)
    return bool(_IF.search(draft.text, start, at))


def actors(draft: Draft, start: int, end: int, labels: tuple[str, ...] = ACTORS) -> list[Span]:
    """The spans of these labels in `text[start:end]` that stand for themselves, not for somebody's office."""
    return [
        s for s in draft.within(start, end, *labels) if draft.label(s) in ("Person", "Group") or not in_title(draft, s)
    ]


def events(draft: Draft, *labels: str) -> list[Span]:
    """The mentions of events (or of these labels), without those inside an office ("Ketua Forum X")."""
    spans = [s for s in draft.spans if draft.label(s) in (labels or ("Event",))]
    return [s for s in spans if lead_word(draft, s.start) not in TITLES]


_COORDINATED = re.compile(r"\s*(?:,\s*(?:dan\s+)?|\s(?:dan|serta|and)\s+)")


def chain_end(draft: Draft, event: Span) -> int:
    """Where the last of the events coordinated with `event` ends: "A dan B yang digelar di X" speaks of both."""
    end = event.end
    for other in draft.within(event.end, bounds(draft, event.start)[1], "Event"):
        if other.start >= end and _COORDINATED.fullmatch(draft.text, end, other.start):
            end = other.end
    return end


def lead_word(draft: Draft, at: int) -> str:
    """The lower-cased word right before `at`, "" where there is none."""
    match = re.search(r"(\w+)\s+$", draft.text[max(0, at - 30) : at])
    return match[1].lower() if match else ""


def enumerations(draft: Draft, start: int, end: int, labels: tuple[str, ...] = ACTORS) -> list[list[Span]]:
    """The actors of `text[start:end]` grouped into runs: "A, B, dan C" is one run, titles between them allowed."""
    runs: list[list[Span]] = []
    for span in actors(draft, start, end, labels):
        if runs and _joined(draft, runs[-1][-1], span):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _joined(draft: Draft, left: Span, right: Span) -> bool:
    gap = draft.text[left.end : right.start]
    whose = draft.label(left) == "Place" and draft.label(right) == "Person"  # "legislator dapil X, A" names one actor
    if whose or _ELSEWHERE.match(gap) or _governed(gap):
        return False
    limit = 160 if draft.label(right) == "Person" else 60
    return len(gap) <= limit and bool(_JOIN.match(gap)) and not has_verb(gap) and not re.search(r"[.!?]\s+[A-Z]", gap)


def _governed(gap: str) -> bool:
    """Whether a preposition between two names governs the second: "A, based in B" is no list, "A, tim dari B" is."""
    words = gap.lower().split()[-2:]
    return bool(words) and words[-1] in OBLIQUE - _LINKING and words[0] not in DELEGATES


def lead(draft: Draft, span: Span) -> str:
    """The lower-cased word before the phrase of `span`, titles skipped; "" at the start of a sentence."""
    start, _ = bounds(draft, span.start)
    for match in reversed(list(_WORD.finditer(draft.text, start, span.start))):
        word, low = match.group(), match.group().lower()
        if low == "of" and _common_noun(draft, start, match.start()):
            return low
        if low in INSIDE or (low in OBLIQUE and _governs_other(draft, match.end(), span)):
            continue
        if low in OBLIQUE or (not word[0].isupper() and low not in TITLES and low not in DELEGATES):
            return low
    return ""


def _common_noun(draft: Draft, start: int, at: int) -> bool:
    """Whether a noun that is no office stands right before `at`: "a graduate of X" is not X."""
    word = re.search(r"[\w-]+(?=\s+\Z)", draft.text[start:at])
    return word is not None and word.group().islower() and word.group() not in TITLES | DELEGATES


def _governs_other(draft: Draft, at: int, span: Span) -> bool:
    """Whether a preposition ending at `at` belongs inside a title: "Duta Besar Rusia untuk Indonesia, Sergei"."""
    return any(
        at < s.start <= at + 16 and s.end <= span.start for s in draft.within(at, span.start, "Place", "Institution")
    )


def _window(draft: Draft, at: int) -> int:
    """Where the clause of a verb at `at` can begin: the sentence, or what follows the last quotation mark."""
    start, _ = bounds(draft, at)
    marks = [m.end() for m in _QUOTE_END.finditer(draft.text, start, at)]
    return marks[-1] if marks else start


def _can_act(draft: Draft, run: list[Span]) -> bool:
    if draft.label(run[-1]) == "Person" and _THAT.match(draft.text, run[-1].end):
        return False
    start, _ = bounds(draft, run[0].start)
    if _BESIDES.search(draft.text[start : run[0].start]):
        return False
    word = lead(draft, run[0])
    if word in CONTROL:
        return True
    return word not in OBLIQUE and not (
        re.fullmatch(r"me(?:m|n|ng|ny|l|r)\w{3,}", word) and not _NO_VERB.fullmatch(word)
    )


def subject(draft: Draft, at: int, labels: tuple[str, ...] = ACTORS) -> list[Span]:
    """The subject of the verb at `at`: the nearest run before it that no preposition or verb governs.

    A verb in an opening adverbial ("Saat menerima A, B mengatakan") takes the run after the comma. Empty where a
    pronoun that stands for nobody known comes between.
    """
    start = _window(draft, at)
    for run in reversed(enumerations(draft, start, at, labels)):
        if _cut_off(draft.text[run[-1].end : at]):
            return []
        if _can_act(draft, run):
            return run
    if _REPORTED.match(draft.text, start, at):
        return _last_person(draft, start)
    if _PRONOUN.search(draft.text, start, at) or at - start > 40:
        return []
    return _after_comma(draft, at, labels)


def _last_person(draft: Draft, before: int) -> list[Span]:
    """Who "Hal itu disampaikan saat ..." speaks of: the last speaker before, else the person named last."""
    near = [s for s in _people(draft, before - 700, before) if s.end <= before]
    speakers = [s for s in near if lead(draft, s) in SAY or _SAYING.match(draft.text, s.end + 1)]
    return (speakers or near)[-1:]


# "A menanggapi aksi warga yang mendatangi": the verb behind "yang" is not A's.
_OBJECTS_VERB = re.compile(r"\bme(?:m|n|ng|ny|l|r)\w{3,}\s[^,]{3,}\byang\s+(?:sama sekali\s+)?(?:\w+\s+){0,2}$")


def _cut_off(gap: str) -> bool:
    """Whether what stands between a run and a verb keeps the run from being the verb's subject."""
    ordered = re.search(r"\b(?:melarang|meminta|mengajak|mengundang|mendorong|mendesak|agar|supaya)\b", gap)
    return bool(
        len(gap) > 140
        or _OBJECTS_VERB.search(gap)
        or ordered
        or _PRONOUN.search(gap)
        or _SAYING.search(gap)
        or _OF_ANOTHER.search(gap)
        or re.search(r"[;:]", gap)
    )


def _after_comma(draft: Draft, at: int, labels: tuple[str, ...]) -> list[Span]:
    _, end = bounds(draft, at)
    quote = re.compile(r"[\"“”]").search(draft.text, at, end)
    end = quote.start() if quote else end
    comma = draft.text.find(", ", at, end)
    while 0 <= comma < end:
        runs = enumerations(draft, comma, end, labels)
        if (
            runs
            and not has_verb(draft.text[comma : runs[0][0].start])
            and has_verb(draft.text[runs[0][-1].end : end][:40])
        ):
            return runs[0]
        comma = draft.text.find(", ", comma + 1, end)
    return []


_NO_OBJECT = re.compile(
    r"[;:“]|^\s*(?:di|in|at|on|ke|untuk|dari)\b|\b(?:sebagai|pada|dalam|soal|terkait|melalui|terhadap|kepada|agar|seperti|for|about|through|regarding)\b"
)


def following(draft: Draft, at: int, labels: tuple[str, ...] = ACTORS, reach: int = 80) -> list[Span]:
    """The run that begins within `reach` characters after `at`, no verb between: the object of a verb ending there."""
    _, end = bounds(draft, max(at - 1, 0))
    for run in enumerations(draft, at, end, labels):
        gap = draft.text[at : run[0].start]
        return run if len(gap) <= reach and not has_verb(gap) and not _NO_OBJECT.search(gap) else []
    return []


_BY = re.compile(r"\s*(?:,?\s*(?:secara )?(?:langsung|turut|resmi|pula|juga))?\s*(?:oleh|by)?\s+")


def agents(draft: Draft, at: int, labels: tuple[str, ...] = ACTORS) -> list[Span]:
    """The agents behind a passive verb that ends at `at`: "dihadiri (langsung oleh) A, B, dan C"."""
    match = _BY.match(draft.text, at)
    return following(draft, match.end() if match else at, labels, reach=120)


def pairs(left: list[Span], right: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Each of `left` with each of `right`, of different things."""
    yield from ((a, b) for a in left for b in right if a.entity != b.entity)


_PLACE_BREAK = re.compile(r"[;:“\"]|[.!?]\s|\b(?:yang|who|which|untuk|guna|karena|bahwa|kata|ujar|dan|and|serta)\b")


def places(draft: Draft, at: int, reach: int = 60) -> list[Span]:
    """The place or places named first within `reach` characters after `at`: "di A dan B" gives both, "di A, B" only A.

    An address ("Balai Kota, Jakarta Pusat") is known by its commas without a final "dan".
    """
    _, end = bounds(draft, max(at - 1, 0))
    spans = [s for s in draft.within(at, end, "Place", "Institution") if not in_title(draft, s)]
    if not spans or spans[0].start - at > reach or _PLACE_BREAK.search(draft.text, at, spans[0].start):
        return []
    gaps = [draft.text[a.end : b.start].strip() for a, b in pairwise(spans)]
    size = next((n for n, gap in enumerate(gaps) if not re.fullmatch(rf",|,?\s*{_AND}(?: \w+)?", gap)), len(gaps))
    last = next((n for n in range(size, 0, -1) if re.search(_AND, gaps[n - 1])), 0)
    return spans[: last + 1]
