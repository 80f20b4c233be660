"""Stories in which people say things, for the tests of the record."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import confirm
from redaksi.statements.models import Statement
from redaksi.statements.reading import read_due
from tests.factories import write_draft

LAVROV = "Rusia tidak menginginkan perang dengan siapa pun di Eropa"
STOLTENBERG = "Kami tidak memiliki rencana untuk mengerahkan pasukan tempur ke Ukraina"
TEXT = (
    f"<p>“{STOLTENBERG},” kata Sekretaris Jenderal NATO Jens Stoltenberg kepada BBC, "
    "Minggu, 30 Januari 2022.</p>"
    f"<p>“{LAVROV},” ujar Menteri Luar Negeri Rusia Sergey Lavrov kepada televisi pemerintah, "
    "Senin (31/1/2022).</p>"
)


def a_draft(section: Any, *, text: str = TEXT, **fields: Any) -> Article:
    """A draft that was read."""
    story = write_draft(section=section, body=[("paragraph", text)], **fields)
    read_due()
    return story


def rewrite(story: Article, text: str, *, is_read: bool = True) -> Article:
    """Save another version of a story."""
    draft = Article.objects.get(pk=story.pk).get_latest_revision_as_object()
    block = draft.body.raw_data[0]
    draft.body = [(block["type"], text)]
    draft.save_revision()
    if is_read:
        read_due()
    return Article.objects.get(pk=story.pk)


def schedule(story: Article, *, by: Any, is_read: bool = False) -> datetime.datetime:
    """Save a story once more and schedule it; return a moment at which it is due."""
    draft = Article.objects.get(pk=story.pk).get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    draft.save_revision()
    if is_read:
        read_due()
    publish(Article.objects.get(pk=story.pk), by=by)
    return draft.go_live_at + datetime.timedelta(seconds=1)


def said_by(story: Article, name: str) -> Statement:
    """The statement that a story attributes to somebody."""
    return Statement.objects.get(article=story, speaker_name=name)


def tickets(client: Any, story: Article) -> list[str]:
    """What the boxes of a story's review send when they are ticked, as it is shown now."""
    page = client.get(reverse("article_statements", args=[story.pk])).content.decode()
    return re.findall('name="ticked" value="([^"]+)"', page)


def a_record(section: Any, *, by: Any, **fields: Any) -> Article:
    """A live story with two confirmed statements."""
    story = a_draft(section, **fields)
    for statement in story.statements.all():
        confirm(statement, by=by)
    publish(story)
    return Article.objects.get(pk=story.pk)
