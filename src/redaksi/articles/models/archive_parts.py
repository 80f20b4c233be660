"""When each part of the archive last changed, for the index of the sitemaps."""

from __future__ import annotations

from django.db import models


class ArchivePart(models.Model):
    """A thousand keys of the archive with at least one live story (``articles.parts``).

    Kept in the transaction that changes a story: to ask the stories themselves costs a walk
    through the whole archive.
    """

    wagtail_reference_index_ignore = True

    number = models.PositiveIntegerField(primary_key=True)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.number} {self.changed_at:%Y-%m-%d %H:%M}"
