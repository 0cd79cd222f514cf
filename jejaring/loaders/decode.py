"""Bytes of a file to text, or a clear no."""

from __future__ import annotations

import codecs
import re

from jejaring.errors import EncodingError, NotTextError
from jejaring.loaders.metadata import FUNCTION_WORDS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TWICE = re.compile("â€|Ã[\x80-\xbf]")  # what UTF-8 looks like when read as Windows-1252
_SAMPLE = 200_000


def decode(data: bytes, source: str) -> str:
    """The text of a file in UTF-8, in UTF-16 or UTF-32 with a byte order mark, or in plausible Windows-1252.

    Line ends stay as they are; a byte order mark is no part of the text. Raises NotTextError for binary files and
    EncodingError for text that can't be read, with the place of the first wrong byte.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    if b"\0" in data:
        raise NotTextError(source=source, byte=data.index(b"\0"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _western(data, problem, source)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise EncodingError(source=source, encoding=encoding, byte=problem.start) from None


def _western(data: bytes, problem: UnicodeDecodeError, source: str) -> str:
    """Windows-1252, if that makes words: few letters outside ASCII, and words that any article has."""
    if len(_CONTROL.findall(data[:_SAMPLE])) > len(data[:_SAMPLE]) / 100:
        raise NotTextError(source=source, byte=problem.start)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    words = text[:_SAMPLE].lower().split()
    known = sum(word in listed for word in words for listed in FUNCTION_WORDS.values())
    foreign = sum(not char.isascii() for char in text[:_SAMPLE])
    if foreign * 20 > len(text[:_SAMPLE]) or known * 20 < len(words) or not known or _TWICE.search(text):
        raise EncodingError(source=source, encoding="UTF-8", byte=problem.start)
    return text
