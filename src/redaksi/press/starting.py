"""What the press does when the program starts, and from time to time after that."""

from __future__ import annotations

from django.db import transaction
from taggit.models import Tag

from redaksi.articles.listing import list_all_afresh
from redaksi.articles.lists import PAPER, NewsList, list_about, list_by, list_under
from redaksi.articles.models import Article, StretchEnd
from redaksi.articles.parts import settle_parts_afresh
from redaksi.articles.promising import promise
from redaksi.articles.stretching import LONGEST, settle_afresh
from redaksi.newsroom.models import Person, Section
from redaksi.pagestore.addresses import STATIC
from redaksi.pagestore.store import PageStore
from redaksi.press.draining import HOME, want_everything
from redaksi.press.errors import press_errors
from redaksi.press.frame import frame_has_changed, keep_frame
from redaksi.press.purging import purging
from redaksi.press.statics import bring_static_files
from redaksi.press.urgencies import LATER
from redaksi.statements.settling import follow_the_setting
from redaksi.syndication.addresses import NEWS_SITEMAP, NOTICES
from redaksi.website import offline


def make_ready(store: PageStore) -> None:
    """Wish for what a crash left half new, and for every page if their frame has changed."""
    store.index.want_unsettled()
    with purging(store, [HOME]) as old:
        old += [f"/{STATIC}/{name}" for name in bring_static_files(store)]
    # The options may say something else since the last start, and hours may have gone by.
    addresses = [*NOTICES, *offline.ADDRESSES, NEWS_SITEMAP]
    store.index.want(addresses=addresses, urgency=LATER)
    look_at_the_frame(store)


def forget_old_news(store: PageStore) -> None:
    """Wish for the page that the clock alone changes."""
    store.index.want(addresses=[NEWS_SITEMAP], urgency=LATER)


def look_at_the_frame(store: PageStore) -> None:
    """Wish for every page again if what all of them show has changed, the year for example."""
    # A newer program may have one more of them, in the same frame.
    press_errors(store)
    if not frame_has_changed(store):
        return
    settle_what_was_never_settled()
    follow_the_setting()
    want_everything(store)
    keep_frame(store)


def settle_what_was_never_settled() -> None:
    """Find the ends of the lists' pages in an archive that came from elsewhere."""
    if StretchEnd.objects.exists() or Article.objects.filter(live=True).count() <= LONGEST:
        return
    settle_every_list()


def settle_every_list() -> None:
    """Fill every list and find the ends of its pages anew, and promise every page.

    Killed on the way, each list is as it was or settled, with the promise of what that changes.
    """
    _list_all()
    _settle(PAPER)
    for section in Section.objects.all():
        _settle(list_under(section))
    for person in Person.objects.all():
        _settle(list_by(person))
    for tag in Tag.objects.filter(articles_articletag_items__isnull=False).distinct():
        _settle(list_about(tag))


@transaction.atomic
def _list_all() -> None:
    list_all_afresh()
    settle_parts_afresh()
    promise(everything=True)


@transaction.atomic
def _settle(news: NewsList) -> None:
    settle_afresh(news)
    promise(everything=True)
