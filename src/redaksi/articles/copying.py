"""Begins a new story with the words of an old one."""

from __future__ import annotations

from wagtail.models import copying

from redaksi.articles.models import Article

#: What belongs to the old story alone; a copy, unlike a translation, is under no embargo.
NOT_COPIED = {*Article.exclude_fields_in_copy, "translation_key", "owner", "embargoed_until"}


def copy_of(article: Article) -> Article:
    """Return an unsaved story with the content of the article's newest version."""
    newest = article.get_latest_revision_as_object()
    fresh, _children = copying._copy(newest, exclude_fields=NOT_COPIED)
    copied: Article = fresh
    return copied
