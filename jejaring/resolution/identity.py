"""Stable ids: one real-world thing gets one id, from its label and its name alone, whatever the order of loading.

An id is a hash of the label and a key. The key is the canonical name where the lexicon knows one, else the folded name
without the words that do not tell things apart. What a name can't tell apart over articles (an unnamed event, a crowd
without a proper name, a suspect's initials) is keyed by its article as well, and so stays that article's own.
"""

from __future__ import annotations

import hashlib
import re

from jejaring.lexicon import canonical, sole_region
from jejaring.models import ArticleEntity, Document
from jejaring.text.normalise import fold

VERSION = "3"  # raise it when the same name may get another id: loaded articles are then read anew

_COUNTRY_TAIL = re.compile(r" (?:republik indonesia|ri|indonesia)$")
_COMPANY = re.compile(r"^pt | (?:tbk|persero)\b")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_OFFICE_OF_INSTITUTION = re.compile(r"^(?:kementerian|kemen|badan|komisi|kepolisian|kejaksaan|mahkamah|dewan)\b")
_THE = re.compile(r"^the (?=\w+ )")
_GENERAL = re.compile(
    r"^(?:program|programme|gerakan|aplikasi|proyek|project|skema|scheme|kebijakan|layanan|platform|inisiatif) (?=\w)"
)
_NO_DIFFERENCE = frozenset("the ri republik indonesia pt tbk persero provinsi kota negara".split())
_PROPER = re.compile(r"(?<!^)(?<![.\d] )\b[A-Z]\w+")


def digest(*parts: str) -> str:
    """16 hexadecimal digits that stand for `parts`."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def canonical_name(entity: ArticleEntity) -> str | None:
    """The name the lexicon knows the entity by: asked for its name first, then for its other forms.

    Another form counts only where the name has no word beyond what that form stands for: an article calls Japan's
    ministry "Kementerian Luar Negeri" for short, and a regional board by its national acronym.
    """
    words = set(fold(entity.name).split()) - _NO_DIFFERENCE
    for form in (entity.name, *entity.aliases):
        known = canonical(entity.label, form)
        if known and (form == entity.name or words <= set(fold(known).split())):
            return (sole_region(known) or known) if entity.label == "Place" else known
    return None


def key(entity: ArticleEntity, document: Document) -> str:
    """What tells `entity` apart from others of its label (see the module's docstring)."""
    own = f"{document.id}#"
    name = _THE.sub("", fold(canonical_name(entity) or entity.name))
    if entity.label == "Program":
        return _GENERAL.sub("", name)
    if entity.label == "Institution":
        return _institution(name)
    if entity.label == "Person" and _INITIALS.fullmatch(entity.name):
        return own + name
    if entity.label == "Event" and not _is_shared_event(entity):
        return f"{own}{entity.attrs.get('date') or ''}#{name}"
    if entity.label == "Group" and not _PROPER.search(entity.name):
        return own + name
    return name


def _institution(name: str) -> str:
    name = _COMPANY.sub(" ", name).strip()
    return _COUNTRY_TAIL.sub("", name) if _OFFICE_OF_INSTITUTION.match(name) else name


def _is_shared_event(entity: ArticleEntity) -> bool:
    """Whether the event's name is one that several articles would use: a proper name that tells its edition."""
    words = entity.name.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) >= 2 and capitals / len(words) > 0.6 and not entity.attrs.get("unnamed")


def entity_id(entity: ArticleEntity, document: Document) -> str:
    """The id of `entity` in every graph: the label's first letters and 16 hexadecimal digits."""
    return f"{entity.label[:3].lower()}-{digest(entity.label, key(entity, document))}"
