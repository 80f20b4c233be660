"""Takes an article back for good, with a public reason (the agencies' kill)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.publishing import ArticleUnpublish
from redaksi.articles.recording import Kind, acting
from redaksi.newsroom.roles import reach_of


@transaction.atomic
def withdraw(article: Article, *, ground: WithdrawalGround, note: str, by: Any) -> None:
    """Take the article back for good; its address answers 410 with the reason from now on.

    Raises:
        PermissionDenied: if the person is not a chief.
        ValidationError: if the article was never published, or is withdrawn already.
    """
    if not reach_of(by).is_chief:
        raise PermissionDenied(_("Only a chief may withdraw a story."))
    row = Article.objects.select_for_update().get(pk=article.pk)
    _check_possible(row)
    row.withdrawn_at = timezone.now()
    row.withdrawal_ground = ground
    row.withdrawal_note = note
    with acting(by=by, kind=Kind.WITHDRAW, why=note):
        if row.live:
            ArticleUnpublish(row, user=by, log_action=False).execute()
        else:
            row.save(update_fields=["withdrawn_at", "withdrawal_ground", "withdrawal_note"])
    log(row, "redaksi.withdraw", user=by, data={"ground": str(ground), "note": note})


def _check_possible(row: Article) -> None:
    if row.withdrawn_at is not None:
        raise ValidationError(_("The story is withdrawn already."))
    if row.published_at is None:
        raise ValidationError(_("The story was never published: delete the draft instead."))
