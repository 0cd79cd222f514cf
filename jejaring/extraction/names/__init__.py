"""The step names: people, institutions, programmes and places, each with the forms that the text gives it."""

import re

from jejaring.extraction.draft import Draft, Thing
from jejaring.extraction.model.encoder import encoder
from jejaring.extraction.names.link import Cluster, clusters, kind_of
from jejaring.extraction.names.mentions import kept, mentions
from jejaring.extraction.names.tagger import model, tag
from jejaring.extraction.names.words import read
from jejaring.lexicon import known

__all__ = ["names"]


def names(draft: Draft) -> None:
    """Add the things that `draft` names to it, with every place where a form of theirs stands."""
    words = read(draft.text, draft.sentences)
    draft.reading = encoder().read(words.tokens, draft.sentences)
    tags = tag(words, draft.reading.scores(model().labels))
    for cluster in clusters(draft.text, kept(mentions(draft.text, words, tags))):
        thing = _thing(draft, cluster)
        for start, end in cluster.places:
            whole = draft.text[start:end] in (thing.name, cluster.forms[0])
            draft.mention(thing, start, end, "name" if whole else "short")


def _thing(draft: Draft, cluster: Cluster) -> Thing:
    kind = kind_of(cluster.label, cluster.forms) if cluster.label in ("Institution", "Place") else ""
    thing = draft.add(cluster.label, cluster.name, **({"kind": kind} if kind else {}))
    thing.forms += [form for form in dict.fromkeys(cluster.extra) if form != thing.name]
    if cluster.label == "Institution" and all(_is_state(form) for form in cluster.forms):
        thing.forms += [form for form in dict.fromkeys(_COUNTRY.findall(draft.text)) if form not in thing.forms]
    return thing


_COUNTRY = re.compile(r"(?<![\w-])(?:Republik Indonesia|Indonesia)(?![\w-])")


def _is_state(form: str) -> bool:
    """Whether `form` stands for the country's government: then the country's own name does too."""
    entry = known("Institution", form)
    return bool(entry and entry.kind == "government" and entry.name.endswith(" Republik Indonesia"))
