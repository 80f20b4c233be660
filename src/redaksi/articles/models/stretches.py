"""Where the pages of a long list end, so that a new story changes the first page alone."""

from __future__ import annotations

from django.db import models


class StretchEnd(models.Model):
    """The place of the last article of one page of a list; older ones are on the next page.

    ``list`` names the list, for example ``section:3``. The place is a position between moments,
    so it stays valid when its article is gone.
    """

    list = models.CharField(max_length=40)
    published_at = models.DateTimeField()
    article_key = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "published_at", "article_key"], name="one_end_per_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.published_at:%Y-%m-%d %H:%M} {self.article_key}"
