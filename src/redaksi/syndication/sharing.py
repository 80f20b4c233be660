"""Answers those who show a story elsewhere: its card, and what oEmbed asks for."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.html import format_html
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.addresses import read_address
from redaksi.articles.fetching import article_at
from redaksi.articles.models import Article
from redaksi.articles.queries import is_shown_to_readers, live_articles
from redaksi.syndication.cards import SIZE, Card, draw
from redaksi.syndication.items import illustration

#: Caches ask each time: a story that is withdrawn takes its card along.
CARD_CACHE = "public, no-cache"
EMBED_CACHE_SECONDS = 300
EMBED_SIZE = (600, 200)
EMBED = '<blockquote lang="{}"><p><a href="{}">{}</a></p><p>{}</p><footer>{}</footer></blockquote>'


def card_of(article: Article) -> Card:
    """Return the words on the card of a story."""
    with override(article.language):
        section = f"{article.section.name} · {article.kind_label}".removesuffix(" · ")
    return Card(settings.WAGTAIL_SITE_NAME, section, article.headline)


def card_address(article: Article) -> str:
    """Return the path of the story's card; it is another one when the words change."""
    return f"/kartu/{article.pk}-{card_of(article).digest}.png"


@require_safe
def card(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """Show the card of a published story; 404 for words that are not its own, or no longer."""
    found = live_articles().select_related("section", "locale").defer("body").filter(pk=pk).first()
    if found is None or card_of(found).digest != digest:
        raise Http404
    headers = {"Cache-Control": CARD_CACHE, "ETag": f'"{digest}"'}
    if request.headers.get("if-none-match") == f'"{digest}"':
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(draw(card_of(found)), content_type="image/png", headers=headers)


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Describe a published story to whoever embeds it (oEmbed 1.0, JSON).

    400 without an address, 404 for what is no published story here, 501 for another format.
    """
    if request.GET.get("format", "json") != "json":
        return _answer({"error": "format"}, status=501)
    if not request.GET.get("url"):
        return _answer({"error": "url"}, status=400)
    article = _article_at(request.GET["url"])
    if article is None:
        return _answer({"error": "url"}, status=404)
    return _answer(_described(article))


def _article_at(url: str) -> Article | None:
    try:
        parts, home = urlsplit(url), urlsplit(settings.WAGTAILADMIN_BASE_URL)
    except ValueError:
        return None
    address = read_address(parts.path)
    if parts.netloc != home.netloc or address is None:
        return None
    article = article_at(*address)
    return article if article is not None and is_shown_to_readers(article) else None


def _described(article: Article) -> dict[str, object]:
    width, height = EMBED_SIZE
    base, paper = settings.WAGTAILADMIN_BASE_URL, settings.WAGTAIL_SITE_NAME
    return {
        "version": "1.0",
        "type": "rich",
        "title": article.headline,
        "author_name": article.byline or paper,
        "provider_name": paper,
        "provider_url": f"{base}/",
        "cache_age": EMBED_CACHE_SECONDS,
        "html": format_html(
            EMBED,
            article.language,
            article.canonical_url,
            article.headline,
            article.summary,
            paper,
        ),
        "width": width,
        "height": height,
        **_thumbnail(article),
    }


def _thumbnail(article: Article) -> dict[str, object]:
    if article.lead_picture is None:
        url, (width, height) = f"{settings.WAGTAILADMIN_BASE_URL}{card_address(article)}", SIZE
    else:
        picture = illustration(article.lead_picture)
        url, width, height = picture.url, picture.width, picture.height
    return {"thumbnail_url": url, "thumbnail_width": width, "thumbnail_height": height}


def _answer(facts: dict[str, object], status: int = 200) -> JsonResponse:
    headers = {"Access-Control-Allow-Origin": "*"}
    if status == 200:
        headers["Cache-Control"] = f"public, max-age={EMBED_CACHE_SECONDS}"
    return JsonResponse(facts, status=status, headers=headers)
