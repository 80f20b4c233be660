"""Finds the stories that use a picture or a document."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import ReferenceIndex, Revision

from redaksi.articles.models import Article
from redaksi.articles.queries import live_articles
from redaksi.newsroom.models import Person
from redaksi.pictures.models import Picture

#: The worker brings the index of references up to date well within this time.
LAG = datetime.timedelta(days=1)


def stories_with(thing: Any) -> set[int]:
    """Return the keys of the stories that use a picture or document.

    Published text is looked up in Wagtail's index of references, which knows rows only; versions
    that are still to be published, or newer than the index, are read themselves.
    """
    return _in_rows(thing) | _in_versions(thing)


def versions_of_articles() -> QuerySet[Any]:
    """Return the saved versions of every article."""
    kind = ContentType.objects.get_for_model(Article)
    versions: QuerySet[Any] = Revision.objects.filter(base_content_type=kind)
    return versions


def live_stories_with(thing: Any) -> set[int]:
    """Return the keys of those of the stories that readers may see."""
    used = live_articles().filter(pk__in=stories_with(thing))
    return set(used.values_list("pk", flat=True))


def readers_may_open(document: Any) -> bool:
    """Whether a story that readers see offers the document, as the story's row stands."""
    candidates = live_articles().filter(pk__in=_in_rows(document)).only("body")
    return any(_offers(article, document.pk) for article in candidates.iterator(chunk_size=20))


def readers_may_see(picture: Picture) -> bool:
    """Whether a published story or a person's page shows the picture, as the rows stand."""
    if Person.objects.filter(portrait=picture).exists():
        return True
    if live_articles().filter(lead_picture=picture).exists():
        return True
    return live_articles().filter(pk__in=_in_rows(picture)).exists()


def _in_rows(thing: Any) -> set[int]:
    references = ReferenceIndex.get_references_to(thing)
    kind = ContentType.objects.get_for_model(Article)
    found = references.filter(base_content_type=kind).values_list("object_id", flat=True)
    return {int(key) for key in found}


def _in_versions(thing: Any) -> set[int]:
    to_come = Q(
        pk__in=Article.objects.filter(has_unpublished_changes=True).values("latest_revision")
    )
    fresh = Q(created_at__gte=timezone.now() - LAG) | Q(approved_go_live_at__isnull=False)
    texts = (
        versions_of_articles().filter(to_come | fresh).annotate(text=Cast("content", TextField()))
    )
    # The body is text within the content, so that its quotation marks stand behind backslashes.
    name = "picture" if isinstance(thing, Picture) else "document"
    mentions = texts.filter(text__regex=rf'{name}\\*": *{thing.pk}[^0-9]')
    return {int(key) for key in mentions.values_list("object_id", flat=True)}


def _offers(article: Article, document: int) -> bool:
    return any(
        block["type"] == "document" and block["value"].get("document") == document
        for block in article.body.raw_data
    )
