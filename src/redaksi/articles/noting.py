"""Writes and resolves the editorial notes on a story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from redaksi.articles.models import Article, EditorialNote
from redaksi.newsroom.models import User

MENTION = re.compile(r"(?<![\w@])@([\w.+-]+)")


@dataclass(frozen=True)
class WrittenNote:
    """A note that was added, and those it calls in vain.

    ``untold`` may not open the story; nobody has the names in ``unknown``.
    """

    note: EditorialNote
    untold: list[User]
    unknown: list[str]


def write_note(article: Article, *, text: str, by: Any) -> WrittenNote:
    """Add a note; every ``@username`` in it is told who may open the story.

    Raises:
        ValidationError: if the note is empty.
    """
    if not text.strip():
        raise ValidationError(_("The note is empty: write what you want to say."))
    note = EditorialNote.objects.create(article=article, text=text.strip(), author=by)
    names = {name.rstrip(".") for name in MENTION.findall(text)}
    told, untold = _told_and_untold(article, names)
    note.mentioned.set(told)
    known = {user.username for user in (*told, *untold)}
    return WrittenNote(note, untold, sorted(names - known))


def _told_and_untold(article: Article, names: set[str]) -> tuple[list[User], list[User]]:
    """Return whom the note calls: those who may open the story, and those who may not."""
    policy = policy_registry.get_by_type(Article)
    told: list[User] = []
    untold: list[User] = []
    for user in User.objects.filter(username__in=names, is_active=True).order_by("username"):
        may = policy.user_has_permission_for_instance(user, "view", article)
        (told if may else untold).append(user)
    return told, untold


def resolve_note(note: EditorialNote, *, by: Any) -> None:
    """Mark a note as dealt with."""
    note.resolved_at, note.resolved_by = timezone.now(), by
    note.save(update_fields=["resolved_at", "resolved_by"])


def reopen_note(note: EditorialNote) -> None:
    """Take the mark back."""
    note.resolved_at = note.resolved_by = None
    note.save(update_fields=["resolved_at", "resolved_by"])
