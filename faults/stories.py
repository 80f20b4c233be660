"""Writes the stories of the faults, and asks what became of them."""

from __future__ import annotations

import datetime
from collections import Counter

from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from faults.reading import marked
from redaksi.articles.models import Article, EditorialNote, PublicationRecord
from redaksi.articles.publishing import publish
from tests.cast import Cast
from tests.factories import write_draft


def schedule(number: int) -> Article:
    """Write a story and have it published at a moment that is far away."""
    cast = Cast.called()
    section = cast.nasional if number % 2 else cast.ekonomi
    moment = timezone.now() + datetime.timedelta(days=1)
    story = write_draft(section=section, headline=marked(number), go_live_at=moment)
    publish(story, by=None)
    return story


def bring_forward(story: Article, moment: datetime.datetime) -> None:
    """Have a scheduled story published at another moment; writing many takes its time."""
    story.go_live_at = moment
    Article.objects.filter(pk=story.pk).update(go_live_at=moment)
    revisions = Revision.objects.filter(approved_go_live_at__isnull=False, object_id=str(story.pk))
    for revision in revisions:
        content = {**revision.content, "go_live_at": moment.isoformat()}
        revisions.update(approved_go_live_at=moment, content=content)


def poison(story: Article) -> None:
    """Damage the scheduled version so that nobody can read it."""
    revisions = Revision.objects.filter(pk=story.latest_revision_id)
    for revision in revisions:
        content = {**revision.content, "article_authors": 7}
        revisions.update(content=content)


def publications() -> Counter[int]:
    """Return how often each story was recorded as published."""
    records = PublicationRecord.objects.filter(kind=PublicationRecord.Kind.PUBLISH)
    return Counter(records.values_list("article", flat=True))


def log_entries() -> Counter[int]:
    """Return how often the log says of each story that its schedule was carried out."""
    entries = ModelLogEntry.objects.filter(action="wagtail.publish.scheduled")
    return Counter(int(key) for key in entries.values_list("object_id", flat=True))


def notes_on(story: Article) -> list[str]:
    """Return what the desk is told about a story."""
    return list(EditorialNote.objects.filter(article=story).values_list("text", flat=True))


def tell_headline(story: Article, version: int) -> None:
    """Give a story a new headline in a new version, which is not published yet."""
    draft = story.get_latest_revision_as_object()
    draft.headline = marked(version)
    draft.save_revision()
