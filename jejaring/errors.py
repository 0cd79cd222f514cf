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


class SettingsError(JejaringError):
    """A setting that can't be used."""

    exit_code = 2
    en = "setting in {path}: {problem}"
    id_ = "pengaturan di {path}: {problem}"
    hint_en = "known settings: graph, user, password, lang (id or en)"
    hint_id = "pengaturan yang dikenal: graph, user, password, lang (id atau en)"


class SameArticleError(JejaringError):
    """A second document of one load that is the same article (the same URL, or outlet, title and date)."""

    en = "{source}: the same article as {other}, which was read first"
    id_ = "{source}: artikel yang sama dengan {other}, yang sudah dibaca lebih dulu"
    hint_en = "load the newer version on its own to replace the older one"
    hint_id = "muat versi yang lebih baru secara terpisah untuk mengganti yang lama"


class UnreadableStoryError(JejaringError):
    """An article that a rule of ours stumbled over."""

    en = "{source}: could not be read: {problem}"
    id_ = "{source}: tidak dapat dibaca: {problem}"
    hint_en = "please report this article; the others were loaded"
    hint_id = "mohon laporkan artikel ini; yang lain sudah dimuat"


class InterruptedWorkError(JejaringError):
    """Ctrl-C while a store was open."""

    exit_code = 130
    en = "stopped"
    id_ = "dihentikan"
    hint_en = "the graph is sound; the same command goes on where it stopped"
    hint_id = "graf tetap utuh; perintah yang sama akan melanjutkan dari tempat berhenti"


class UnwritableFileError(JejaringError):
    """A file that can't be written."""

    en = "can't write {path}: {problem}"
    id_ = "tidak dapat menulis {path}: {problem}"
    hint_en = "choose another file or folder"
    hint_id = "pilih berkas atau folder lain"
