"""Lets the record follow stories: each save is read, each change for readers is settled.

Signals of Django's, because articles lie on a lower floor and know no statements.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Revision

from redaksi.articles.models import Article, PublicationRecord
from redaksi.articles.models.article import WATCHED
from redaksi.articles.promising import promise
from redaksi.newsroom.addresses import statement_address
from redaksi.statements.deciding import clear
from redaksi.statements.models import SpeakerName, SpeakerRole, Statement
from redaksi.statements.promising import promise_statements
from redaksi.statements.queries import keys_of_gone
from redaksi.statements.reading import ask_for_reading
from redaksi.statements.settling import settle, shows_automatic_ones
from redaksi.statements.showing import is_shown

PUBLISHING = frozenset(
    {PublicationRecord.Kind.PUBLISH, PublicationRecord.Kind.UPDATE, PublicationRecord.Kind.SCHEDULE}
)


@receiver(post_save, sender=Revision, dispatch_uid="statements.ask_for_reading")
def read_what_was_saved(sender: type[Revision], instance: Any, **kwargs: Any) -> None:
    """Ask for a reading of each version that is saved."""
    if kwargs.get("raw"):
        return
    fields = kwargs.get("update_fields")
    if fields is not None and "content" not in fields:
        return
    if instance.content_type_id == ContentType.objects.get_for_model(Article).pk:
        ask_for_reading(int(instance.object_id))


@receiver(post_save, sender=Article, dispatch_uid="statements.settle")
def settle_what_readers_see(sender: type[Article], instance: Article, **kwargs: Any) -> None:
    """Settle the record when a story may look different to readers."""
    fields = kwargs.get("update_fields")
    if kwargs.get("raw") or kwargs.get("created"):
        return
    if fields is None or (WATCHED | {"body"}).intersection(fields):
        settle(instance)
        if instance.live and shows_automatic_ones():
            # Until now readers saw what the text said that was published before.
            ask_for_reading(instance.pk)


@receiver(post_save, sender=PublicationRecord, dispatch_uid="statements.clear")
def clear_what_is_published(
    sender: type[PublicationRecord], instance: PublicationRecord, **kwargs: Any
) -> None:
    """Take publishing or scheduling a story for standing behind what was confirmed in it.

    Readers are told what is gone from a story as long as they see the story.
    """
    story = instance.article
    if story is None or kwargs.get("raw") or not kwargs.get("created"):
        return
    if instance.kind in PUBLISHING:
        clear(story, by=instance.by)
    if instance.kind in (PublicationRecord.Kind.PUBLISH, PublicationRecord.Kind.WITHDRAW):
        promise(addresses=map(statement_address, keys_of_gone(story)))


@receiver(post_delete, sender=Statement, dispatch_uid="statements.promise_what_is_gone")
def promise_what_is_gone(sender: type[Statement], instance: Statement, **kwargs: Any) -> None:
    """Promise the pages that told of a statement, for example of a story that was deleted."""
    if instance.is_public:
        promise_statements([instance])
    elif instance.public_since is not None:
        promise(addresses=[statement_address(instance.pk)])


def promise_the_page(sender: type[Any], instance: Any, **kwargs: Any) -> None:
    """Promise the pages that show a speaker's roles and other names.

    What a statement brings readers learn with the statement.
    """
    is_brought = kwargs.get("created") and instance.is_learnt
    if not kwargs.get("raw") and (not is_brought or is_shown(instance)):
        promise(tags=[f"roles:{instance.speaker_id}"])


for part in (SpeakerName, SpeakerRole):
    for signal in (post_save, post_delete):
        signal.connect(
            promise_the_page, sender=part, dispatch_uid=f"statements.roles.{part.__name__}"
        )
