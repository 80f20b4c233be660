"""The lists that readers leaf through: the whole paper, a section, a person's work, a tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from redaksi.articles.barring import free_of_embargo

if TYPE_CHECKING:
    from taggit.models import Tag

    from redaksi.articles.models import Article
    from redaksi.newsroom.models import Person, Section


@dataclass(frozen=True)
class NewsList:
    """One list: its name, as tags and page ends carry it, and where its stories stand in order.

    An index of the articles has the stories that meet a condition in order. Where that condition
    would have to look at other tables the stories are listed one by one (``ListedStory``).
    """

    key: str
    holds: Q | None = None

    @property
    def is_kept(self) -> bool:
        """Whether its stories are listed one by one."""
        return self.holds is None

    @property
    def column(self) -> str:
        """The column of ``live_rows`` that has the keys of the articles."""
        return "article_id" if self.is_kept else "pk"

    def live_rows(self) -> QuerySet[Any]:
        """Return a row for each live story of the list, with its ``published_at``."""
        from redaksi.articles.models import Article, ListedStory

        if self.holds is None:
            return ListedStory.objects.filter(list=self.key)
        rows: QuerySet[Any] = Article.objects.filter(self.holds, live=True)
        return rows

    def shown_rows(self) -> QuerySet[Any]:
        """Return a row for each story of the list that readers may see now."""
        return self.live_rows().filter(free_of_embargo("article__" if self.is_kept else ""))

    def newest_first(self) -> tuple[str, str]:
        """Return the order in which readers leaf through the rows."""
        return "-published_at", f"-{self.column}"

    def page(self, before: object = None) -> str:
        """Return the name of one page of the list, the newest or the one before a place."""
        return f"{self.key}@{before or 'newest'}"


PAPER = NewsList("paper", Q())


def list_under(section: Section) -> NewsList:
    """Return the list of a section; a top-level section holds what its sub-sections hold."""
    return _under(section.pk) if section.parent_id is None else _in(section.pk)


def list_by(person: Person) -> NewsList:
    """Return the list of what a person wrote."""
    return NewsList(key_of_writer(person.pk))


def list_about(tag: Tag) -> NewsList:
    """Return the list of the stories that carry a tag."""
    return NewsList(key_of_tag(tag.pk))


def lists_of(article: Article) -> Iterator[NewsList]:
    """Return every list that the article stands in when it is live."""
    yield PAPER
    yield _under(article.top_section_id)
    if article.section_id != article.top_section_id:
        yield _in(article.section_id)
    for author in article.article_authors.all():
        yield NewsList(key_of_writer(author.person_id))
    for tagged in article.tagged_items.all():
        yield NewsList(key_of_tag(tagged.tag_id))


def key_of_writer(person: int) -> str:
    """Return the name of the list of what a person wrote."""
    return f"person:{person}"


def key_of_tag(tag: int) -> str:
    """Return the name of the list of the stories that carry a tag."""
    return f"tag:{tag}"


def _under(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(top_section=section))


def _in(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(section=section))
