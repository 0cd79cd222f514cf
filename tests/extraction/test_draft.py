import hashlib

from jejaring.extraction.draft import Draft, Proposal
from jejaring.models import Document

TEXT = "Pemerintah dan Indonesia sepakat dengan Asosiasi Kopi."


def test_united_things_share_spans_and_claims_and_free_no_id() -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    draft = Draft.of(Document(id=digest, name="case", source="case", text=TEXT, content_hash=digest))
    state, country, club = (draft.add("Institution", n) for n in ("Pemerintah", "Indonesia", "Asosiasi Kopi"))
    draft.mention(country, 15, 24)
    draft.propose(Proposal(country.id, "PARTNERED_WITH", club.id, 0, len(TEXT), (25, 32), "case", 0.5))
    draft.unite(state, country)
    assert state.forms == ["Indonesia"]
    assert [span.entity for span in draft.spans] == [state.id]
    assert (draft.proposals[0].head, draft.proposals[0].tail) == (state.id, club.id)
    assert draft.add("Person", "Ratna").id not in (state.id, club.id)
