"""The lists that readers leaf through: the whole paper, a section, a person's work, a tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet

if TYPE_CHECKING:
    from taggit.models import Tag

    from redaksi.articles.models import Article
    from redaksi.newsroom.models import Person, Section

#: Members of a list from which on they are no longer fetched all to be sorted.
SORTED = 1000


@dataclass(frozen=True)
class Members:
    """Rows that name the articles of a list one by one, in a column."""

    rows: QuerySet[Any]
    column: str

    @property
    def named(self) -> Q:
        """The condition that fetches all of them to be sorted."""
        return Q(pk__in=self.rows.values(self.column))

    @property
    def walked(self) -> Q:
        """The condition that asks of each story in turn whether it is one of them."""
        return Q(Exists(self.rows.filter(**{self.column: OuterRef("pk")})))

    @property
    def are_many(self) -> bool:
        """Whether walking through the stories of the whole paper in order finds them sooner."""
        return self.rows[:SORTED].count() == SORTED


@dataclass(frozen=True)
class NewsList:
    """One list: its name, as tags and page ends carry it, and which articles it holds."""

    key: str
    holds: Q
    members: Members | None = None

    def first_of(self) -> Q:
        """Return the condition under which the newest stories of the list are found soonest."""
        if self.members is not None and self.members.are_many:
            return self.members.walked
        return self.holds

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


def list_about(tag: Tag) -> NewsList:
    """Return the list of the stories that carry a tag."""
    return _about(tag.pk)


def lists_of(article: Article) -> Iterator[NewsList]:
    """Return every list that the article stands in when it is live."""
    yield PAPER
    yield _under(article.top_section_id)
    if article.section_id != article.top_section_id:
        yield _in(article.section_id)
    for author in article.article_authors.all():
        yield _by(author.person_id)
    for tagged in article.tagged_items.all():
        yield _about(tagged.tag_id)


def _under(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(top_section=section))


def _in(section: int) -> NewsList:
    return NewsList(f"section:{section}", Q(section=section))


def _by(person: int) -> NewsList:
    from redaksi.articles.models import ArticleAuthor

    written = ArticleAuthor.objects.filter(person=person).order_by()
    return _of_members(f"person:{person}", Members(written, "article"))


def _about(tag: int) -> NewsList:
    from redaksi.articles.models import ArticleTag

    tagged = ArticleTag.objects.filter(tag=tag).order_by()
    return _of_members(f"tag:{tag}", Members(tagged, "content_object"))


def _of_members(key: str, members: Members) -> NewsList:
    return NewsList(key, members.named, members)
