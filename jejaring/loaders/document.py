"""Make a Document of a text or of a row, with all that is recognised in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from jejaring.errors import EmptyArticleError, FieldError, LongArticleError
from jejaring.loaders.boilerplate import Page, read_page
from jejaring.loaders.metadata import About, about, language
from jejaring.models import Document
from jejaring.text import dates
from jejaring.text.normalise import fold

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")
_TRACKING = re.compile(r"(?:utm_.*|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|yclid|_ga|ref_src)$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
MAX_ARTICLE = 300_000  # characters: a long speech has 50,000; reading costs about 20 ms for 1,000
_HEADLINE = 200
_FIELDS = ("url", "publisher", "title", "published", "language", "text")


def from_text(text: str, source: str, name: str) -> Document:
    """The article of one text as copied from a web page; EmptyArticleError where no story is in it."""
    text = _storable(text)
    page = read_page(text)
    title = _title(page)
    _check_story(text, page, source)
    return _document(text, page, about(text, page), {"source": source, "name": name, "title": title})


def from_row(row: Mapping[str, Any], source: str) -> Document:
    """The article of a JSONL row: `text`, and as far as known id, url, publisher, title, published, language.

    Other fields are ignored. Raises FieldError where `text` is missing or a field is no text, EmptyArticleError where
    no story is in the text. A date that is none of the known forms leaves the article undated.
    """
    fields = {key: _field(row, key, source) for key in _FIELDS}
    if fields["text"] is None:
        raise FieldError(source=source, field="text")
    text = fields["text"]
    page = read_page(text)
    _check_story(text, page, source)
    given: dict[str, str | None] = {"source": source, "name": _name(row, source)}
    given["title"] = fields["title"] or _title(page)
    given |= {"url": fields["url"], "language": _language_code(fields["language"])}
    given |= {"outlet": fields["publisher"], "published": _iso(fields["published"])}
    return _document(text, page, about(text, page), given)


def document_id(url: str | None, outlet: str | None, title: str, date: str | None, content_hash: str) -> str:
    """The normalised URL, else outlet, title and date (title and one of the others at least), else the content hash."""
    if url and (address := normal_url(url)):
        return address
    parts = (fold(outlet or ""), fold(title), (date or "")[:10])
    if parts[1] and (parts[0] or parts[2]):
        return "|".join(parts)
    return f"sha256:{content_hash}"


def normal_url(url: str) -> str | None:
    """`url`, scheme and host in lower case, without fragment, tracking parameters and last slash; None if none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    query = urlencode(
        [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k.lower())]
    )
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), query, ""))


def _storable(text: str) -> str:
    """Lone surrogates and NULs, which no store can hold, become the replacement character, so that offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)


def _field(row: Mapping[str, Any], key: str, source: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise FieldError(source=source, field=key)
    return _storable(value) if key == "text" and value is not None else _storable(value or "").strip() or None


def _name(row: Mapping[str, Any], source: str) -> str:
    value = row.get("id")
    if value is None or value == "":
        return re.sub(r"^.*[/\\]", "", source)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FieldError(source=source, field="id")
    return _storable(str(value))


def _language_code(value: str | None) -> str | None:
    match = re.match(r"[A-Za-z]{2,3}", value or "")
    return match[0].lower() if match else None


def _iso(value: str | None) -> str | None:
    """A date field as ISO: ISO itself, a written date of the two languages, or the form of mail and feeds."""
    if value is None:
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        return _written(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d.*", value):
        return value.replace(" ", "T", 1)
    return parsed.isoformat() if "T" in value else parsed.date().isoformat()


def _written(value: str) -> str | None:
    if re.fullmatch(r"\d{4}(?:-\d\d)?", value):
        return value
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return next((d.iso for d in dates.resolve(value[:100]) if d.exact and d.iso), None)


def _title(page: Page) -> str:
    """The headline line, where the page has one that reads like it."""
    line = page.headline.text if page.headline else ""
    return line if len(line) <= _HEADLINE and not line.endswith((".", ",", ":")) else ""


def _check_story(text: str, page: Page, source: str) -> None:
    if len(text) > MAX_ARTICLE:
        raise LongArticleError(source=source, length=len(text), most=MAX_ARTICLE)
    if not _LETTERS.search(text):
        raise EmptyArticleError(source=source, what="no text", apa="tidak ada teks")
    at = 0
    rest = []
    for cut in page.cuts:
        rest.append(text[at : cut.start])
        at = cut.end
    rest.append(text[at:])
    if page.cuts and not _LETTERS.search("".join(rest).replace(_only_title(page), "", 1)):
        what, apa = (
            "only page furniture (links, bylines, notices), no story",
            "hanya bagian laman (tautan, nama penulis, keterangan), tanpa berita",
        )
        raise EmptyArticleError(source=source, what=what, apa=apa)


def _only_title(page: Page) -> str:
    """The one line that is left when everything else is cut, if it reads like a headline."""
    left = [line.text for line in page.lines if line.rule is None]
    return left[0] if len(left) == 1 and len(left[0]) <= _HEADLINE and not left[0].endswith((".", '"', "”")) else ""


def _document(text: str, page: Page, found: About, given: dict[str, str | None]) -> Document:
    content_hash = hashlib.sha256(text.encode()).hexdigest()
    url, title = given.get("url"), given["title"] or ""
    outlet = given.get("outlet") or found.outlet or _host(url) or found.aggregator
    published = given.get("published")
    date = published or found.published
    return Document(
        id=document_id(
            url, outlet, title, date or (str(found.copyright_year) if found.copyright_year else None), content_hash
        ),
        name=given["name"] or "",
        source=given["source"] or "",
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        authors=found.authors,
        editor=found.editor,
        dateline=page.dateline.place if page.dateline else None,
        published=date,
        published_how="field" if published else found.published_how,
        copyright_year=found.copyright_year,
        language=given.get("language") or language(text),
        rights=found.rights,
        cuts=page.cuts,
        content_hash=content_hash,
    )


def _host(url: str | None) -> str | None:
    """The site of a URL without its sections: "tempo.co" of nasional.tempo.co."""
    address = normal_url(url) if url else None
    labels = (urlsplit(address).hostname or "").split(".") if address else []
    kept = (
        3
        if len(labels) > 2 and labels[-2] in ("co", "or", "go", "ac", "web", "com", "net") and len(labels[-1]) == 2
        else 2
    )
    return ".".join(labels[-kept:]) or None
