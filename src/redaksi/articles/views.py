"""Shows a reader the article at an address, or where it went, or why it is gone."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.addresses import article_address
from redaksi.articles.fetching import article_at
from redaksi.articles.illustrations import fetch_renditions
from redaksi.articles.models import Article, FormerAddress
from redaksi.articles.queries import is_shown_to_readers
from redaksi.articles.redirecting import redirect_for_good
from redaksi.articles.shown_parts import note_parts
from redaksi.articles.structured_data import news_article
from redaksi.articles.surroundings import surroundings_of
from redaksi.design.shown import shows
from redaksi.newsroom.models import FormerSectionSlug


@require_safe
def article(
    request: HttpRequest, section: str, year: int, month: int, day: int, slug: str
) -> HttpResponse:
    """Answer the address of an article: 200, 301 to its present one, 410 if withdrawn, or 404."""
    on = _day(year, month, day)
    found = article_at(section, on, slug)
    return _moved(section, on, slug) if found is None else show(request, found)


def show(request: HttpRequest, article: Article) -> HttpResponse:
    """Answer with the page of an article that was fetched already."""
    if article.withdrawn_at is not None:
        return _gone(request, article)
    if not is_shown_to_readers(article):
        raise Http404
    if request.path != article.path:
        return redirect_for_good(article.path)
    with override(article.language):
        return render(request, "articles/article.html", page_context(article))


def page_context(article: Article) -> dict[str, Any]:
    """Return what the article's page shows besides the article itself."""
    fetch_renditions(article)
    around = article.surroundings or surroundings_of(article)
    note_parts(article, around)
    return {
        "article": article,
        "previous": around.previous,
        "next": around.next,
        "related": around.related,
        "translations": [
            {"language": other.language, "url": other.path} for other in around.translations
        ],
        "structured_data": news_article(article),
        "canonical_url": article.canonical_url,
        "page_language": article.language,
    }


def _day(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise Http404 from error


def _moved(section: str, on: datetime.date, slug: str) -> HttpResponse:
    """Redirect to where the story is now.

    What a story that readers do not see is called now is nobody's business.
    """
    slugs = _slugs_of_the_section_called(section)
    paths = [article_address(name, on, slug) for name in slugs]
    once = FormerAddress.objects.filter(path__in=paths).select_related("article__section")
    former = once.first()
    article = former.article if former is not None else article_at(slugs[0], on, slug)
    if article is None or not (is_shown_to_readers(article) or article.withdrawn_at):
        raise Http404
    shows("headline", article.pk)
    return redirect_for_good(article.path)


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
