"""Writes and resolves the editorial notes on a story."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from redaksi.articles.models import Article, EditorialNote
from redaksi.newsroom.models import User

MENTION = re.compile(r"(?<![\w@])@([\w.+-]+)")


def write_note(article: Article, *, text: str, by: Any) -> EditorialNote:
    """Add a note; every ``@username`` in it that exists is told.

    Raises:
        ValidationError: if the note is empty.
    """
    if not text.strip():
        raise ValidationError(_("The note is empty: write what you want to say."))
    note = EditorialNote.objects.create(article=article, text=text.strip(), author=by)
    names = {name.rstrip(".") for name in MENTION.findall(text)}
    note.mentioned.set(User.objects.filter(username__in=names, is_active=True))
    return note


def resolve_note(note: EditorialNote, *, by: Any) -> None:
    """Mark a note as dealt with."""
    note.resolved_at, note.resolved_by = timezone.now(), by
    note.save(update_fields=["resolved_at", "resolved_by"])


def reopen_note(note: EditorialNote) -> None:
    """Take the mark back."""
    note.resolved_at = note.resolved_by = None
    note.save(update_fields=["resolved_at", "resolved_by"])
