import os
from pathlib import Path

import pytest

from jejaring.evaluation.gold import document_of, read_gold
from jejaring.extraction.confidence import BASE, weights
from jejaring.extraction.extractor import RuleExtractor
from jejaring.queries.reasons import feature_words, rule_words, rules, split


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("feature", sorted(set(weights()) - {BASE}))
def test_every_weighed_feature_has_words(feature, lang):
    words = feature_words(feature, lang)
    assert words != feature
    assert "{" not in words
    assert ":" not in words or words.count(":") == 1


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_words_in_both_languages(rule):
    assert rule_words(rule, "en") != rule_words(rule, "id")
    assert rule not in (rule_words(rule, "en"), rule_words(rule, "id"))


def test_what_is_not_known_keeps_its_name():
    assert rule_words("of an older version") == "of an older version"
    assert feature_words("older:thing") == "older:thing"


def test_a_reason_is_a_feature_and_its_weight():
    assert split("rule:title beside name -0.35") == ("rule:title beside name", -0.35)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["gold/dev.jsonl", "gold/seed.jsonl", "gold/train.jsonl", "articles/pool.jsonl"])
def test_every_rule_that_reads_something_has_words(name):
    articles = read_gold(Path(os.environ["JEJARING_SHARED"]) / name)
    articles = articles[:: max(1, len(articles) // 150)]
    extractor, known = RuleExtractor(), set(rules())
    found = {claim.rule for article in articles for claim in extractor.extract(document_of(article)).claims}
    assert found
    assert found <= known
