"""The step coreference: pronouns and nouns that stand for a thing named before.

It links only where one thing fits: a wrong link makes wrong claims, a missing one only loses some. "Ia", "katanya" and
"the minister" become pronoun and nominal mentions, which give no aliases; "pemkab" in a story that names one regency's
government becomes a short form of it.
"""

from __future__ import annotations

from jejaring.extraction.coreference.nominals import link_nominals
from jejaring.extraction.coreference.people import link_offices, link_pronouns
from jejaring.extraction.draft import Draft

__all__ = ["coreference"]


def coreference(draft: Draft) -> None:
    """Link what stands for people, institutions, places and programmes named before; the step groups links groups."""
    link_offices(draft)
    link_nominals(draft)
    link_pronouns(draft)
