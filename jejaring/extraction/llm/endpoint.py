"""Where a model is asked: URL, model and key of the settings, checked before anything is sent."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jejaring.extraction.llm.errors import LlmBadKeyError, LlmBadUrlError, LlmOpenKeyError, LlmSettingError
from jejaring.messages import clean
from jejaring.settings import LlmSettings

_PATH = "/chat/completions"
_KEY = re.compile(r"[!-~]+")
_LOCAL_NAMES = (".local", ".lan", ".internal", ".localhost")
_TOLD = 200  # characters of a server's own words that a message repeats


@dataclass(frozen=True)
class Endpoint:
    """A checked URL for chat completions, the model's name, and the key, which stands in no text made from this."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @classmethod
    def of(cls, settings: LlmSettings) -> Endpoint:
        """The endpoint of the settings; raises LlmSettingError, LlmBadUrlError, LlmBadKeyError, LlmOpenKeyError."""
        for name, value in (("JEJARING_LLM_URL", settings.url), ("JEJARING_LLM_MODEL", settings.model)):
            if not value.strip():
                raise LlmSettingError(name=name)
        url, host, secure = _checked(settings.url.strip())
        key = settings.key.strip()
        if key and not _KEY.fullmatch(key):
            raise LlmBadKeyError
        if key and not secure and not near(host):
            raise LlmOpenKeyError(host=host)
        return cls(url, settings.model.strip(), key)

    def told(self, words: object) -> str:
        """A server's words for a message: short, in one line, and without the key, should the server repeat it."""
        text = " ".join(clean(words).split())
        text = text.replace(self.key, "***") if self.key else text
        return text if len(text) <= _TOLD else f"{text[: _TOLD - 1]}…"


def _checked(url: str) -> tuple[str, str, bool]:
    """The URL to post to, its host, and whether it is encrypted."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise LlmBadUrlError from None
    odd = parts.username is not None or parts.password is not None or parts.query or parts.fragment
    if parts.scheme not in ("http", "https") or odd or not re.fullmatch(r"[\w.:-]+", host):
        raise LlmBadUrlError
    base = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/').removesuffix(_PATH)}"
    return f"{base}{_PATH}", host, parts.scheme == "https"


def near(host: str) -> bool:
    """Whether a host is this machine or of its own network, by its name alone."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_NAMES)
    return address.is_loopback or address.is_private
