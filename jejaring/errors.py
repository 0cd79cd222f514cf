"""What can go wrong for a user: one base, one child for each thing, in English and Indonesian."""

from __future__ import annotations

from typing import Any, ClassVar


class JejaringError(Exception):
    """Something a user can understand and mend; `where` fills the places in its message and its hint.

    Each child gives `en` and `id_` (what went wrong, where) and `hint_en` and `hint_id` (what to do) as
    `str.format` templates. `str(error)` is the English message; the command line prints the language asked for.
    """

    exit_code: ClassVar[int] = 1
    en: ClassVar[str] = "something went wrong"
    id_: ClassVar[str] = "terjadi kesalahan"
    hint_en: ClassVar[str] = ""
    hint_id: ClassVar[str] = ""

    def __init__(self, **where: Any) -> None:
        super().__init__(where)
        self.where = where

    def __str__(self) -> str:
        return self.message()

    def message(self, lang: str = "en") -> str:
        """What went wrong, in `lang` ("id" or "en")."""
        return (self.id_ if lang == "id" else self.en).format(**self.where)

    def hint(self, lang: str = "en") -> str:
        """What to do about it, in `lang`; empty where there is nothing to add."""
        return (self.hint_id if lang == "id" else self.hint_en).format(**self.where)


class OntologyError(JejaringError):
    """A label, an edge type or an edge's end that the ontology does not allow."""

    en = "the ontology does not allow {what}"
    id_ = "ontologi tidak mengizinkan {what}"
