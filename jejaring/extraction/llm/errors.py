"""What can go wrong between a user and a language model. The errors that stop a load are children of LlmError."""

from __future__ import annotations

from jejaring.errors import DocumentError, StoppedReadingError


class LlmError(StoppedReadingError):
    """The model can't be asked, whatever the article: a load stops."""


class LlmExtraError(LlmError):
    """The optional packages are not installed."""

    exit_code = 2
    en = "reading with a language model needs the package {package}, which is not installed"
    id_ = "membaca dengan model bahasa memerlukan paket {package}, yang belum terpasang"
    hint_en = "pip install 'jejaring[llm]'"
    hint_id = "pip install 'jejaring[llm]'"


class LlmSettingError(LlmError):
    """A setting of the model's that is missing."""

    exit_code = 2
    en = "{name} is not set"
    id_ = "{name} belum diatur"
    hint_en = "set JEJARING_LLM_URL (such as http://localhost:11434/v1) and JEJARING_LLM_MODEL; docs/llm.md tells more"
    hint_id = "atur JEJARING_LLM_URL (misalnya http://localhost:11434/v1) dan JEJARING_LLM_MODEL; lihat docs/llm.md"


class LlmBadUrlError(LlmError):
    """A URL that is none of an API; it is not shown, as it may hold a password."""

    exit_code = 2
    en = "JEJARING_LLM_URL is no URL of an API"
    id_ = "JEJARING_LLM_URL bukan URL sebuah API"
    hint_en = "write http://HOST:PORT/v1 or https://HOST/v1, without user, password or parameters"
    hint_id = "tulis http://HOST:PORT/v1 atau https://HOST/v1, tanpa pengguna, kata sandi, atau parameter"


class LlmBadKeyError(LlmError):
    """A key that can't be sent; it is not shown."""

    exit_code = 2
    en = "JEJARING_LLM_KEY holds characters that no key has"
    id_ = "JEJARING_LLM_KEY berisi karakter yang tidak ada pada kunci mana pun"
    hint_en = "copy the key again, without blanks or line breaks"
    hint_id = "salin ulang kuncinya, tanpa spasi atau ganti baris"


class LlmOpenKeyError(LlmError):
    """A key that would cross the internet in clear."""

    exit_code = 2
    en = "the key would go to {host} unencrypted"
    id_ = "kuncinya akan dikirim ke {host} tanpa enkripsi"
    hint_en = "use https in JEJARING_LLM_URL, or leave out JEJARING_LLM_KEY"
    hint_id = "pakai https di JEJARING_LLM_URL, atau kosongkan JEJARING_LLM_KEY"


class LlmUnreachableError(LlmError):
    """Nothing answers at the URL."""

    en = "nothing answers at {url} ({problem})"
    id_ = "tidak ada yang menjawab di {url} ({problem})"
    hint_en = "check JEJARING_LLM_URL and the network, and that a local server is running"
    hint_id = "periksa JEJARING_LLM_URL dan jaringan, serta pastikan server lokal berjalan"


class LlmUrlError(LlmError):
    """What answers at the URL is no chat completion API."""

    en = "{url} answers, but not as a chat completion API ({problem})"
    id_ = "{url} menjawab, tetapi bukan sebagai API chat completion ({problem})"
    hint_en = "JEJARING_LLM_URL is the base URL, which mostly ends in /v1"
    hint_id = "JEJARING_LLM_URL adalah URL dasar, yang umumnya berakhiran /v1"


class LlmRedirectError(LlmError):
    """The URL leads to another one; articles and keys are not sent on."""

    en = "{url} leads to another address, {target}; redirects are not followed"
    id_ = "{url} mengarah ke alamat lain, {target}; pengalihan tidak diikuti"
    hint_en = "if you trust that address, put it into JEJARING_LLM_URL"
    hint_id = "jika Anda memercayai alamat itu, isikan ke JEJARING_LLM_URL"


class LlmKeyError(LlmError):
    """The server refuses the key, or wants one."""

    en = "{url} refuses the key (HTTP {status})"
    id_ = "{url} menolak kuncinya (HTTP {status})"
    hint_en = "set JEJARING_LLM_KEY to a key that may use this model"
    hint_id = "atur JEJARING_LLM_KEY dengan kunci yang boleh memakai model ini"


class LlmModelError(LlmError):
    """The server does not know the model."""

    en = "{url} does not know the model {model!r} ({problem})"
    id_ = "{url} tidak mengenal model {model!r} ({problem})"
    hint_en = "set JEJARING_LLM_MODEL to one of the server's models"
    hint_id = "atur JEJARING_LLM_MODEL dengan salah satu model server itu"


class LlmQuotaError(LlmError):
    """The account has nothing left to pay with."""

    en = "{url}: the account's quota is spent ({problem})"
    id_ = "{url}: kuota akun sudah habis ({problem})"
    hint_en = "what was answered is kept: after topping up, the same command goes on where it stopped"
    hint_id = "jawaban yang ada tersimpan: setelah kuota diisi, perintah yang sama akan melanjutkan"


class LlmBusyError(LlmError):
    """The server refused or failed until the last try, or article after article."""

    en = "{url} gave no usable answer after {tries} tries ({problem})"
    id_ = "{url} tidak memberi jawaban yang dapat dipakai setelah {tries} kali dicoba ({problem})"
    hint_en = "run the same command later: what was answered is kept, and it goes on where it stopped"
    hint_id = "jalankan lagi nanti: jawaban yang ada tersimpan, dan perintah yang sama akan melanjutkan"


class LlmCacheError(LlmError):
    """The folder of the answers can't be written."""

    en = "answers can't be kept in {path}: {problem}"
    id_ = "jawaban tidak dapat disimpan di {path}: {problem}"
    hint_en = "give another folder with JEJARING_LLM_CACHE; without it every answer would be paid again"
    hint_id = "berikan folder lain dengan JEJARING_LLM_CACHE; tanpanya setiap jawaban akan dibayar lagi"


class LlmUnconfirmedError(LlmError):
    """Nobody is there to agree to the cost."""

    exit_code = 2
    en = "nothing was sent: nobody agreed to the cost"
    id_ = "tidak ada yang dikirim: biayanya belum disetujui"
    hint_en = "agree beforehand with --yes"
    hint_id = "setujui lebih dulu dengan --yes"


class LlmAnswerError(DocumentError):
    """The model's answer to one article can't be used."""

    en = "{source}: the model's answer can't be used ({problem})"
    id_ = "{source}: jawaban model tidak dapat dipakai ({problem})"
    hint_en = "load it again to ask once more, or load it without --extractor llm"
    hint_id = "muat lagi untuk bertanya sekali lagi, atau muat tanpa --extractor llm"


class LlmLongArticleError(DocumentError):
    """An article longer than what is sent to a model at once."""

    en = "{source}: {length} characters are too many for the model; at most {most} are sent"
    id_ = "{source}: {length} karakter terlalu banyak untuk model; paling banyak {most} yang dikirim"
    hint_en = "load it without --extractor llm"
    hint_id = "muat tanpa --extractor llm"


class LlmReservedError(DocumentError):
    """An article whose rights notice reserves its use by machines."""

    skipped = True
    en = "{source}: not sent to the model: its rights notice reserves use by AI or robots"
    id_ = "{source}: tidak dikirim ke model: catatan haknya melarang pemakaian oleh AI atau robot"
    hint_en = "load it without --extractor llm; with permission, set JEJARING_LLM_RESERVED=send"
    hint_id = "muat tanpa --extractor llm; bila ada izin, atur JEJARING_LLM_RESERVED=send"
