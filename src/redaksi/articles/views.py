"""Shows a reader the article at an address, or where it went, or why it is gone."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.illustrations import fetch_renditions
from redaksi.articles.models import Article, FormerAddress
from redaksi.articles.queries import is_shown_to_readers, live_articles, next_of, previous_of
from redaksi.articles.redirecting import redirect_for_good
from redaksi.articles.shown_parts import note_parts
from redaksi.articles.structured_data import news_article
from redaksi.design.shown import shows
from redaksi.newsroom.models import FormerSectionSlug


@require_safe
def article(
    request: HttpRequest, section: str, year: int, month: int, day: int, slug: str
) -> HttpResponse:
    """Answer the address of an article: 200, 301 to its present one, 410 if withdrawn, or 404."""
    on = _day(year, month, day)
    path = f"/{section}/{year}/{month:02}/{day:02}/{slug}/"
    found = _at(section, on, slug)
    if found is None:
        return _moved(path, section)
    if found.withdrawn_at is not None:
        return _gone(request, found)
    if not is_shown_to_readers(found):
        raise Http404
    if request.path != found.path:
        return redirect_for_good(found.path)
    with override(found.language):
        return render(request, "articles/article.html", page_context(found))


def page_context(article: Article) -> dict[str, Any]:
    """Return what the article's page shows besides the article itself."""
    fetch_renditions(article)
    note_parts(article)
    return {
        "article": article,
        "previous": previous_of(article),
        "next": next_of(article),
        "translations": _translations(article),
        "structured_data": news_article(article),
        "canonical_url": article.canonical_url,
        "page_language": article.language,
    }


def _day(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise Http404 from error


def _at(section: str, on: datetime.date, slug: str) -> Article | None:
    articles = Article.objects.select_related("section__parent", "locale", "source", "lead_picture")
    articles = articles.prefetch_related("article_authors__person__portrait", "tags")
    found: Article | None = articles.filter(
        section__slug=section, published_on=on, slug=slug
    ).first()
    return found


def _moved(path: str, section: str) -> HttpResponse:
    slugs = _slugs_of_the_section_called(section)
    rest = path.removeprefix(f"/{section}/")
    once = FormerAddress.objects.filter(path__in=[f"/{slug}/{rest}" for slug in slugs])
    former = once.select_related("article__section").first()
    if former is not None:
        shows("headline", former.article_id)
        return redirect_for_good(former.article.path)
    if slugs[0] == section:
        raise Http404
    return redirect_for_good(f"/{slugs[0]}/{rest}")


def _slugs_of_the_section_called(slug: str) -> list[str]:
    """Return every slug the section has had, the present one first; the asked one if it is none."""
    renamed = FormerSectionSlug.objects.filter(slug=slug).select_related("section").first()
    if renamed is None:
        return [slug]
    former = renamed.section.former_slugs.values_list("slug", flat=True)
    return [renamed.section.slug, *former]


def _gone(request: HttpRequest, article: Article) -> HttpResponse:
    shows("article", article.pk)
    with override(article.language):
        return render(request, "410.html", {"withdrawal": article}, status=410)


def _translations(article: Article) -> list[dict[str, str]]:
    others = live_articles().filter(translation_key=article.translation_key)
    others = others.exclude(pk=article.pk).select_related("locale", "section")
    for other in others:
        shows("headline", other.pk)
    return [{"language": other.language, "url": other.path} for other in others]
