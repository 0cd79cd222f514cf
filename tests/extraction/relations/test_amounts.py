"""What a FUNDED claim says of money."""

import pytest

from jejaring.extraction.draft import Draft
from jejaring.extraction.relations.funded import funded
from jejaring.models import Document


@pytest.mark.parametrize(
    ("sum_", "amount", "currency"),
    [
        ("Rp1,6 miliar", 1_600_000_000, "IDR"),
        ("Rp 25 juta", 25_000_000, "IDR"),
        ("Rp 12.500.000", 12_500_000, "IDR"),
        ("Rp 1.549,22 miliar", 1_549_220_000_000, "IDR"),
        ("USD 273,7 juta", 273_700_000, "USD"),
        ("$2.5 million", 2_500_000, "USD"),
        ("3,8 juta dolar AS", 3_800_000, "USD"),
    ],
)
def test_amounts(sum_, amount, currency):
    text = f"Bank Rimba mendanai Kebun Kota sebesar {sum_} tahun ini."
    draft = Draft.of(Document(id="d", name="d", source="d", text=text, content_hash="0"))
    draft.mention(draft.add("Institution", "Bank Rimba"), 0, 10)
    draft.mention(draft.add("Program", "Kebun Kota"), 20, 30)
    (proposal,) = funded(draft)
    assert proposal.attrs == {"amount": amount, "currency": currency}
