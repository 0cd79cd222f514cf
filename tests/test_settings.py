import pytest

from jejaring.errors import SettingsError
from jejaring.settings import load_llm_settings, load_settings


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


def test_a_model_is_set_by_environment_over_file(tmp_path):
    (tmp_path / "jejaring.toml").write_text('llm_model = "file"\nllm_price_in = 0.5\nllm_price_out = "2"\n')
    env = {"JEJARING_LLM_URL": "http://x/v1", "JEJARING_LLM_KEY": "sk-1", "JEJARING_LLM_MODEL": "env"}
    settings = load_llm_settings(env, tmp_path)
    assert (settings.url, settings.model, settings.key) == ("http://x/v1", "env", "sk-1")
    assert (settings.price_in, settings.price_out, settings.reserved) == (0.5, 2.0, False)
    assert "sk-1" not in repr(settings)
    assert load_settings({}, tmp_path).graph == "jejaring.kgl"


@pytest.mark.parametrize("key", ["llm_url", "llm_key", "llm_reserved"])
def test_where_articles_go_stands_in_no_file(tmp_path, key):
    (tmp_path / "jejaring.toml").write_text(f'{key} = "sk-secret"')
    with pytest.raises(SettingsError, match=f"JEJARING_{key.upper()}") as told:
        load_settings({}, tmp_path)
    assert "sk-secret" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PRICE_IN", "cheap"), ("PRICE_OUT", "-1"), ("SECONDS", "0"), ("SECONDS", "nan"), ("RESERVED", "perhaps")],
)
def test_a_setting_of_a_model_that_can_not_be_used_is_named(tmp_path, name, value):
    with pytest.raises(SettingsError, match=f"JEJARING_LLM_{name}"):
        load_llm_settings({f"JEJARING_LLM_{name}": value}, tmp_path)


def test_answers_are_kept_where_caches_are(tmp_path):
    assert load_llm_settings({"XDG_CACHE_HOME": "/c"}, tmp_path).cache.replace("\\", "/") == "/c/jejaring/llm"
    assert load_llm_settings({"JEJARING_LLM_CACHE": "here"}, tmp_path).cache == "here"
