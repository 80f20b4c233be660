"""Keeps what stories need from being deleted, with a sentence instead of an error page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from redaksi.articles.models import Agency, Article, ArticleAuthor
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
    if isinstance(thing, Section) and Article.objects.filter(section=thing).exists():
        sentence = _("“%s” has stories: move them to another section before you delete it.")
    elif isinstance(thing, Person) and ArticleAuthor.objects.filter(person=thing).exists():
        sentence = _("“%s” stands over stories: change their bylines before you delete the person.")
    elif isinstance(thing, Agency) and Article.objects.filter(source=thing).exists():
        sentence = _("“%s” is the source of stories: change it there before you delete it.")
    else:
        return None
    return str(sentence % thing)
