"""The record of publishing: who let readers see what, when and why; it is only ever added to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PublicationRecord(models.Model):
    """One act that changed, or is going to change, what readers see of a story.

    Written in the transaction of the act itself. It outlives the story: headline and address
    are kept as they were.
    """

    class Kind(models.TextChoices):
        """What was done."""

        PUBLISH = "publish", _("Published")
        UPDATE = "update", _("Updated")
        SCHEDULE = "schedule", _("Scheduled")
        UNPUBLISH = "unpublish", _("Taken offline")
        EXPIRE = "expire", _("Expired")
        MOVE = "move", _("Moved")
        WITHDRAW = "withdraw", _("Withdrawn for good")
        DELETE = "delete", _("Deleted")

    article = models.ForeignKey(
        "articles.Article", on_delete=models.SET_NULL, null=True, related_name="record"
    )
    kind = models.CharField(_("act"), max_length=12, choices=Kind.choices)
    at = models.DateTimeField(_("time"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by_name = models.CharField(
        max_length=200, blank=True, help_text="Empty: the program itself, at the set time."
    )
    why = models.TextField(_("reason"), blank=True)
    headline = models.CharField(max_length=255)
    path = models.CharField(max_length=300)
    version = models.BigIntegerField(null=True, help_text="Key of the version that went live.")

    class Meta:
        verbose_name = _("record of publishing")
        verbose_name_plural = _("record of publishing")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.headline}"
