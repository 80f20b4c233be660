"""Forbids an article to be seen before a moment, and lifts the ban."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from redaksi.articles.models import Article
from redaksi.newsroom.roles import reach_of


@transaction.atomic
def embargo(article: Article, *, until: datetime.datetime | None, by: Any) -> None:
    """Forbid publication before ``until`` (aware); ``None`` lifts the embargo.

    The embargo lies on the article itself, not on a version, so no older version escapes it.

    Raises:
        PermissionDenied: if the person may not edit in the section.
        ValidationError: if the article is live already, or scheduled for an earlier time.
    """
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not reach_of(by).may_edit_in(row.section_id):
        raise PermissionDenied(_("Only the editors of the section may set an embargo."))
    if until is not None:
        _check_possible(row, until)
    Article.objects.filter(pk=row.pk).update(embargoed_until=until)
    article.embargoed_until = until
    log(article, "redaksi.embargo", user=by, data={"until": until.isoformat() if until else None})


def _check_possible(row: Article, until: datetime.datetime) -> None:
    if row.live:
        raise ValidationError(_("The story is live already: take it offline first."))
    scheduled = row.scheduled_revision
    if scheduled and scheduled.approved_go_live_at < until:
        raise ValidationError(
            _("The story is scheduled before that moment: cancel the schedule first.")
        )
