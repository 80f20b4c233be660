"""Settles which statements of a story readers see, and promises the pages on which that shows.

Readers see what is confirmed and an editor stands behind, as long as the published text has its
words; and if the newspaper wants it so (``automatic_statements``) what the engine is sure of,
marked as automatic. Nothing new is shown before the published text has been read, and while a draft
has another one: whom that names for the words may be what readers must not know yet. What was
cleared for just the text that is published need not wait, as in a version that was scheduled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.statements.anchoring import Anchor, Place, find_places
from redaksi.statements.models import AUTOMATIC, CONFIRMED, NOT_FOUND, Reading, Speaker, Statement
from redaksi.statements.names import are_similar, name_key
from redaksi.statements.passages import Text, newest_text, text_of_body
from redaksi.statements.promising import promise_statements
from redaksi.statements.register import learn_role, unlearn_roles
from redaksi.statements.sourcing import follow

LIVE = ("live_block", "live_start", "live_length", "listed_on")
SAVED = (*LIVE, "public_since", "role", "channel", "day", "from_text", "left_out")


def settle(
    article: Article, *, changed: Iterable[int] = (), besides: Iterable[Speaker] = ()
) -> None:
    """Bring the public statements of a story in line with its published text.

    ``article`` is the story as published, to be called in the transaction of the change.
    ``changed`` are the keys of statements of which something else changed that readers see,
    ``besides`` the speakers who lost some.
    """
    may_be_seen = for_readers()
    rows = Statement.objects.filter(may_be_seen | Q(live_start__isnull=False), article=article)
    rows = rows.annotate(may_be_seen=may_be_seen)
    changed, besides = set(changed), list(besides)
    touched = []
    statements = list(rows.select_related("speaker"))
    text = text_of_body(article.body.raw_data) if article.live and statements else None
    is_read = text is not None and _is_read(text, article)
    places = _places(statements, text, is_read=is_read) if text is not None else {}
    for statement in statements:
        statement.article = article
        before, is_told_otherwise = _live(statement), False
        place = places.get(statement.pk)
        if text is None or place is None:
            statement.hide()
        else:
            # What readers see already waits for the draft that may have told it.
            is_told_otherwise = (is_read or not statement.is_public) and follow(statement, text)
            _show(statement, text, place)
        if _live(statement) != before or is_told_otherwise:
            statement.save(update_fields=SAVED)
        if is_told_otherwise and statement.speaker is not None:
            learn_role(statement.speaker, statement.role)
            unlearn_roles(statement.speaker)
        is_other = is_told_otherwise or _is_seen(before) != _is_seen(_live(statement))
        if before[-1] not in (None, statement.listed_on) and statement.speaker is not None:
            besides.append(statement.speaker)
        if is_other or (statement.pk in changed and statement.is_public):
            touched.append(statement)
    promise_statements(touched, besides=besides)


def _places(statements: list[Any], text: Text, *, is_read: bool) -> dict[int, Place | None]:
    """Return where the statements that are for readers stand in the published text, by key."""
    seen = [one for one in statements if _is_for_readers(one, text, is_read=is_read)]
    places = find_places([_anchor(one, text) for one in seen], text.whole, text.folded)
    return {one.pk: place for one, place in zip(seen, places, strict=True)}


def _is_for_readers(statement: Any, text: Text, *, is_read: bool) -> bool:
    """Whether readers see a statement, if the published text has its words."""
    if not statement.may_be_seen:
        return False
    if not is_read:
        is_cleared = statement.cleared_for == text.mark and not statement.named_now
        return bool(statement.is_public or is_cleared)
    # Whom the story does not name for the words, the record does not either.
    names_another = statement.named_now not in ("", NOT_FOUND) and not are_similar(
        name_key(statement.named_now), name_key(statement.speaker_name)
    )
    if names_another or statement.is_adrift:
        return False
    return bool(statement.is_public or not statement.named_now)


def for_readers() -> Q:
    """Return the condition for the statements that readers may see once they are published."""
    return CONFIRMED | AUTOMATIC if shows_automatic_ones() else CONFIRMED


def follow_the_setting() -> None:
    """Show or hide what nobody has confirmed, when the program starts with another setting.

    What must go is gone at once; what may be shown from now on is read again, one story after
    the other.
    """
    if not shows_automatic_ones():
        shown = Article.objects.filter(Exists(_of_the_story(AUTOMATIC, live_start__isnull=False)))
        for article in shown.iterator(chunk_size=100):
            with transaction.atomic():
                settle(article)
        return
    hidden = Exists(_of_the_story(AUTOMATIC, article="article", live_start__isnull=True))
    Reading.objects.filter(hidden, article__live=True).update(is_stale=True)


def shows_automatic_ones() -> bool:
    """Whether the newspaper shows readers what the engine is sure of and nobody has confirmed."""
    return bool(settings.CONFIG.automatic_statements == "show")


def _is_read(text: Text, article: Article) -> bool:
    """Whether the newest version of a story, with the text that readers see, has been read."""
    if article.has_unpublished_changes and newest_text(article).mark != text.mark:
        return False
    return has_read(article, text)


def has_read(article: Article, text: Text) -> bool:
    """Whether the last reading of a story was of this text, its newest one."""
    is_its = Q(is_stale=False) | Q(mark=text.mark)
    return Reading.objects.filter(is_its, pk=article.pk).exists()


def _of_the_story(*conditions: Q, article: str = "pk", **more: Any) -> QuerySet[Statement]:
    return Statement.objects.filter(*conditions, article=OuterRef(article), **more)


def _anchor(statement: Statement, text: Text) -> Anchor:
    at = None
    if statement.live_start is not None:
        at = text.offset_of(statement.live_block, statement.live_start)
    elif statement.start is not None:
        at = text.offset_of(statement.block, statement.start)
    return Anchor(statement.words, statement.before, statement.after, at)


def _show(statement: Statement, text: Text, place: Place) -> None:
    passage = text.passage_at(place.start)
    statement.live_block, statement.live_start = passage.block, place.start - passage.start
    statement.live_length = place.end - place.start
    statement.listed_on = statement.day_on_record()
    statement.public_since = statement.public_since or timezone.now()


def _live(statement: Statement) -> tuple[object, ...]:
    return tuple(getattr(statement, name) for name in LIVE)


def _is_seen(live: tuple[object, ...]) -> tuple[object, object]:
    """Return what other pages than the story's show of it: whether it is there, and its day."""
    return live[1] is not None, live[3]
