"""The articles of a graph, and finding one by what people call it."""

from __future__ import annotations

from jejaring.errors import NoSuchArticleError
from jejaring.graph.store import Store
from jejaring.models import Record
from jejaring.queries.rows import when

_ALL = """
MATCH (a:Article)
RETURN a.id AS id, a.title AS title, a.outlet AS outlet, a.url AS url, a.published AS published,
       a.published_how AS published_how, a.copyright_year AS copyright_year, a.language AS language,
       a.authors AS authors, a.rights AS rights, a.name AS name, a.source AS source, a.story AS story,
       COUNT { (a)<-[:STATED_IN]-(:Claim) } AS claims
ORDER BY coalesce(a.published, toString(a.copyright_year), '9999'), a.id
"""


class ArticleRow(Record):
    """One article of the graph: what is known of it, and how many claims rest on it."""

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_how: str | None = None
    copyright_year: int | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    rights: str | None = None
    name: str | None = None
    source: str | None = None
    story: str | None = None
    claims: int = 0

    def when(self, lang: str = "en") -> str:
        """The article's day, else its copyright year and that it is one, else that it is undated."""
        return when(self.published, self.copyright_year, lang)


def articles(store: Store) -> list[ArticleRow]:
    """All articles, oldest first, undated ones last."""
    return [ArticleRow.model_validate({**row, "authors": tuple(row["authors"] or ())}) for row in store.read(_ALL)]


def article(store: Store, text: str) -> str:
    """The id of the article whose id, URL, name, source or title is `text`; NoSuchArticleError unless there is one."""
    rows = articles(store) if text else []  # an article without a title is not what an unset variable means
    for field in ("id", "url", "name", "source", "title"):
        found = [row.id for row in rows if getattr(row, field) == text]
        if len(found) == 1:
            return found[0]
        if found:
            raise NoSuchArticleError(article=text, number=len(found))
    raise NoSuchArticleError(article=text, number=0)
