"""Addresses that articles once had, so that no address dies when a slug or section changes."""

from __future__ import annotations

from django.db import models


class FormerAddress(models.Model):
    """A path that redirects to whatever the article's present address is."""

    path = models.CharField(max_length=300, unique=True)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="former_addresses"
    )

    def __str__(self) -> str:
        return self.path
