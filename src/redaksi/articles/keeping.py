"""Keeps what articles remember of their section true when the section itself moves.

A signal of Django's, because sections live on a lower floor, whose ``save`` may not know articles.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from redaksi.articles.models import Article
from redaksi.newsroom.models import Section


@receiver(post_save, sender=Section, dispatch_uid="articles.follow_their_section")
def follow_the_section(sender: type[Section], instance: Section, **kwargs: Any) -> None:
    """Point the section's articles at its present top-level section."""
    top = instance.parent_id or instance.pk
    Article.objects.filter(section=instance).exclude(top_section=top).update(top_section=top)
