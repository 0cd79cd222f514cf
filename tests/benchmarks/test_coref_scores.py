"""The measures of coreference against figures that are worked out in the papers that brought them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from coref_scores import b_cubed, ceaf, conll, f1, muc

# The example of Pradhan and others (ACL 2014), "Scoring coreference partitions of predicted mentions".
KEY = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
RESPONSE = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]


@pytest.mark.parametrize(
    ("measure", "recall", "precision"), [(muc, 0.40, 0.40), (b_cubed, 0.42, 0.50), (ceaf, 0.65, 0.43)]
)
def test_predicted_mentions(measure, recall, precision):
    r, p = measure(KEY, RESPONSE), measure(RESPONSE, KEY)
    assert (round(r[0] / r[1], 2), round(p[0] / p[1], 2)) == (recall, precision)


def test_bagga_and_baldwin():
    key = [set("12345"), set("67"), set("89ABC")]
    joined = [set("12345"), set("6789ABC")]
    assert muc(key, joined) == (9, 9)
    assert muc(joined, key) == (9, 10)
    assert b_cubed(key, joined) == (12, 12)
    right, of = b_cubed(joined, key)
    assert (round(right / of, 2), of) == (0.76, 12)


def test_equal_sides_are_all_right():
    assert set(conll([(KEY, KEY)]).values()) == {100.0}


def test_nothing_found():
    assert set(conll([(KEY, [])]).values()) == {0.0}


def test_conll_sums_over_documents_before_it_divides():
    both = conll([(KEY, RESPONSE), (KEY, KEY)])
    assert both["MUC"] == pytest.approx(f1((2 + 5, 5 + 5), (2 + 5, 5 + 5)))
    assert both["CoNLL"] == pytest.approx((both["MUC"] + both["B3"] + both["CEAFe"]) / 3)
