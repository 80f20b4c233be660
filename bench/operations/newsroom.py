"""Reads in the newsroom: editor, list, home, choosers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from bench.operations.people import browser_of
from redaksi.articles.models import Article
from redaksi.newsroom.models import Section

Operation = Callable[[], Callable[[], Any]]


def open_editor() -> Callable[[], Any]:
    """Budi opens a live story."""
    url = reverse("wagtailsnippets_articles_article:edit", args=[_some_article()])
    return lambda: browser_of("budi").get(url)


def open_history() -> Callable[[], Any]:
    """Budi opens the history of a story."""
    url = reverse("wagtailsnippets_articles_article:history", args=[_some_article()])
    return lambda: browser_of("budi").get(url)


def open_section() -> Callable[[], Any]:
    """Dewi opens the settings of a section with many stories."""
    pk = Section.objects.get(slug="nasional").pk
    url = reverse("wagtailsnippets_newsroom_section:edit", args=[pk])
    return lambda: browser_of("dewi").get(url)


def _listed(username: str, **choices: Any) -> Operation:
    def operation() -> Callable[[], Any]:
        slug = choices.get("section")
        chosen = choices | ({"section": Section.objects.get(slug=slug).pk} if slug else {})
        url = f"{reverse('wagtailsnippets_articles_article:list')}?{urlencode(chosen)}"
        return lambda: browser_of(username).get(url)

    return operation


def _opened(username: str, name: str) -> Operation:
    return lambda: lambda: browser_of(username).get(reverse(name))


OPERATIONS: dict[str, Operation] = {
    "open editor": open_editor,
    "open history": open_history,
    "list (chief)": _listed("dewi"),
    "list (desk editor)": _listed("budi"),
    "list (editor of a rare section)": _listed("rini"),
    "list (reporter)": _listed("ani"),
    "list, last page": _listed("dewi", p=40),
    "list, section": _listed("dewi", section="ekonomi"),
    "list, rare section": _listed("dewi", section="otomotif"),
    "list, drafts": _listed("dewi", state="draft"),
    "list, drafts (desk editor)": _listed("budi", state="draft"),
    "list, live": _listed("dewi", state="live"),
    "list, unverified": _listed("dewi", state="unverified"),
    "list, withdrawn": _listed("dewi", state="withdrawn"),
    "list, rare kind": _listed("dewi", kind="advertorial"),
    "list, rare kind in a section": _listed("dewi", kind="advertorial", section="ekonomi"),
    "list, search": _listed("dewi", q="ba"),
    "list, search (desk editor)": _listed("budi", q="ba"),
    "home (chief)": _opened("dewi", "wagtailadmin_home"),
    "home (desk editor)": _opened("budi", "wagtailadmin_home"),
    "home (reporter)": _opened("ani", "wagtailadmin_home"),
    "story chooser": _opened("budi", "wagtailsnippetchoosers_articles_article:choose"),
    "picture chooser": _opened("budi", "wagtailimages_chooser:choose"),
    "picture library": _opened("dewi", "wagtailimages:index"),
    "section settings": open_section,
}


@cache
def _some_article() -> int:
    articles = Article.objects.filter(section__slug="nasional", live=True).order_by("-pk")
    return articles.values_list("pk", flat=True)[50]
