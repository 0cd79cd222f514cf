"""The scorer of pairs: which pairs are weighed, what lies between them, probabilities, the same each time."""

import numpy as np
import pytest

from jejaring import ontology
from jejaring.extraction.model.encoder import WIDTH
from jejaring.extraction.model.pairs import FARTHEST, MOST_BETWEEN, RELATIONS, Mention, layout, pairs

PERSON = Mention(0, 1, "Person", "name", 0, "e1")
TOWN = Mention(5, 5, "Place", "name", 0, "e2")
HE = Mention(8, 8, "Person", "pronoun", 1, "e1")
TOPIC = Mention(10, 12, "Topic", "name", 1, "10-12")


def weighed(mentions, said=None):
    at = layout(mentions)
    states = np.random.default_rng(1).normal(size=(20, WIDTH)).astype(np.float32)
    said = np.zeros(at.allowed.shape, np.float32) if said is None else said
    return at, pairs().probabilities(states, mentions, at, said)


def test_only_what_the_ontology_allows_is_weighed():
    mentions = [PERSON, TOWN, HE, TOPIC]
    at, found = weighed(mentions)
    for pair, (head, tail) in enumerate(zip(at.heads, at.tails, strict=True)):
        assert mentions[head].key != mentions[tail].key
        for kind, relation in enumerate(RELATIONS):
            allowed = ontology.allows(relation, mentions[head].label, mentions[tail].label)
            assert at.allowed[pair, kind] == allowed
            assert (0 < found[pair, kind] < 1) if allowed else found[pair, kind] == 0


def test_no_pair_leads_from_a_topic():
    at, _ = weighed([PERSON, TOWN, TOPIC])
    assert 2 not in at.heads
    assert 2 in at.tails


def test_what_lies_between_two_mentions():
    at = layout([PERSON, TOWN, HE])
    pair = list(zip(at.heads.tolist(), at.tails.tolist(), strict=True)).index((0, 1))
    back = list(zip(at.heads.tolist(), at.tails.tolist(), strict=True)).index((2, 1))
    assert (at.begins[pair], at.ends[pair], at.order[pair]) == (2, 5, FARTHEST)
    assert (at.begins[back], at.ends[back], at.order[back]) == (6, 8, FARTHEST - 1)
    assert at.gap[pair] != at.gap[back]


def test_far_and_crowded_pairs_have_their_own_bucket():
    crowd = [Mention(i, i, "Place", "name", i, f"p{i}") for i in range(1, 19)]
    at = layout([PERSON, *crowd])
    assert at.order.max() == 2 * FARTHEST
    assert at.between.max() == MOST_BETWEEN


def test_nested_mentions_have_nothing_between_them():
    whole, part = Mention(0, 6, "Event", "name", 0, "e1"), Mention(4, 6, "Place", "name", 0, "e2")
    at = layout([whole, part])
    assert (at.begins == at.ends).all()


def test_what_a_rule_says_counts():
    at = layout([PERSON, TOWN])
    said = np.zeros(at.allowed.shape, np.float32)
    kind = RELATIONS.index("VISITED")
    said[0, kind] = 1
    assert weighed([PERSON, TOWN], said)[1][0, kind] > weighed([PERSON, TOWN])[1][0, kind]


def test_same_mentions_same_probabilities():
    first = weighed([PERSON, TOWN, HE, TOPIC])[1]
    pairs.cache_clear()
    assert (weighed([PERSON, TOWN, HE, TOPIC])[1] == first).all()


@pytest.mark.parametrize("mentions", [[TOPIC], [TOPIC, Mention(15, 16, "Topic", "name", 2, "15-16")]])
def test_mentions_that_nothing_can_join(mentions):
    assert not len(layout(mentions).heads)
