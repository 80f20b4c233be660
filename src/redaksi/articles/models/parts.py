"""What hangs on an article: its byline and its tags."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable

from redaksi.newsroom.models import Person


class ArticleTag(TaggedItemBase):
    """A free word on an article."""

    content_object = ParentalKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticleAuthor(Orderable):
    """A person in an article's byline, in order."""

    article = ParentalKey(
        "articles.Article", on_delete=models.CASCADE, related_name="article_authors"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("author"), on_delete=models.PROTECT, related_name="authorships"
    )
    person.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="one_byline_per_person")
        ]

    def __str__(self) -> str:
        return str(self.person)
