import re
import string

import pytest

from jejaring import errors, messages
from jejaring.extraction.llm import errors as llm_errors

TRANSLATED = {"apa": "what", "arti": "meaning"}
MODULES = (errors, llm_errors)
FOUND = {e: None for module in MODULES for e in vars(module).values() if isinstance(e, type)}
ERRORS = [e for e in FOUND if issubclass(e, errors.JejaringError)]
BASES = {errors.JejaringError, errors.DocumentError, errors.StoppedReadingError, llm_errors.LlmError}


def places(template):
    """The places of a template; a word that is itself translated has a place of its own in each language."""
    fields = {field for _, field, _, _ in string.Formatter().parse(template) if field}
    return {TRANSLATED.get(field, field) for field in fields}


@pytest.mark.parametrize("key", messages.keys())
def test_both_languages_fill_the_same_places(key):
    catalogue = messages._catalogue()[key]
    assert set(catalogue) == {"en", "id"}
    assert places(catalogue["en"]) == places(catalogue["id"])


@pytest.mark.parametrize("error", [e for e in ERRORS if e not in BASES], ids=lambda e: e.__name__)
def test_errors_speak_both_languages(error):
    assert places(error.en) == places(error.id_)
    assert places(error.hint_en) == places(error.hint_id)
    assert bool(error.hint_en) == bool(error.hint_id)
    assert error.en != errors.JejaringError.en
    assert not re.search(r"\btodo\b", error.en, re.IGNORECASE)
