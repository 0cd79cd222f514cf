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


class UnexpectedError(JejaringError):
    """A fault of ours."""

    en = "unexpected: {problem}"
    id_ = "tak terduga: {problem}"
    hint_en = "please report it with what JEJARING_DEBUG=1 shows; the graph is sound"
    hint_id = "mohon laporkan beserta keluaran JEJARING_DEBUG=1; graf tetap utuh"


class OntologyError(JejaringError):
    """A label, an edge type or an edge's end that the ontology does not allow."""

    en = "the ontology does not allow {what}"
    id_ = "ontologi tidak mengizinkan {what}"


class SettingsError(JejaringError):
    """A setting that can't be used."""

    exit_code = 2
    en = "setting in {path}: {problem}"
    id_ = "pengaturan di {path}: {problem}"
    hint_en = "known settings: graph, user, password, lang (id or en); docs/llm.md has those of a language model"
    hint_id = "pengaturan yang dikenal: graph, user, password, lang (id atau en); untuk model bahasa lihat docs/llm.md"


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


class StoppedReadingError(JejaringError):
    """What keeps an extractor from reading any article, so that a load stops instead of failing on each."""


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


class UnknownQueryError(JejaringError):
    """A query that the library does not hold."""

    exit_code = 2
    en = "no query is called {name!r}; the nearest: {near}"
    id_ = "tidak ada kueri bernama {name!r}; yang terdekat: {near}"
    hint_en = "`jejaring queries` lists them all"
    hint_id = "`jejaring queries` menampilkan semuanya"


class UnknownParameterError(JejaringError):
    """A parameter that the query does not take."""

    exit_code = 2
    en = "the query {query} takes no parameter {name!r}; it takes: {known}"
    id_ = "kueri {query} tidak mengenal parameter {name!r}; yang dikenal: {known}"


class MissingParameterError(JejaringError):
    """A parameter without which the query can't run."""

    exit_code = 2
    en = "the query {query} needs the parameter {name!r}: {meaning}"
    id_ = "kueri {query} memerlukan parameter {name!r}: {arti}"
    hint_en = "give it with --param {name}=..."
    hint_id = "berikan dengan --param {name}=..."


class ParameterValueError(JejaringError):
    """A parameter's value that is not of its type."""

    exit_code = 2
    en = "the query {query} can't take {value!r} as {name!r}; it takes: {wanted}"
    id_ = "kueri {query} tidak dapat menerima {value!r} sebagai {name!r}; yang diterima: {wanted}"


class WriteRefusedError(JejaringError):
    """A statement of the user's own that could change the graph."""

    exit_code = 2
    en = "the statement could change the graph, and was not run"
    id_ = "pernyataan itu dapat mengubah graf, dan tidak dijalankan"
    hint_en = "a query only reads; `jejaring load` and `jejaring forget` change the graph"
    hint_id = "kueri hanya membaca; `jejaring load` dan `jejaring forget` yang mengubah graf"


class AmbiguousNameError(JejaringError):
    """A name that fits several entities equally well."""

    exit_code = 2
    en = "{name!r} fits several (articles, id):{candidates}"
    id_ = "{name!r} cocok dengan beberapa (artikel, id):{candidates}"
    hint_en = "say which: with its label ({example!r}), its full name, or its id"
    hint_id = "pilih salah satu: dengan labelnya ({example!r}), nama lengkapnya, atau id-nya"


class NameNotFoundError(JejaringError):
    """A name that fits no entity."""

    en = "nothing in the graph is called {name!r}; the nearest (articles, id):{near}"
    id_ = "tidak ada yang bernama {name!r} di graf; yang terdekat (artikel, id):{near}"
    hint_en = "try a part of the name with `jejaring find`"
    hint_id = "coba sebagian dari namanya dengan `jejaring find`"


class NothingLikeItError(NameNotFoundError):
    """A name that fits no entity, where none is near either."""

    en = "nothing in the graph is called {name!r}, or anything like it"
    id_ = "tidak ada yang bernama {name!r} di graf, dan tidak ada yang mirip"


class NoSuchEntityError(JejaringError):
    """An entity id that the graph does not hold."""

    en = "the graph holds no entity with the id {id!r}"
    id_ = "graf tidak memuat entitas dengan id {id!r}"
    hint_en = "`jejaring find NAME` gives the ids"
    hint_id = "`jejaring find NAMA` memberikan id-nya"


class NoSuchEdgeError(JejaringError):
    """An id of neither an edge nor a claim of the graph, or ends that no edge of the type joins."""

    en = "the graph holds no edge or claim {id}"
    id_ = "graf tidak memuat sisi atau klaim {id}"
    hint_en = "`jejaring show NAME --json` gives the ids of edges and claims"
    hint_id = "`jejaring show NAMA --json` memberikan id sisi dan klaim"


class TraceEndsError(JejaringError):
    """Too few or too many different entities to trace between."""

    exit_code = 2
    en = "a trace joins {least} to {most} different entities; {given} given"
    id_ = "pelacakan menghubungkan {least} sampai {most} entitas berbeda; diberikan {given}"


class GraphUrlError(JejaringError):
    """A graph's URL that no store understands."""

    en = "{url!r} is neither a file nor a Neo4j URL"
    id_ = "{url!r} bukan berkas dan bukan URL Neo4j"
    hint_en = "give the path of a file, or a URL such as bolt://localhost:7687"
    hint_id = "berikan jalur berkas, atau URL seperti bolt://localhost:7687"


class NoServerError(JejaringError):
    """No Neo4j server answers at the URL."""

    en = "no Neo4j server answers at {url}"
    id_ = "tidak ada server Neo4j yang menjawab di {url}"
    hint_en = "start it (docker compose up -d, then wait until it is healthy) or check host and port (Bolt is 7687)"
    hint_id = "jalankan (docker compose up -d, tunggu sampai siap) atau periksa host dan port (Bolt: 7687)"


class WrongPasswordError(JejaringError):
    """The Neo4j server refuses the user or the password."""

    en = "{url} refuses user {user!r} or the password"
    id_ = "{url} menolak pengguna {user!r} atau kata sandinya"
    hint_en = "set JEJARING_USER and JEJARING_PASSWORD to what the server was started with"
    hint_id = "atur JEJARING_USER dan JEJARING_PASSWORD sesuai dengan server"


class ForeignGraphError(JejaringError):
    """A database or a store file that holds somebody else's graph."""

    en = "{url} holds a graph that jejaring did not make; nothing was written"
    id_ = "{url} berisi graf yang bukan buatan jejaring; tidak ada yang ditulis"
    hint_en = "give an empty database or a new file"
    hint_id = "berikan basis data kosong atau berkas baru"


class NewerGraphError(JejaringError):
    """A graph made by a newer version."""

    en = "{url} was made by a newer version (schema {found}, this version knows {known})"
    id_ = "{url} dibuat oleh versi yang lebih baru (skema {found}, versi ini mengenal {known})"
    hint_en = "update jejaring"
    hint_id = "perbarui jejaring"


class NoGraphError(JejaringError):
    """There is no graph yet where one is to be read."""

    en = "there is no graph at {url} yet"
    id_ = "belum ada graf di {url}"
    hint_en = "load articles first: jejaring load FILES"
    hint_id = "muat artikel dahulu: jejaring load BERKAS"


class NotAStoreError(JejaringError):
    """A file or folder that is no store of ours."""

    en = "{path} is not a jejaring graph ({problem})"
    id_ = "{path} bukan graf jejaring ({problem})"
    hint_en = "give another file with --graph or JEJARING_GRAPH; a damaged one can be loaded anew from its articles"
    hint_id = "berikan berkas lain dengan --graph atau JEJARING_GRAPH; yang rusak dapat dimuat ulang dari artikelnya"


class NoFolderError(JejaringError):
    """A store file in a folder that does not exist."""

    en = "{path} can't be made: there is no folder {folder}"
    id_ = "{path} tidak dapat dibuat: folder {folder} tidak ada"
    hint_en = "make the folder first, or give another file with --graph or JEJARING_GRAPH"
    hint_id = "buat foldernya dahulu, atau berikan berkas lain dengan --graph atau JEJARING_GRAPH"


class LostStoreError(JejaringError):
    """The main file of a store is gone and its write-ahead log is left."""

    en = "{path} is missing, but its log {log} is still there: only a part of the graph is left"
    id_ = "{path} hilang, tetapi lognya {log} masih ada: hanya sebagian graf yang tersisa"
    hint_en = "put {path} back from a backup, or delete {log} and load the articles anew"
    hint_id = "kembalikan {path} dari cadangan, atau hapus {log} lalu muat ulang artikelnya"


class LockedStoreError(JejaringError):
    """Another process has the store open for writing."""

    en = "{path} is being written by another process (pid {pid})"
    id_ = "{path} sedang ditulis oleh proses lain (pid {pid})"
    hint_en = "wait until it has finished, or stop it"
    hint_id = "tunggu sampai selesai, atau hentikan"


class StoreFailedError(JejaringError):
    """The disk or the server failed under the store."""

    en = "{url} failed: {problem}"
    id_ = "{url} gagal: {problem}"
    hint_en = "check free space and permissions (and the server's log); what was committed is safe"
    hint_id = "periksa ruang kosong dan izin (serta log server); yang sudah tersimpan tetap aman"


class BusyGraphError(JejaringError):
    """Other writers kept changing the graph, or the server had no room, until the last attempt."""

    en = "{url} is too busy: {problem}"
    id_ = "{url} terlalu sibuk: {problem}"
    hint_en = "run the command again; what was loaded stays"
    hint_id = "jalankan lagi perintahnya; yang sudah dimuat tetap ada"


class NoRoomError(BusyGraphError):
    """One transaction needs more memory than the server gives; half of it may fit."""

    hint_en = "give the server more memory (server.memory.heap.max_size), or load fewer articles at a time"
    hint_id = "beri server lebih banyak memori (server.memory.heap.max_size), atau muat lebih sedikit artikel"


class StaleGraphError(JejaringError):
    """Another writer changed the graph between reading and writing; nothing was written."""

    en = "{url} was changed by another writer at the same moment"
    id_ = "{url} diubah oleh penulis lain pada saat yang sama"
    hint_en = "run the command again"
    hint_id = "jalankan lagi perintahnya"


class ReadOnlyGraphError(JejaringError):
    """A write into a graph that was opened for reading."""

    en = "{url} is open for reading only"
    id_ = "{url} hanya dibuka untuk dibaca"


class CypherError(JejaringError):
    """A Cypher statement that the store can't run."""

    en = "the Cypher can't be run: {problem}"
    id_ = "Cypher ini tidak dapat dijalankan: {problem}"
    hint_en = "docs/data-model.md lists labels, edge types and properties"
    hint_id = "docs/data-model.md memuat label, jenis relasi dan propertinya"


class SlowQueryError(JejaringError):
    """A statement that ran past its time."""

    en = "the query took longer than {seconds:g} seconds and was stopped"
    id_ = "kueri berjalan lebih dari {seconds:g} detik dan dihentikan"
    hint_en = "ask for less: name a start node, shorten paths, add LIMIT"
    hint_id = "persempit: sebut simpul awal, perpendek jalur, tambahkan LIMIT"


class DocumentError(JejaringError):
    """A file, or a row of one, that gives no article; `source` is the file, and the line where there are several.

    `skipped` where the article is left out on purpose, which is no failure.
    """

    skipped: ClassVar[bool] = False


class NotGoldError(DocumentError):
    """A file, or a line of one, that is no annotated article."""

    en = "{source}: not an annotated article ({problem})"
    id_ = "{source}: bukan artikel beranotasi ({problem})"
    hint_en = "each line is one JSON object with id, text, entities and claims, as `jejaring extract` writes it"
    hint_id = "setiap baris satu objek JSON dengan id, text, entities dan claims, seperti tulisan `jejaring extract`"


class MissingFileError(DocumentError):
    """A path or glob that names nothing."""

    en = "{source}: no such file or folder"
    id_ = "{source}: berkas atau folder tidak ditemukan"
    hint_en = "check the spelling and the folder you are in"
    hint_id = "periksa ejaannya dan folder tempat Anda berada"


class UnreadableFileError(DocumentError):
    """A file that the system does not let us read."""

    en = "{source}: cannot be read ({problem})"
    id_ = "{source}: tidak dapat dibaca ({problem})"
    hint_en = "check the file's permissions, or copy it to another place"
    hint_id = "periksa izin berkasnya, atau salin ke tempat lain"


class UnknownFormatError(DocumentError):
    """A file whose suffix no loader reads."""

    en = "{source}: not a format that holds articles here"
    id_ = "{source}: bukan format artikel yang dikenal"
    hint_en = "known suffixes: {known}"
    hint_id = "akhiran yang dikenal: {known}"


class NoArticlesError(DocumentError):
    """A folder without a file of a known format."""

    en = "{source}: no articles in this folder"
    id_ = "{source}: tidak ada artikel di folder ini"
    hint_en = "articles are files with one of these suffixes: {known}"
    hint_id = "artikel adalah berkas dengan salah satu akhiran ini: {known}"


class FileTooBigError(DocumentError):
    """A file above the limit."""

    en = "{source}: {size} MB is more than the limit of {limit} MB a file"
    id_ = "{source}: {size} MB melebihi batas {limit} MB per berkas"
    hint_en = "split it into smaller files"
    hint_id = "pecah menjadi beberapa berkas yang lebih kecil"


class EmptyFileError(DocumentError):
    """A file with nothing in it."""

    en = "{source}: the file is empty"
    id_ = "{source}: berkasnya kosong"
    hint_en = "save the article into it, or remove it"
    hint_id = "simpan artikelnya ke berkas itu, atau hapus berkasnya"


class LongArticleError(DocumentError):
    """A text far longer than any article."""

    en = "{source}: {length} characters in one article; articles have at most {most}"
    id_ = "{source}: {length} karakter dalam satu artikel; artikel paling panjang {most}"
    hint_en = "if it holds several articles, give each its own file or its own JSONL row"
    hint_id = "jika berisi beberapa artikel, beri masing-masing berkas atau baris JSONL sendiri"


class EmptyArticleError(DocumentError):
    """A text without a story."""

    en = "{source}: no article in it: {what}"
    id_ = "{source}: tidak berisi artikel: {apa}"
    hint_en = "copy the article's own paragraphs into it"
    hint_id = "salin paragraf artikelnya ke dalamnya"


class NotTextError(DocumentError):
    """A binary file under a text file's name."""

    en = "{source}: not a text file (binary data at byte {byte})"
    id_ = "{source}: bukan berkas teks (data biner pada bita {byte})"
    hint_en = "open it in the program that made it and save it as plain text in UTF-8"
    hint_id = "buka dengan program pembuatnya lalu simpan sebagai teks biasa dalam UTF-8"


class EncodingError(DocumentError):
    """Text in an encoding that can't be told."""

    en = "{source}: not readable as {encoding} (wrong byte at {byte}), nor as any other known encoding"
    id_ = "{source}: tidak terbaca sebagai {encoding} (bita salah pada {byte}) maupun pengodean lain yang dikenal"
    hint_en = "save it again in UTF-8"
    hint_id = "simpan ulang dalam UTF-8"


class MalformedRowError(DocumentError):
    """A line of a JSONL file that is no JSON object."""

    en = "{source}: this line is not a JSON object ({problem})"
    id_ = "{source}: baris ini bukan objek JSON ({problem})"
    hint_en = 'each line must be one whole object, such as {{"title": "...", "text": "..."}}'
    hint_id = 'setiap baris harus berupa satu objek utuh, misalnya {{"title": "...", "text": "..."}}'


class FieldError(DocumentError):
    """A row whose field is missing or holds no text."""

    en = '{source}: the field "{field}" is missing or is not a text'
    id_ = '{source}: kolom "{field}" tidak ada atau bukan teks'
    hint_en = 'a row needs "text"; id, url, publisher, title, published and language are texts where given'
    hint_id = 'setiap baris perlu "text"; id, url, publisher, title, published dan language berupa teks bila diisi'


class NoSuchArticleError(JejaringError):
    """A text that names no article of the graph, or several."""

    en = "{number} articles of the graph are called {article}"
    id_ = "ada {number} artikel bernama {article} di dalam graf"
    hint_en = "jejaring articles --json lists every article with its id"
    hint_id = "jejaring articles --json menampilkan setiap artikel dengan id-nya"
