"""What a CDN has still to be told."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Purge(models.Model):
    """An address whose old answer a CDN shall forget; deleted when the CDN has been told.

    Written before the page's files change and settled after that, so that a crash between the
    two cannot leave an old page in the CDN.
    """

    address = models.CharField(max_length=1000)
    is_settled = models.BooleanField(default=False, help_text="Whether readers get the new page.")
    tries = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("is_settled", "not_before"), name="purge_due"),)

    def __str__(self) -> str:
        return self.address
