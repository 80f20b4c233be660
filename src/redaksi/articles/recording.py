"""Writes the record of what readers come to see: who did it, when, and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from redaksi.articles.models import Article, PublicationRecord
from redaksi.articles.seen import Seen

Kind = PublicationRecord.Kind


@dataclass(frozen=True)
class Act:
    """What is being done just now, and by whom; ``kind`` is empty where it shows in the result."""

    by: Any = None
    kind: str = ""
    why: str = ""


NOBODYS = Act()
_act: ContextVar[Act] = ContextVar("_act", default=NOBODYS)


@contextmanager
def acting(*, by: Any = None, kind: str = "", why: str = "") -> Iterator[None]:
    """Let what is recorded inside be done by this person, for this reason.

    An act inside another is part of it: the outer one knows better why.
    """
    if _act.get() != NOBODYS:
        yield
        return
    token = _act.set(Act(by, kind, why))
    try:
        yield
    finally:
        _act.reset(token)


def record(article: Article, kind: str) -> PublicationRecord:
    """Add to the record what is being done to the article, in the transaction that does it."""
    act = _act.get()
    by = act.by if getattr(act.by, "pk", None) else None
    entry: PublicationRecord = PublicationRecord.objects.create(
        article=None if kind == Kind.DELETE else article,
        kind=kind,
        by=by,
        by_name=(by.get_full_name() or by.get_username()) if by else "",
        why=act.why,
        headline=article.headline,
        path=article.path,
        version=article.live_revision_id,
    )
    return entry


def record_change(article: Article, before: Seen, after: Seen) -> None:
    """Add to the record what changed for readers; nothing if they see nothing of it."""
    kind = _kind_of_change(before, after)
    if kind:
        record(article, _act.get().kind or kind)


def _kind_of_change(before: Seen, after: Seen) -> str:
    if after.is_withdrawn and not before.is_withdrawn:
        return Kind.WITHDRAW
    if before.is_live:
        return Kind.UPDATE if after.is_live else Kind.UNPUBLISH
    return Kind.PUBLISH if after.is_live else ""
