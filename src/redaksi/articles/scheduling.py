"""Publishes what is due and takes down what has expired, each story in its own transaction."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.publishing import ArticleUnpublish
from redaksi.articles.refusals import sentences_of
from redaksi.newsroom.unavailable import NOT_NOW

BATCH = 100

logger = logging.getLogger(__name__)


@dataclass
class Outcome:
    """How many stories one run published, took down, and could not publish."""

    published: int = 0
    expired: int = 0
    refused: int = 0


def publish_due() -> Outcome:
    """Publish every scheduled story whose time has come and unpublish every expired one.

    Safe to run from several processes at once: each story is claimed inside its own
    transaction and looked at again there. A story that cannot be published or taken down keeps
    no schedule but gets a note with the reason, and the others follow theirs.

    Raises:
        OperationalError, InterfaceError: if the database does not answer.
    """
    outcome = Outcome()
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    for pk in due.order_by("approved_go_live_at").values_list("pk", flat=True)[:BATCH]:
        _publish_one(pk, outcome)
    _expire(outcome)
    return outcome


def next_due() -> datetime | None:
    """Return when the next story is to be published or taken down; None without a schedule."""
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    past = {"live": True, "expire_at__isnull": False}
    moments = [
        scheduled.order_by("approved_go_live_at").values_list("approved_go_live_at", flat=True),
        Article.objects.filter(**past).order_by("expire_at").values_list("expire_at", flat=True),
        Page.objects.filter(**past).order_by("expire_at").values_list("expire_at", flat=True),
    ]
    return min((first for first in (found.first() for found in moments) if first), default=None)


def _publish_one(pk: int, outcome: Outcome) -> None:
    try:
        with transaction.atomic():
            revision = _claim(pk)
            if revision is None:
                return
            revision.publish(log_action="wagtail.publish.scheduled")
            outcome.published += 1
    except NOT_NOW:
        raise
    except (ValidationError, PermissionDenied) as refusal:
        _set_aside(pk, " ".join(sentences_of(refusal)))
        outcome.refused += 1
    except Exception:
        # Whatever is wrong with one story, an unreadable version say, the others must go out.
        logger.exception("The scheduled version %s could not be published.", pk)
        _set_aside(pk, _("The version is damaged: look it over, save it and schedule it again."))
        outcome.refused += 1


def _claim(pk: int) -> Revision | None:
    # What another worker has in hand is passed over, so that they do not queue for each story.
    free = Revision.objects.select_for_update(skip_locked=True)
    due = free.filter(approved_go_live_at__lte=timezone.now())
    return due.filter(pk=pk).first()


def _set_aside(pk: int, reasons: str) -> None:
    revision = Revision.objects.get(pk=pk)
    with transaction.atomic():
        scheduled = Revision.objects.filter(pk=pk, approved_go_live_at__isnull=False)
        if not scheduled.update(approved_go_live_at=None):
            # Another worker has set it aside already, and told the desk.
            return
        article = revision.content_object
        if isinstance(article, Article):
            text = _("Not published as scheduled. %s") % reasons
            EditorialNote.objects.create(article=article, text=text)


def _expire(outcome: Outcome) -> None:
    past = {"live": True, "expire_at__lte": timezone.now()}
    due = Article.objects.filter(**past).order_by("expire_at")
    for pk in due.values_list("pk", flat=True)[:BATCH]:
        try:
            with transaction.atomic():
                outcome.expired += _expire_article(pk)
        except NOT_NOW:
            raise
        except Exception:
            logger.exception("The expired story %s could not be taken down.", pk)
            outcome.refused += _let_live(pk)
    for page in Page.objects.filter(**past)[:BATCH]:
        try:
            page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
            outcome.expired += 1
        except NOT_NOW:
            raise
        except Exception:
            logger.exception("The expired page %s could not be taken down.", page.pk)


def _let_live(pk: int) -> int:
    with transaction.atomic():
        expired = Article.objects.filter(pk=pk, live=True, expire_at__lte=timezone.now())
        if not expired.update(expire_at=None):
            # Another worker has set it aside already, and told the desk.
            return 0
        text = _("Not taken down as planned, it is still live: take it down by hand.")
        EditorialNote.objects.create(article_id=pk, text=text)
        return 1


def _expire_article(pk: int) -> int:
    now = timezone.now()
    expired = Article.objects.filter(pk=pk, live=True, expire_at__lte=now)
    article = expired.select_for_update().first()
    if article is None:
        return 0
    ArticleUnpublish(article, set_expired=True, log_action="wagtail.unpublish.scheduled").execute()
    return 1
