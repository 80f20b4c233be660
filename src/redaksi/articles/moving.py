"""Moves an article to another section, keeping its old address alive."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from redaksi.articles.locking import check_unlocked
from redaksi.articles.models import Article
from redaksi.articles.publishing import free_slug
from redaksi.articles.recording import Kind, acting
from redaksi.newsroom.models import Section
from redaksi.newsroom.roles import reach_of


@transaction.atomic
def move(article: Article, *, to: Section, by: Any) -> None:
    """Put the article and its newest draft into another section; a live address redirects.

    Raises:
        PermissionDenied: if the person is not an editor of both sections, or a colleague holds
            the lock.
    """
    row = Article.objects.select_for_update().select_related("section").get(pk=article.pk)
    reach = reach_of(by)
    if not (reach.may_edit_in(row.section_id) and reach.may_edit_in(to.pk)):
        raise PermissionDenied(
            _("Only an editor of both “%(old)s” and “%(new)s” may move this story.")
            % {"old": row.section, "new": to}
        )
    check_unlocked(row, by=by)
    draft = row.get_latest_revision_as_object()
    was = row.section
    row.section = to
    if row.published_on:
        row.slug = free_slug(row)
    with acting(by=by, kind=Kind.MOVE):
        row.save()
    if row.has_unpublished_changes:
        draft.section = to
    else:
        draft = row
    draft.save_revision(user=by, changed=row.has_unpublished_changes)
    log(row, "redaksi.move", user=by, data={"from": was.slug, "to": to.slug})
