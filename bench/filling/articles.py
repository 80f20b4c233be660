"""Inserts invented stories as articles, each with revision, authors, tags, log and references."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Locale, ModelLogEntry, ReferenceIndex, Revision

from bench.filling.archive import Stock, Story, invent
from bench.filling.bulk import Table
from bench.filling.references import references_of
from bench.filling.staff import keys
from redaksi.articles.models import Agency, Article, ArticleAuthor, ArticleTag, Subject
from redaksi.newsroom.models import Person, Section, User

#: Stories held in memory at a time.
SHARE = 10_000


def add_articles(size: int, pictures: list[int]) -> None:
    """Add the articles; the primary keys of an article and its revision are its place."""
    stock = Stock(keys(Person), keys(Tag), keys(Subject), keys(Agency), pictures)
    stories = invent(size, stock)
    rows = Rows()
    while share := list(islice(stories, SHARE)):
        for model, make in rows.tables:
            Table(model).insert(row for story in share for row in make(story))


class Rows:
    """Makes the rows of one story in every table."""

    def __init__(self) -> None:
        self.sections = {section.slug: section for section in Section.objects.all()}
        self.locale = Locale.objects.get(language_code="id").pk
        self.kind = ContentType.objects.get_for_model(Article).pk
        self.writers = list(User.objects.filter(username__in=["ani", "budi", "dewi"]))
        self.blank = Article().serializable_data()
        self.tables: list[tuple[Any, Callable[[Story], Iterator[dict[str, Any]]]]] = [
            (Revision, self._revision),
            (Article, self._article),
            (ArticleAuthor, self._authors),
            (ArticleTag, self._tags),
            (Article.subjects.through, self._subjects),
            (ModelLogEntry, self._log),
            (ReferenceIndex, self._references),
        ]

    def columns(self, story: Story) -> dict[str, Any]:
        """Return the article's own columns by attribute name."""
        section, was_live = self.sections[story.section], not story.is_draft
        moment = story.moment if was_live else None
        return {
            "id": story.place,
            "translation_key": story.key,
            "locale_id": self.locale,
            "latest_revision_id": story.place,
            "live_revision_id": story.place if was_live else None,
            "has_unpublished_changes": story.is_draft,
            "section_id": section.pk,
            "top_section_id": section.parent_id or section.pk,
            "kind": story.kind,
            "headline": story.headline,
            "slug": story.slug,
            "standfirst": story.standfirst,
            "dateline": "Jakarta",
            "body": story.body,
            "lead_picture_id": story.picture,
            "source_id": story.agency,
            "owner_id": self._writer(story).pk,
            "awaiting_verification": story.is_unverified,
            "live": was_live,
            "published_at": moment,
            "first_published_at": moment,
            "last_published_at": moment,
            "published_on": moment and timezone.localdate(moment),
        }

    def _writer(self, story: Story) -> User:
        return self.writers[story.place % len(self.writers)]

    def _article(self, story: Story) -> Iterator[dict[str, Any]]:
        yield self.columns(story)

    def _revision(self, story: Story) -> Iterator[dict[str, Any]]:
        columns = self.columns(story)
        content = {name: columns.get(f"{name}_id", columns.get(name, blank))
                   for name, blank in self.blank.items()}  # fmt: skip
        content |= {
            "pk": story.place,
            "latest_revision": None,
            "live_revision": None,
            "live": False,
            "article_authors": [
                {"pk": None, "sort_order": place, "article": story.place, "person": person}
                for place, person in enumerate(story.authors)
            ],
            "tagged_items": [
                {"pk": None, "content_object": story.place, "tag": tag} for tag in story.tags
            ],
            "subjects": story.subjects,
        }
        yield {
            "id": story.place,
            "content_type_id": self.kind,
            "base_content_type_id": self.kind,
            "object_id": str(story.place),
            "created_at": story.moment,
            "user_id": self._writer(story).pk,
            "object_str": story.headline,
            "content": json.dumps(content, default=str),
        }

    def _authors(self, story: Story) -> Iterator[dict[str, Any]]:
        for place, person in enumerate(story.authors):
            yield {"sort_order": place, "article_id": story.place, "person_id": person}

    def _tags(self, story: Story) -> Iterator[dict[str, Any]]:
        for tag in story.tags:
            yield {"content_object_id": story.place, "tag_id": tag}

    def _subjects(self, story: Story) -> Iterator[dict[str, Any]]:
        for subject in story.subjects:
            yield {"article_id": story.place, "subject_id": subject}

    def _log(self, story: Story) -> Iterator[dict[str, Any]]:
        acts = ["wagtail.create"] if story.is_draft else ["wagtail.create", "wagtail.publish"]
        for act in acts:
            yield {
                "content_type_id": self.kind,
                "label": story.headline,
                "action": act,
                "data": "{}",
                "timestamp": story.moment,
                "user_id": self._writer(story).pk,
                "revision_id": story.place,
                "content_changed": act == "wagtail.create",
                "object_id": str(story.place),
            }

    def _references(self, story: Story) -> Iterator[dict[str, Any]]:
        return references_of(story, self.columns(story))
