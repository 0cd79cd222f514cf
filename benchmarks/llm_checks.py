#!/usr/bin/env python3
"""What the checks of a language model's answers let through: annotated articles written as a model would answer.

`right` is the share of the annotators' claims that pass. They come without the words that refer to an end, which a
model gives, so pronouns are joined by the built-in coreference alone. `moved` is the share of the same claims where
each has the evidence of another claim of its article, one that shares no word with its own. No model is asked.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jejaring.evaluation.gold import document_of, read_gold
from jejaring.extraction.llm.answer import parse
from jejaring.extraction.llm.claims import read

Gold = dict[str, Any]


def entity(gold: Gold) -> Gold:
    """An annotated entity in the form of an answer."""
    event = gold["attrs"] if gold["type"] == "Event" else {}
    about = {"event_kind": event.get("kind"), "event_date": event.get("date")}
    return {"id": gold["id"], "label": gold["type"], "name": gold["name"], "forms": gold["aliases"], **about}


def claim(gold: Gold) -> Gold:
    """An annotated claim in the form of an answer."""
    kept = {key: gold[key] for key in ("evidence", "head", "type", "tail", "modality")}
    office = gold["attrs"].get("title") or gold["attrs"].get("role")
    return {**kept, "head_words": "", "tail_words": "", "speaker": gold["attributed_to"], "office_or_role": office}


def answer(article: Gold, claims: Iterable[Gold]) -> str:
    """An answer with these claims."""
    found = {"entities": [entity(e) for e in article["entities"]], "claims": [claim(c) for c in claims]}
    return json.dumps(found, ensure_ascii=False)


def moved(article: Gold, chance: random.Random) -> list[Gold]:
    """Each claim with evidence of another one that shares no word with its own."""
    out = []
    for one in article["claims"]:
        others = [
            c["evidence"] for c in article["claims"] if not set(c["evidence"].split()) & set(one["evidence"].split())
        ]
        if others:
            out.append({**one, "evidence": chance.choice(others)})
    return out


def main() -> None:
    """Print the shares and what was dropped why."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="?", default="train")
    name = parser.parse_args().name
    chance = random.Random(1)  # noqa: S311 - no secret
    told, passed, dropped = Counter[str](), Counter[str](), Counter[str]()
    length = Counter[str]()
    for article in read_gold(Path(os.environ["JEJARING_SHARED"]) / "gold" / f"{name}.jsonl"):
        document = document_of(article)
        for kind, claims in (("right", article["claims"]), ("moved", moved(article, chance))):
            written = answer(article, claims)
            draft, why = read(document, parse(written))
            length += Counter({kind: len(written), "articles": len(article["text"]) if kind == "right" else 0})
            told[kind] += len(claims)
            passed[kind] += len(draft.proposals)
            dropped += why if kind == "right" else Counter()
    for kind, number in told.items():
        print(f"{kind}: {passed[kind]} of {number} claims pass, {passed[kind] / number:.1%}")
    print(f"characters of an answer for one of its article: {length['right'] / length['articles']:.2f}")
    print("dropped of the right ones:", ", ".join(f"{reason} {number}" for reason, number in dropped.most_common()))


if __name__ == "__main__":
    main()
