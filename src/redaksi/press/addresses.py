"""Every address of the paper that has a page to be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.urls import reverse
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page as WagtailPage

from redaksi.articles.addresses import article_address
from redaksi.articles.days import every_day
from redaksi.articles.lists import PAPER, NewsList, list_about, list_by, list_under
from redaksi.articles.models import Article, ArticleTag, FormerAddress, StretchEnd
from redaksi.articles.parts import changes_of_parts
from redaksi.articles.places import Cursor
from redaksi.articles.topics import parts_of_topics
from redaksi.newsroom.addresses import (
    archive_address,
    page_address,
    popular_address,
    speakers_address,
    tag_address,
)
from redaksi.newsroom.models import Person, Section
from redaksi.statements.models import Speaker
from redaksi.statements.pages import every_page_of_record, speakers_on_record
from redaksi.statements.parts import changes_of_speakers
from redaksi.syndication.addresses import (
    NEWS_SITEMAP,
    NOTICES,
    PAGES_SITEMAP,
    SITEMAP_INDEX,
    feeds_at,
    feeds_with_summaries,
    part_address,
    speakers_part_address,
    topics_part_address,
)
from redaksi.website import offline

AT_ONCE = 2000


def every_address() -> Iterator[str]:
    """Return each address once: what readers open first comes first."""
    yield from _lists()
    yield from _static_pages()
    yield from _sitemaps()
    yield from NOTICES
    yield from offline.ADDRESSES
    yield from _articles()
    yield speakers_address()
    yield from every_page_of_record()
    for speaker in speakers_on_record():
        yield from feeds_with_summaries(speaker.url)
    yield from _former_addresses()
    for redirect in Redirect.objects.order_by("pk"):
        yield from addresses_of_redirect(redirect)


def addresses_of_redirect(redirect: Redirect) -> list[str]:
    """Return the address, as pages have them, that somebody in the newsroom leads elsewhere."""
    return [redirect.old_path.rstrip("/") + "/"]


def _lists() -> Iterator[str]:
    yield "/"
    yield from (section.url for section in Section.objects.all())
    yield from (person.url for person in Person.objects.all())
    for start in ["/", *(thing.url for kind in (Section, Person) for thing in kind.objects.all())]:
        yield from feeds_at(start)
    yield from _of_tags()
    yield from _archive()
    yield from _further(PAPER, "home_older")
    for section in Section.objects.all():
        yield from _further(list_under(section), "section_older", section.slug)
    for person in Person.objects.all():
        yield from _further(list_by(person), "person_older", person.slug)


def _sitemaps() -> Iterator[str]:
    yield from (SITEMAP_INDEX, PAGES_SITEMAP, NEWS_SITEMAP)
    yield from (part_address(number) for number, _changed_at in changes_of_parts())
    yield from (topics_part_address(number) for number in parts_of_topics())
    yield from (speakers_part_address(number) for number, _changed_at in changes_of_speakers())


def _archive() -> Iterator[str]:
    """Return the pages of what is read most, and of the archive: itself, years, months, days."""
    yield popular_address()
    yield archive_address()
    last = None
    for day in every_day():
        if last is None or last.year != day.year:
            yield archive_address(day.year)
        if last is None or (last.year, last.month) != (day.year, day.month):
            yield archive_address(day.year, day.month)
        last = day
        yield archive_address(day.year, day.month, day.day)


def _of_tags() -> Iterator[str]:
    for tag in Tag.objects.filter(articles_articletag_items__content_object__live=True).distinct():
        yield from _all_of_tag(tag)


def pages_of_tag(tag: Tag) -> Iterator[str]:
    """Return every page of a tag; none if no live story carries it."""
    if ArticleTag.objects.filter(tag=tag, content_object__live=True).exists():
        yield from _all_of_tag(tag)


def _all_of_tag(tag: Tag) -> Iterator[str]:
    if address := tag_address(tag.slug):
        yield address
        yield from feeds_at(address)
        yield from _further(list_about(tag), "tag_older", tag.slug)


def _further(news: NewsList, name: str, *args: str) -> Iterator[str]:
    ends = StretchEnd.objects.filter(list=news.key).order_by("-published_at", "-article_key")
    for moment, key in ends.values_list("published_at", "article_key").iterator():
        yield reverse(name, args=[*args, Cursor(moment, key)])


def pages_named_by(tags: Iterable[str]) -> Iterator[str]:
    """Return the addresses of pages of lists and of the archive that tags name; some may be new."""
    for tag in tags:
        kind, _, page = tag.partition(":")
        news, _, place = page.partition("@")
        if kind == "list" and place != "newest":
            yield from _further_page(news, Cursor.read(place))
        elif kind == "list":
            yield from _first_page(news)
        elif kind == "part":
            yield part_address(int(page))
        elif kind == "topics" and page != "all":
            yield topics_part_address(int(page))
        elif kind == "speakers":
            yield speakers_part_address(int(page))
        elif kind == "record":
            for speaker in Speaker.objects.filter(pk=page, is_private=False):
                yield from feeds_with_summaries(speaker.url)
        elif kind in ("day", "days", "months", "years"):
            yield archive_address(*(int(part) for part in page.split("-") if part.isdigit()))


def fronts_named_by(tags: Iterable[str]) -> list[str]:
    """Return the pages of the sections whose newest stories tags name."""
    start, end = "list:section:", "@newest"
    keys = [
        tag[len(start) : -len(end)] for tag in tags if tag.startswith(start) and tag.endswith(end)
    ]
    return [section.url for section in Section.objects.filter(pk__in=keys)] if keys else []


def _first_page(news: str) -> Iterator[str]:
    """Return the first page of a list that has none as long as it is empty."""
    kind, _, key = news.partition(":")
    if kind == "tag":
        slugs = Tag.objects.filter(pk=key).values_list("slug", flat=True)
        for address in filter(None, map(tag_address, slugs)):
            yield address
            yield from feeds_at(address)


def _further_page(news: str, place: Cursor) -> Iterator[str]:
    kind, _, key = news.partition(":")
    if kind == PAPER.key:
        yield reverse("home_older", args=[place])
    else:
        named = {"section": Section, "person": Person, "tag": Tag}[kind]._default_manager
        for slug in named.filter(pk=key).values_list("slug", flat=True):
            if kind != "tag" or tag_address(slug):
                yield reverse(f"{kind}_older", args=[slug, place])


def _static_pages() -> Iterator[str]:
    pages = WagtailPage.objects.live().public().filter(depth__gte=3).order_by("path")
    yield from map(page_address, pages.specific())


def _articles() -> Iterator[str]:
    """Return the articles that readers see or that were taken back, newest first."""
    shown = Q(live=True) | Q(withdrawn_at__isnull=False, published_on__isnull=False)
    articles = Article.objects.filter(shown).order_by("-published_on", "-pk")
    rows = articles.values_list("section__slug", "published_on", "slug")
    for slug, day, words in rows.iterator(AT_ONCE):
        yield article_address(slug, day, words)


def _former_addresses() -> Iterator[str]:
    lead_on = Q(article__live=True) | Q(article__withdrawn_at__isnull=False)
    former = FormerAddress.objects.filter(lead_on).order_by("pk").values_list("path", flat=True)
    yield from former.iterator(AT_ONCE)
    sections = Section.objects.filter(former_slugs__isnull=False).distinct()
    for section in sections.prefetch_related("former_slugs"):
        yield from _under_former_slugs(section)


def _under_former_slugs(section: Section) -> Iterator[str]:
    """Return what redirects since the section was renamed."""
    slugs = [former.slug for former in section.former_slugs.all()]
    for slug in slugs:
        yield f"/{slug}/"
        yield from feeds_at(f"/{slug}/")
    shown = Article.objects.filter(section=section, published_on__isnull=False)
    rows = shown.filter(Q(live=True) | Q(withdrawn_at__isnull=False)).order_by()
    for day, words in rows.values_list("published_on", "slug").iterator(AT_ONCE):
        yield from (article_address(slug, day, words) for slug in slugs)
