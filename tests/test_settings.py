import pytest

from jejaring.errors import SettingsError
from jejaring.settings import load_settings


def test_given_wins_over_environment_over_file(tmp_path):
    (tmp_path / "jejaring.toml").write_text('graph = "file.kgl"\nuser = "u"\nlang = "id"\n')
    settings = load_settings({"JEJARING_GRAPH": "env.kgl", "JEJARING_USER": "v"}, tmp_path, graph="given.kgl")
    assert (settings.graph, settings.user, settings.lang) == ("given.kgl", "v", "id")


@pytest.mark.parametrize(("lang", "expected"), [("id_ID.UTF-8", "id"), ("en_US.UTF-8", "en"), ("C", "en"), ("", "en")])
def test_the_locale_is_the_default_language(tmp_path, lang, expected):
    assert load_settings({"LANG": lang}, tmp_path).lang == expected


@pytest.mark.parametrize("text", ["graph = 3", "colour = 'red'", "not toml"])
def test_a_bad_file_is_named(tmp_path, text):
    (tmp_path / "jejaring.toml").write_text(text)
    with pytest.raises(SettingsError, match=r"jejaring\.toml"):
        load_settings({}, tmp_path)


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(SettingsError):
        load_settings({"JEJARING_LANG": "fr"}, tmp_path)
