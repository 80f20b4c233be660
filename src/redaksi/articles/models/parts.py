"""What hangs on an article: its byline and its tags."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.models import Orderable

from redaksi.newsroom.models import Person


class ArticleTag(TaggedItemBase):
    """A free word on an article."""

    content_object = ParentalKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticleTags(ClusterTaggableManager):
    """The tags of an article, whose rows stay as they are while a form does not change them.

    ``modelcluster`` takes all of them away and sets them anew, twice at each saving of a form.
    """

    def save_form_data(self, instance: Any, value: Any) -> None:
        """Set the tags if they are others than the article has (``value``: their names)."""
        if sorted(value) != sorted(tag.name for tag in getattr(instance, self.name).all()):
            super().save_form_data(instance, value)

    def deconstruct(self) -> Any:
        """Tell migrations of the library's field, because the database knows no difference."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.contrib.taggit.ClusterTaggableManager", args, kwargs


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
