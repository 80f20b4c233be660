"""Makes one entry of the register out of two, or two out of one, without losing a statement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from redaksi.articles.models import Article
from redaksi.articles.promising import promise
from redaksi.statements.deciding import confirm
from redaksi.statements.models import (
    FormerSpeakerSlug,
    Speaker,
    SpeakerName,
    SpeakerRole,
    State,
    Statement,
)
from redaksi.statements.names import name_key
from redaksi.statements.pages import pages_of_speaker
from redaksi.statements.promising import former_addresses, promise_statements
from redaksi.statements.register import (
    enter,
    learn_names,
    learn_role,
    speakers_called,
    unlearn_roles,
)


@transaction.atomic
def merge(speaker: Speaker, *, into: Speaker, by: Any) -> Speaker:
    """Give all that stands under one entry to another; the address of the first leads there.

    If either is private, or hidden from search engines, what comes of both is, too.

    Raises:
        ValidationError: if both are one.
    """
    if speaker.pk == into.pk:
        raise ValidationError(_("These are one entry already: choose another one."))
    moved = _hold_statements(Statement.objects.filter(speaker=speaker))
    speaker, into = _locked(speaker.pk), _locked(into.pk)
    former_pages = pages_of_speaker(speaker)
    Statement.objects.filter(speaker=speaker).update(speaker=into)
    others = list(speaker.other_names.all())
    names = [speaker.name, *(other.name for other in others)]
    own = [other.key for other in others if not other.is_learnt]
    _take_over(speaker, into)
    slug, key = speaker.slug, speaker.pk
    FormerSpeakerSlug.objects.filter(speaker=speaker).update(speaker=into)
    speaker.delete()
    FormerSpeakerSlug.objects.create(slug=slug, speaker=into)
    into.save()
    learn_names(into, names)
    if into.other_names.filter(key__in=own).update(is_learnt=False):
        promise(tags=[f"roles:{into.pk}"])
    log(into, "redaksi.merge", user=by, data={"name": names[0], "statements": len(moved)})
    leads_here = former_addresses([into.pk]) if pages_of_speaker(into) else set()
    promise(tags=[f"record:{key}", f"speaker:{key}"], addresses={*former_pages, *leads_here})
    _promise_public(moved)
    return into


@transaction.atomic
def split(speaker: Speaker, statements: Iterable[Statement], *, name: str, by: Any) -> Speaker:
    """Give some statements of an entry to the one with another name, which is made if need be.

    What nobody has decided about is thereby confirmed.

    Raises:
        ValidationError: without a name, without statements of this entry, if several others have
            the name, or if readers see what nobody has decided about in a story that the person
            may not publish.
    """
    chosen = Statement.objects.filter(pk__in=[one.pk for one in statements], speaker=speaker)
    # Whoever decides about one of them, or reads its story, holds the story first.
    stories = Article.objects.select_for_update(of=("self",)).order_by("pk")
    list(stories.filter(pk__in=chosen.values("article")).values_list("pk"))
    keys = _hold_statements(chosen)
    speaker = _locked(speaker.pk)
    if not keys:
        raise ValidationError(_("Tick the statements that somebody else made."))
    other = _other_called(name, besides=speaker)
    moved = Statement.objects.filter(pk__in=keys)
    moved.update(speaker=other)
    for one in moved.filter(state=State.FOUND):
        # Else the next reading gives it to whom the story's name leads.
        confirm(one, by=by)
    SpeakerName.objects.filter(speaker=speaker, key=name_key(name)).delete()
    confirmed = moved.filter(state=State.CONFIRMED).order_by()
    for role in confirmed.values_list("role", flat=True).distinct():
        learn_role(other, role)
    unlearn_roles(speaker)
    data = {"name": other.name, "statements": len(keys)}
    log(speaker, "redaksi.split", user=by, data=data)
    promise(addresses={*pages_of_speaker(speaker), *pages_of_speaker(other)})
    _promise_public(keys, besides=speaker)
    return other


def _hold_statements(statements: QuerySet[Statement]) -> list[int]:
    """Return the keys; whoever decides about one waits, and holds it before its entry, too."""
    held = statements.select_for_update().order_by("pk")
    return list(held.values_list("pk", flat=True))


def _locked(key: int) -> Speaker:
    speaker: Speaker = Speaker.objects.select_for_update().get(pk=key)
    return speaker


def _take_over(speaker: Speaker, into: Speaker) -> None:
    into.is_private = into.is_private or speaker.is_private
    into.is_hidden = into.is_hidden or speaker.is_hidden
    into.wikidata = into.wikidata or speaker.wikidata
    if into.person_id is None and speaker.person_id is not None:
        person, speaker.person = speaker.person, None
        speaker.save()  # An author is the speaker of one entry only.
        into.person = person
    known = {(role.role, role.since, role.until): role.pk for role in into.roles.all()}
    for role in speaker.roles.all():
        same = known.get((role.role, role.since, role.until))
        if same is not None:
            if not role.is_learnt and SpeakerRole.objects.filter(pk=same).update(is_learnt=False):
                promise(tags=[f"roles:{into.pk}"])
        else:
            SpeakerRole.objects.create(
                speaker=into,
                role=role.role,
                since=role.since,
                until=role.until,
                is_learnt=role.is_learnt,
            )


def _other_called(name: str, *, besides: Speaker) -> Speaker:
    key = name_key(name)
    if not key:
        raise ValidationError(_("Write who made these statements."))
    found = [one for one in speakers_called([name]).get(key, []) if one.pk != besides.pk]
    if len(found) > 1:
        raise ValidationError(
            _("Several entries are called “%s”: give one of them another name first.") % name
        )
    if found:
        return found[0]
    # Once merged, the address led here; it is this one's again.
    slug = slugify(name)
    FormerSpeakerSlug.objects.filter(speaker=besides, slug=slug).delete()
    # Whom the entry kept from readers it may have kept for this one.
    new = enter(name, kind=besides.kind)
    new.is_private, new.is_hidden = besides.is_private, besides.is_hidden
    new.save(update_fields=["is_private", "is_hidden"])
    return new


def _promise_public(keys: Iterable[int], *, besides: Speaker | None = None) -> None:
    public = Statement.objects.filter(pk__in=list(keys), live_start__isnull=False)
    rows = list(public.select_related("speaker"))
    if rows:
        promise_statements(rows, besides=[besides] if besides else [])
