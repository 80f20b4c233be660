"""Keeps what articles say of other things, and other things of them, true when either changes.

Signals of Django's: sections live on a lower floor, whose ``save`` may not know articles, and an
article may be deleted along with others.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver

from redaksi.articles.finding.indexing import forget
from redaksi.articles.lists import list_under
from redaksi.articles.models import Article, FormerAddress
from redaksi.articles.promising import promise, promise_change
from redaksi.articles.recording import Kind, record
from redaksi.articles.seen import NOTHING, Seen
from redaksi.articles.stretching import settle_afresh
from redaksi.newsroom.models import Section


@receiver(post_save, sender=Section, dispatch_uid="articles.follow_their_section")
def follow_the_section(sender: type[Section], instance: Section, **kwargs: Any) -> None:
    """Point the section's articles at its present top-level section."""
    top = instance.parent_id or instance.pk
    strayed = Article.objects.filter(section=instance).exclude(top_section=top)
    former = set(strayed.order_by().values_list("top_section", flat=True).distinct())
    if strayed.update(top_section=top):
        for section in Section.objects.filter(pk__in={*former, top, instance.pk}):
            settle_afresh(list_under(section))


@receiver(pre_delete, sender=Article, dispatch_uid="articles.note_what_goes")
def note_what_goes(sender: type[Article], instance: Article, **kwargs: Any) -> None:
    """Take down what readers see of a story that is about to be deleted."""
    instance.seen_before = Seen.of(instance)
    if instance.published_on is not None:
        record(instance, Kind.DELETE)
        former = FormerAddress.objects.filter(article=instance)
        promise(addresses=[instance.path, *former.values_list("path", flat=True)])


@receiver(post_delete, sender=Article, dispatch_uid="articles.tell_readers_what_is_gone")
def tell_readers_what_is_gone(sender: type[Article], instance: Article, **kwargs: Any) -> None:
    """Promise the pages that showed a deleted story, and find it no more."""
    forget([instance.pk])
    promise_change(instance, instance.seen_before, NOTHING)
