"""Finds what readers' addresses the newsroom's own address would hide."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from redaksi.newsroom.models import FormerSectionSlug, Section

#: Depth of the pages right under the home page in Wagtail's tree.
UNDER_HOME = 3


def hidden_by_the_newsroom() -> str | None:
    """Say in one sentence which section or page lies where the newsroom is, if one does."""
    word = settings.CONFIG.newsroom_path
    section = Section.objects.filter(slug=word).first()
    if section is not None:
        return _sentence() % {"thing": section, "path": word}
    former = FormerSectionSlug.objects.select_related("section").filter(slug=word).first()
    if former is not None:
        return _sentence() % {"thing": former.section, "path": word}
    page = Page.objects.filter(depth=UNDER_HOME, slug=word).first()
    return _sentence() % {"thing": page, "path": word} if page is not None else None


def _sentence() -> str:
    return _(
        "The newsroom at /%(path)s/ hides addresses of “%(thing)s” from readers: "
        "choose another newsroom_path in redaksi.toml."
    )
