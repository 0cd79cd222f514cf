"""The whole way: loaders -> extraction -> resolution -> graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from jejaring.errors import DocumentError, SameArticleError, StoppedReadingError, UnreadableStoryError
from jejaring.extraction.extractor import Extractor, RuleExtractor
from jejaring.graph.articles import known, put
from jejaring.graph.store import Store
from jejaring.loaders import Unread, read
from jejaring.models import ArticleGraph, Document, LoadReport, Outcome, Status
from jejaring.resolution.resolver import fingerprint, resolve

BATCH = 50  # articles a transaction: small enough that Ctrl-C loses little, large enough to write fast
Report = Callable[[Outcome], None]


@dataclass
class Loading:
    """One load under way: documents in, outcomes out, a batch a transaction."""

    store: Store
    lang: str = "en"
    extractor: Extractor = field(default_factory=RuleExtractor)
    report: Report = lambda outcome: None
    outcomes: list[Outcome] = field(default_factory=list)
    writes: int = 0
    seen: dict[str, str] = field(default_factory=dict)

    def batch(self, found: Sequence[Document | Unread]) -> None:
        """Put what is new or changed in `found` into the graph in one transaction; `report` hears of each as read."""
        documents = [d for d in found if isinstance(d, Document)]
        versions = known(self.store, [d.id for d in documents])
        graphs: list[ArticleGraph] = []
        outcomes = []
        for document in found:
            outcomes.append(self._one(document, versions, graphs))
            self.report(outcomes[-1])
        self.writes += put(self.store, graphs) if graphs else 0
        self.outcomes += outcomes

    def _one(self, found: Document | Unread, versions: dict[str, str], graphs: list[ArticleGraph]) -> Outcome:
        if isinstance(found, Unread):
            return unread_outcome(found, self.lang)
        if found.id in self.seen:
            same = SameArticleError(source=found.source, other=self.seen[found.id])
            return unread_outcome(Unread(found.source, same, skipped=True), self.lang)
        self.seen[found.id] = found.source
        if versions.get(found.id) == fingerprint(found, self.extractor.name):
            return Outcome(source=found.source, status=Status.UNCHANGED, article=found.id, title=found.title)
        try:
            graph = resolve(found, self.extractor.extract(found))
        except StoppedReadingError:
            raise
        except DocumentError as refused:
            return unread_outcome(Unread(found.source, refused, skipped=refused.skipped), self.lang)
        except Exception as problem:  # whatever one article does to a rule, the others are read
            error = UnreadableStoryError(source=found.source, problem=f"{type(problem).__name__}: {problem}")
            return unread_outcome(Unread(found.source, error), self.lang)
        graphs.append(graph)
        return _taken(graph, Status.REPLACED if found.id in versions else Status.OK)


def unread_outcome(unread: Unread, lang: str) -> Outcome:
    """The outcome of a document that was skipped or could not be read, its reason in `lang`."""
    status = Status.SKIPPED if unread.skipped else Status.FAILED
    reason, hint = unread.error.message(lang), unread.error.hint(lang)
    return Outcome(source=unread.source, status=status, reason=reason, hint=hint)


def _taken(graph: ArticleGraph, status: Status) -> Outcome:
    document = graph.document
    return Outcome(
        source=document.source,
        status=status,
        article=document.id,
        title=document.title,
        entities=len(graph.entities),
        claims=len(graph.claims),
    )


def _batches(found: Iterable[Document | Unread]) -> Iterator[list[Document | Unread]]:
    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        yield batch


def unreadable(sources: Sequence[str], lang: str) -> LoadReport | None:
    """The report of a load that can't bring anything, before a store is touched; None where a document is readable."""
    outcomes = []
    for found in read(sources):
        if isinstance(found, Document):
            return None
        outcomes.append(unread_outcome(found, lang))
    return LoadReport(outcomes=tuple(outcomes), writes=0)


def load(sources: Sequence[str], loading: Loading) -> LoadReport:
    """Read every document of `sources` into the graph; what is there already and unchanged is not read again."""
    for batch in _batches(read(sources)):
        loading.batch(batch)
    return LoadReport(outcomes=tuple(loading.outcomes), writes=loading.writes)
