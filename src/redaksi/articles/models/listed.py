"""Which stories a list holds, where no index of the articles has them in order."""

from __future__ import annotations

from django.db import models


class ListedStory(models.Model):
    """A live story in the list of one of its writers or tags, at its place in it.

    ``list`` names the list as page ends do, for example ``person:3``. ``listing`` keeps the rows
    in the transaction that publishes the story or takes it offline.
    """

    wagtail_reference_index_ignore = True

    list = models.CharField(max_length=40)
    published_at = models.DateTimeField()
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="listed_in"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "published_at", "article"], name="listed_once_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.list} {self.published_at:%Y-%m-%d %H:%M} {self.article_id}"
