"""Answers what robots and browsers ask of every site, from ``robots.txt`` to the manifest."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from redaksi.articles.redirecting import redirect_for_good
from redaksi.syndication.addresses import NEWS_SITEMAP, SITEMAP_INDEX

#: Crawlers that gather texts to train models or to answer in a newspaper's place.
AI_CRAWLERS = (
    "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot",
    "ChatGPT-User", "Claude-SearchBot", "Claude-User", "Claude-Web", "ClaudeBot", "cohere-ai",
    "Diffbot", "DuckAssistBot", "FacebookBot", "Google-Extended", "GPTBot", "ImagesiftBot",
    "Meta-ExternalAgent", "Meta-ExternalFetcher", "MistralAI-User", "OAI-SearchBot", "omgili",
    "PerplexityBot", "Perplexity-User", "PetalBot", "Timpibot", "YouBot",
)  # fmt: skip
TEXT = "text/plain; charset=utf-8"
#: How long a contact holds good; RFC 9116 advises less than a year.
SECURITY_DAYS = 180
PAPER_COLOUR = "#fffdf9"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say where crawlers may go (RFC 9309), and where the sitemaps are."""
    config, base = settings.CONFIG, settings.WAGTAILADMIN_BASE_URL
    lines = ["User-agent: *", f"Disallow: /{config.newsroom_path}/", "Disallow: /cari/"]
    if config.ai_crawlers == "disallow":
        lines += ["", *(f"User-agent: {name}" for name in AI_CRAWLERS), "Disallow: /"]
    lines += ["", f"Sitemap: {base}{SITEMAP_INDEX}", f"Sitemap: {base}{NEWS_SITEMAP}"]
    return _text(lines)


@require_safe
def ads(request: HttpRequest) -> HttpResponse:
    """Say who may sell the paper's advertising (IAB ads.txt); 404 if nobody is named."""
    if not settings.CONFIG.ads_txt:
        raise Http404
    return _text(list(settings.CONFIG.ads_txt))


@require_safe
@condition(etag_func=lambda request: f'"{_contact()}-{timezone.localdate()}"')
def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a fault in security (RFC 9116); 404 if nobody is named."""
    if not _contact():
        raise Http404
    day = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    expires = day + datetime.timedelta(days=SECURITY_DAYS)
    return _text(
        [
            f"Contact: {_contact()}",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            "Preferred-Languages: id, en",
            f"Canonical: {settings.WAGTAILADMIN_BASE_URL}/.well-known/security.txt",
        ]
    )


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Describe the paper to a browser that keeps it on the home screen (W3C)."""
    config = settings.CONFIG
    described = {
        "name": config.name,
        "description": config.tagline or config.name,
        "lang": config.language,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": PAPER_COLOUR,
        "theme_color": PAPER_COLOUR,
        "icons": [
            {"src": static("design/mark.svg"), "type": "image/svg+xml", "sizes": "any"},
            {"src": static("design/favicon.png"), "type": "image/png", "sizes": "32x32"},
        ],
    }
    return JsonResponse(
        described,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponseBase:
    """Lead programs that do not read pages to the paper's sign."""
    return redirect_for_good(static("design/favicon.png"))


def _contact() -> str:
    config = settings.CONFIG
    if config.security_contact:
        return str(config.security_contact)
    return f"mailto:{config.contact_email}" if config.contact_email else ""


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type=TEXT)
