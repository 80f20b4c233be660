"""Keeps what stories need from being deleted, with a sentence instead of an error page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from redaksi.articles.models import Agency, Article, ArticleAuthor, FormerAddress
from redaksi.articles.uses import versions_of_articles
from redaksi.newsroom.models import Person, Section


def refuse_what_stories_need(request: HttpRequest, objects: Iterable[Any]) -> HttpResponse | None:
    """Go back to the list and say what is needed, if stories need any of the objects.

    Wagtail would ask its index of references, which does not record these relations: it would
    count them in tens of thousands wherever a section or a person is opened.
    """
    kept = [(thing, reason) for thing in objects if (reason := _why_kept(thing))]
    for _thing, reason in kept:
        messages.error(request, reason)
    if not kept:
        return None
    return redirect(reverse(kept[0][0].snippet_viewset.get_url_name("list")))


def _why_kept(thing: Any) -> str | None:
    if isinstance(thing, Section):
        sentence = _why_section_kept(thing)
    elif isinstance(thing, Person) and _stands_over_stories(thing):
        sentence = _("“%s” stands over stories: change their bylines before you delete the person.")
    elif isinstance(thing, Agency) and _is_a_source(thing):
        sentence = _("“%s” is the source of stories: change it there before you delete it.")
    else:
        sentence = None
    return str(sentence % thing) if sentence else None


def _why_section_kept(section: Section) -> str | None:
    if section.children.exists():
        return _("“%s” has sub-sections: put them elsewhere or delete them first.")
    stories = Article.objects.filter(section=section)
    if stories.exists() or _open_versions().filter(content__section=section.pk).exists():
        return _("“%s” has stories: move them to another section before you delete it.")
    if section.former_slugs.exists() or _once_held_stories(section):
        return _(
            "“%s” has had addresses, which would die with it: "
            "leave it as it is, or rename it and use it for something else."
        )
    return None


def _once_held_stories(section: Section) -> bool:
    return FormerAddress.objects.filter(path__startswith=section.url).exists()


def _stands_over_stories(person: Person) -> bool:
    if ArticleAuthor.objects.filter(person=person).exists():
        return True
    texts = _open_versions().annotate(text=Cast("content", TextField()))
    return bool(texts.filter(text__regex=rf'"person": *{person.pk}[^0-9]').exists())


def _is_a_source(agency: Agency) -> bool:
    rows = Article.objects.filter(source=agency)
    return rows.exists() or _open_versions().filter(content__source=agency.pk).exists()


def _open_versions() -> QuerySet[Any]:
    """The versions that are opened or published from now on; the archive's are in its rows."""
    unpublished = Q(live=False) | Q(has_unpublished_changes=True)
    newest = Article.objects.filter(unpublished).values("latest_revision")
    return versions_of_articles().filter(Q(pk__in=newest) | Q(approved_go_live_at__isnull=False))
