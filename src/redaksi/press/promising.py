"""Promises the pages that show something other than an article, when that changes.

Articles promise for themselves (``articles.promising``). The row is compared before and after
with what readers see of it, so that a change of anything else makes no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.models import Page as WagtailPage

from redaksi.articles.models import Agency
from redaksi.articles.promising import promise
from redaksi.articles.topics import part_of_topic, topics_of_part
from redaksi.fronts.models import Front, HomePage
from redaksi.newsroom.addresses import page_address, speakers_address
from redaksi.newsroom.models import FormerSectionSlug, Person, Section
from redaksi.pictures.models import Picture, Rendition
from redaksi.pictures.rendering import completes_a_format
from redaksi.press.addresses import addresses_of_redirect, pages_of_tag
from redaksi.statements.models import Speaker
from redaksi.statements.pages import pages_of_speaker
from redaksi.statements.parts import part_of
from redaksi.syndication.addresses import (
    PAGES_SITEMAP,
    SITEMAP_INDEX,
    feeds_at,
    feeds_with_summaries,
    speakers_part_address,
    topics_part_address,
)
from redaksi.website.models import MastheadPage, StaticPage


@dataclass(frozen=True)
class Shown:
    """What readers see of a kind of thing, and which pages show it."""

    #: The fields that pages with a tag show, by the tag's kind.
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Fields that the frame of every page shows.
    in_frame: tuple[str, ...] = ()
    #: Returns the addresses that the thing itself has.
    addresses: Callable[[Any], Iterable[str]] = lambda thing: ()
    #: Fields that the pages at these addresses show, although they carry no tag.
    at_addresses: tuple[str, ...] = ()


def _own(thing: Any) -> Iterable[str]:
    return [thing.url, *feeds_at(thing.url)] if thing.url else []


def _of_speaker(speaker: Speaker) -> Iterable[str]:
    pages = pages_of_speaker(speaker)
    part = part_of(speaker)
    named = []
    if part is not None:
        named = [SITEMAP_INDEX, speakers_part_address(part), speakers_address()]
    return [*pages, *feeds_with_summaries(speaker.url), *named] if pages else []


def _of_tag(tag: Tag) -> Iterable[str]:
    pages, part = list(pages_of_tag(tag)), part_of_topic(tag)
    if not pages:
        return []
    is_alone = not topics_of_part(part).exclude(pk=tag.pk).exists()
    return [*pages, topics_part_address(part), *([SITEMAP_INDEX] if is_alone else [])]


def _of_page(page: WagtailPage) -> Iterable[str]:
    return [page.url] if page.live and page.depth > 2 else []


def _of_restriction(restriction: PageViewRestriction) -> Iterable[str]:
    pages = restriction.page.get_descendants(inclusive=True).live()
    # What hangs under a page is as private as the page, and stands in no sitemap either.
    return [*(page_address(page) for page in pages.specific()), PAGES_SITEMAP]


def _masthead(person: Person) -> Iterable[str]:
    is_on_it = person.kind == Person.Kind.STAFF and person.job_title
    return [page.url for page in MastheadPage.objects.live()] if is_on_it else []


#: Of a page under the home page, what the frame of every page shows.
IN_MENU = ("slug", "live", "show_in_menus", "title", "url_path")

SHOWN: dict[type[Model], Shown] = {
    Section: Shown(
        {"section": ("description",)}, ("name", "slug", "order", "parent_id"), addresses=_own
    ),
    FormerSectionSlug: Shown(in_frame=("slug", "section_id")),
    Person: Shown(
        {
            "person": ("name", "slug", "job_title", "initials", "biography", "portrait_id", "kind"),
            "byline": ("name", "slug"),
            "name": ("name",),
            "path": ("slug",),
            "masthead": ("name", "slug", "job_title", "kind"),
        },
        addresses=lambda person: [*_own(person), PAGES_SITEMAP, *_masthead(person)],
    ),
    Picture: Shown(
        {
            "picture": ("file", "alt_text", "focal_point_x", "focal_point_y",
                        "focal_point_width", "focal_point_height"),
            "caption": ("caption", "credit_line"),
        }
    ),
    Speaker: Shown(
        {
            "speaker": ("name", "slug", "is_private"),
            "entry": ("kind", "wikidata"),
            "entered": ("slug",),
            "robots": ("is_hidden",),
        },
        addresses=_of_speaker,
    ),
    Agency: Shown({"agency": ("name", "credit_text")}),
    Tag: Shown(
        {"tag": ("name", "slug"), "word": ("name",), "topic": ("slug",)}, addresses=_of_tag
    ),
    Document: Shown({"download": ("title", "file")}),
    StaticPage: Shown(
        {"page": ("title", "text", "seo_title", "search_description")},
        IN_MENU,
        addresses=_of_page,
    ),
    MastheadPage: Shown(
        {"page": ("title", "text", "roles", "seo_title", "search_description")},
        IN_MENU,
        addresses=_of_page,
    ),
    HomePage: Shown(in_frame=("title",)),
    Front: Shown(addresses=lambda front: [front.url], at_addresses=("shown_layout",)),
    Site: Shown(in_frame=("root_page_id",)),
    Locale: Shown(in_frame=("language_code",)),
    PageViewRestriction: Shown(
        addresses=_of_restriction,
        at_addresses=("restriction_type", "page_id"),
    ),
    Redirect: Shown(
        addresses=addresses_of_redirect,
        at_addresses=("redirect_link", "redirect_page_id", "is_permanent"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """A thing as readers see it at one moment."""

    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frame: tuple[str, ...] = ()
    addresses: frozenset[str] = frozenset()
    at_addresses: tuple[str, ...] = ()


NOTHING = Look()


def _look(thing: Any) -> Look:
    shown = SHOWN[type(thing)]
    return Look(
        {kind: _values(thing, fields) for kind, fields in shown.tags.items()},
        _values(thing, shown.in_frame),
        frozenset(shown.addresses(thing)),
        _values(thing, shown.at_addresses),
    )


def _values(thing: Any, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(getattr(thing, name)) for name in fields)


def remember(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Take down how readers see the thing before it is saved or deleted."""
    row = sender._default_manager.filter(pk=instance.pk).first() if instance.pk else None
    instance.look_before = NOTHING if row is None else _look(row)


def promise_what_changed(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Promise the pages that show what is different now."""
    stored = instance
    if kwargs.get("update_fields") is not None:
        # The thing in hand may be a draft of which only the fact that it exists was stored.
        stored = sender._default_manager.get(pk=instance.pk)
    _promise(instance, instance.look_before, _look(stored))


def promise_what_is_gone(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Promise the pages that showed the thing."""
    _promise(instance, instance.look_before, NOTHING)


def _promise(thing: Any, before: Look, after: Look) -> None:
    if before == after:
        return
    kinds = before.tags.keys() | after.tags.keys()
    changed = [kind for kind in kinds if before.tags.get(kind) != after.tags.get(kind)]
    addresses = before.addresses ^ after.addresses
    if before.at_addresses != after.at_addresses:
        addresses = before.addresses | after.addresses
    promise(
        addresses=addresses,
        tags=[f"{kind}:{thing.pk}" for kind in changed],
        everything=before.frame != after.frame,
    )


def promise_its_picture(sender: type[Rendition], instance: Rendition, **kwargs: Any) -> None:
    """Promise the pages that show a picture when one more format of it is ready."""
    if kwargs.get("created") and completes_a_format(instance):
        promise(tags=[f"renditions:{instance.image_id}"])


for model in SHOWN:
    name = model._meta.label_lower
    pre_save.connect(remember, sender=model, dispatch_uid=f"press.remember.{name}")
    pre_delete.connect(remember, sender=model, dispatch_uid=f"press.remember_gone.{name}")
    post_save.connect(promise_what_changed, sender=model, dispatch_uid=f"press.changed.{name}")
    post_delete.connect(promise_what_is_gone, sender=model, dispatch_uid=f"press.gone.{name}")

post_save.connect(promise_its_picture, sender=Rendition, dispatch_uid="press.rendition_made")
