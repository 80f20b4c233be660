"""A breaking-news strip: a line that a chief raises over the fronts and takes down again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from redaksi.articles.models import Article


class BreakingNews(models.Model):
    """One line that stood, or stands, over the fronts; at most one stands at a time."""

    wagtail_reference_index_ignore = True

    text = models.CharField(_("text"), max_length=140)
    story = models.ForeignKey(
        Article,
        verbose_name=_("story"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The strip leads to it, and shows only while readers may see it."),
    )
    raised_at = models.DateTimeField(default=timezone.now, editable=False)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    taken_down_at = models.DateTimeField(null=True, editable=False)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = _("breaking news")
        verbose_name_plural = _("breaking news")
        ordering = ["-raised_at"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(taken_down_at=None), name="one_strip_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.text
