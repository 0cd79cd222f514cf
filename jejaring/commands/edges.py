"""Print edges, paths and profiles: every edge in its true direction, with its modality, sentence, outlet and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from jejaring import ontology
from jejaring.commands import common
from jejaring.commands.common import label_name, plain, tell

if TYPE_CHECKING:
    from jejaring.api import EdgeRow, Hop, Pair, Path, Profile, Sentence, Trace

COLOURS = {"asserted": "green", "planned": "yellow", "hoped": "yellow", "denied": "red"}


def arrow(edge: EdgeRow, forward: bool) -> Text:
    """The edge as an arrow in its true direction; one that is not asserted says what it is."""
    modality = "" if edge.modality == "asserted" else f" ({tell(f'modality.{edge.modality}')})"
    text = f" -{edge.type}{modality}-> " if forward else f" <-{edge.type}{modality}- "
    return plain(text, COLOURS[edge.modality])


def chain(path: Path) -> Text:
    """The whole path on one line."""
    text = plain(path.nodes[0].name, "bold")
    for node, hop in zip(path.nodes[1:], path.hops, strict=True):
        text.append_text(arrow(hop.edge, hop.forward)).append_text(plain(node.name, "bold"))
    return text


def sentence_lines(sentence: Sentence | None) -> Text:
    """The sentence in quotation marks, then speaker, outlet, date and article."""
    if sentence is None:
        return Text()
    source = [sentence.outlet or "", sentence.when(common.language()), sentence.title or ""]
    if sentence.speaker:
        source.insert(0, tell("says", name=sentence.speaker))
    text = plain(f"“{' '.join(sentence.text.split())}”", "italic")
    return text.append_text(plain("\n" + " · ".join(part for part in source if part), "dim"))


def _facts(edge: EdgeRow) -> str:
    kind = ontology.EDGES[edge.type]
    words = [kind.id if common.language() == "id" else kind.en, tell(f"modality.{edge.modality}")]
    words += [f"{name}: {value}" for name, value in edge.attrs.items()]
    return ", ".join([*words, tell("basis", claims=edge.claims, sources=edge.sources)])


def _hop(screen: Console, hop: Hop) -> None:
    text = plain(hop.head.name).append_text(arrow(hop.edge, True)).append_text(plain(hop.tail.name))
    screen.print(Padding(text, (0, 0, 0, 2)))
    screen.print(Padding(plain(_facts(hop.edge), "dim"), (0, 0, 0, 4)))
    screen.print(Padding(sentence_lines(hop.sentence), (0, 0, 0, 4)))


def _path(screen: Console, path: Path, number: int) -> None:
    from jejaring import api

    screen.print(plain(f"{number}. ").append_text(chain(path)), soft_wrap=True)
    screen.print(Padding(plain("; ".join(api.explain(path, common.language())), "cyan"), (0, 0, 0, 3)))
    for hop in path.hops:
        _hop(screen, hop)
    screen.print()


def _pair(screen: Console, pair: Pair) -> None:
    if pair.paths:
        return
    screen.print(plain(tell("no_path", one=pair.one.name, other=pair.other.name), "yellow"))
    for article in pair.shared:
        where = " · ".join(p for p in (article.outlet, article.when(common.language()), article.title) if p)
        screen.print(Padding(plain(tell("shared", article=where), "dim"), (0, 0, 0, 2)))
    for near in pair.near:
        if near.hops:
            screen.print(Padding(plain(tell("near", name=near.end.name)), (0, 0, 0, 2)))
        for hop in near.hops:
            _hop(screen, hop)


def print_trace(trace: Trace) -> None:
    """The ranked paths, each explained, every hop with its sentence; where there is none, what is near."""
    screen = common.out()
    for number, path in enumerate(trace.paths, 1):
        _path(screen, path, number)
    if not trace.connected:
        for pair in trace.pairs:
            _pair(screen, pair)
    for node in trace.cut:
        screen.print(plain(tell("cut", name=node.name, degree=node.degree), "yellow"))


def print_profile(profile: Profile) -> None:
    """The entity's names and attributes, then its edges by strength with their best sentence."""
    screen = common.out()
    screen.print(plain(profile.name, "bold").append_text(plain(f"  {label_name(profile.label)}  {profile.id}", "dim")))
    if profile.aliases:
        screen.print(plain(f"{tell('column.aliases')}: {', '.join(profile.aliases)}"))
    facts = [f"{name}: {value}" for name, value in profile.attrs.items()]
    facts.append(f"{tell('column.articles')}: {profile.articles}")
    facts += [f"{tell(f'modality.{name}')}: {n}" for name, n in profile.modalities.items()]
    screen.print(plain(", ".join(facts)))
    screen.print()
    for item in profile.edges:
        text = plain(item.head.name).append_text(arrow(item.edge, True)).append_text(plain(item.tail.name))
        screen.print(text)
        screen.print(Padding(plain(_facts(item.edge), "dim"), (0, 0, 0, 2)))
        for sentence in item.sentences:
            screen.print(Padding(sentence_lines(sentence), (0, 0, 0, 2)))
    if profile.total > len(profile.edges):
        screen.print(plain(tell("shown", shown=len(profile.edges), total=profile.total), "dim"))
