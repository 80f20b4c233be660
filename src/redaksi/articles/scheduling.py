"""Publishes what is due and takes down what has expired, each story in its own transaction."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.publishing import ArticleUnpublish

BATCH = 100


@dataclass
class Outcome:
    """How many stories one run published, took down, and could not publish."""

    published: int = 0
    expired: int = 0
    refused: int = 0


def publish_due() -> Outcome:
    """Publish every scheduled story whose time has come and unpublish every expired one.

    Safe to run from several processes at once: each story is claimed inside its own
    transaction and looked at again there. A story that cannot be published keeps no schedule
    but gets a note with the reason, and the others go out.
    """
    outcome = Outcome()
    due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    for pk in due.order_by("approved_go_live_at").values_list("pk", flat=True)[:BATCH]:
        _publish_one(pk, outcome)
    _expire(outcome)
    return outcome


def _publish_one(pk: int, outcome: Outcome) -> None:
    try:
        with transaction.atomic():
            revision = _claim(pk)
            if revision is None:
                return
            revision.publish(log_action="wagtail.publish.scheduled")
            outcome.published += 1
    except (ValidationError, PermissionDenied) as refusal:
        _set_aside(pk, refusal)
        outcome.refused += 1


def _claim(pk: int) -> Revision | None:
    due = Revision.objects.select_for_update().filter(approved_go_live_at__lte=timezone.now())
    return due.filter(pk=pk).first()


def _set_aside(pk: int, refusal: ValidationError | PermissionDenied) -> None:
    revision = Revision.objects.get(pk=pk)
    with transaction.atomic():
        Revision.objects.filter(pk=pk).update(approved_go_live_at=None)
        article = revision.content_object
        if isinstance(article, Article):
            reasons = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
            EditorialNote.objects.create(
                article=article,
                text=_("Not published as scheduled. %s") % " ".join(reasons),
            )


def _expire(outcome: Outcome) -> None:
    past = {"live": True, "expire_at__lte": timezone.now()}
    for pk in Article.objects.filter(**past).values_list("pk", flat=True)[:BATCH]:
        with transaction.atomic():
            outcome.expired += _expire_article(pk)
    for page in Page.objects.filter(**past)[:BATCH]:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        outcome.expired += 1


def _expire_article(pk: int) -> int:
    now = timezone.now()
    article = (
        Article.objects.select_for_update().filter(pk=pk, live=True, expire_at__lte=now).first()
    )
    if article is None:
        return 0
    ArticleUnpublish(article, set_expired=True, log_action="wagtail.unpublish.scheduled").execute()
    return 1
