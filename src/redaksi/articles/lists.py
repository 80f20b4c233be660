"""The lists that readers leaf through: the whole paper, a section, what one person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from redaksi.articles.models import Article
    from redaksi.newsroom.models import Person, Section


@dataclass(frozen=True)
class NewsList:
    """One list: its name, as tags and page ends carry it, and which articles it holds."""

    key: str
    holds: Q

    def page(self, before: object = None) -> str:
        """Return the name of one page of the list, the newest or the one before a place."""
        return f"{self.key}@{before or 'newest'}"


PAPER = NewsList("paper", Q())


def list_under(section: Section) -> NewsList:
    """Return the list of a section; a top-level section holds what its sub-sections hold."""
    return _under(section.pk) if section.parent_id is None else _in(section.pk)


def list_by(person: Person) -> NewsList:
    """Return the list of what a person wrote."""
    return _by(person.pk)


def lists_of(article: Article) -> Iterator[NewsList]:
    """Return every list that the article stands in when it is live."""
    yield PAPER
    yield _under(article.top_section_id)
    if article.section_id != article.top_section_id:
        yield _in(article.section_id)
    for author in article.article_authors.all():
        yield _by(author.person_id)


def _under(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(top_section=section))


def _in(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(section=section))


def _by(person: int) -> NewsList:
    from redaksi.articles.models import ArticleAuthor

    written = ArticleAuthor.objects.filter(person=person).order_by().values("article")
    return NewsList(f"person:{person}", Q(pk__in=written))
