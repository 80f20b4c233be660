"""Which stories are related to a story, found when it was published."""

from __future__ import annotations

from django.db import models


class RelatedStory(models.Model):
    """One story that the page of another may lead to; the higher the score, the nearer."""

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="related_stories", db_index=False
    )
    other = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="related_once"),
            models.CheckConstraint(
                name="not_related_to_itself", condition=~models.Q(article=models.F("other"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.other_id} ({self.score})"
