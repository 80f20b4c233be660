"""Ratings: the log of what readers gave, the figure counted from it, and what was set aside."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from redaksi.articles.models import Article
from redaksi.newsroom.models import Section
from redaksi.readers.complaint import Complaint as Complaint

MOST_STARS = 5


class Reason(models.TextChoices):
    """Why votes are set aside (``redaksi.readers.judging``)."""

    NETWORK = "network", _("Many from one network")
    PACE = "pace", _("Far over the usual pace")
    OUTLIERS = "outliers", _("Far from all votes before")


class Vote(models.Model):
    """One line of the log: what a reader gave a story; it is only ever added to.

    A reader who changes their mind adds another line. ``voter`` differs from story to story, so
    that nobody can read here what else somebody rated.
    """

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="votes", db_index=False
    )
    voter = models.CharField(max_length=32)
    network = models.CharField(max_length=32)
    stars = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["article", "voter"], name="votes_of_a_story"),
            models.Index(fields=["network", "at"], name="votes_from_a_network"),
        ]
        constraints = [
            models.CheckConstraint(
                name="one_to_five_stars", condition=Q(stars__gte=1, stars__lte=MOST_STARS)
            )
        ]

    def __str__(self) -> str:
        return f"{self.stars} ({self.article_id}, {self.at:%Y-%m-%d %H:%M})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line.

        Raises:
            TypeError: if it is in the log already.
        """
        if not self._state.adding:
            raise TypeError("The log of votes is only added to.")
        super().save(*args, **kwargs)


class Rating(models.Model):
    """The figure that readers see of one story.

    ``sum`` and ``count`` are the opening balance and what counts of the log, together. Votes
    that came after ``counted_at`` make it stale until the worker counts again.
    """

    wagtail_reference_index_ignore = True

    article = models.OneToOneField(
        Article, on_delete=models.CASCADE, primary_key=True, related_name="rating"
    )
    sum = models.PositiveBigIntegerField(default=0)
    count = models.PositiveBigIntegerField(default=0)
    opening_sum = models.PositiveBigIntegerField(default=0)
    opening_count = models.PositiveBigIntegerField(default=0)
    is_stale = models.BooleanField(default=True)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-count", "-sum"], name="most_rated_first"),
            models.Index(
                fields=["counted_at"], name="ratings_to_count", condition=Q(is_stale=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="opening_balance_is_possible",
                condition=Q(
                    opening_sum__gte=F("opening_count"),
                    opening_sum__lte=F("opening_count") * MOST_STARS,
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.sum}/{self.count} ({self.article_id})"


class SetAside(models.Model):
    """Votes of one story and ten minutes that were set aside; made anew with every count."""

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="set_aside")
    start = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    votes = models.PositiveIntegerField()
    sum = models.PositiveIntegerField()
    networks = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["-start"], name="newest_set_aside")]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.votes} ({self.article_id})"


class Ruling(models.Model):
    """An editor's word that votes which were set aside are to count after all."""

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="vote_rulings")
    start = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=Reason.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "start", "reason"], name="one_ruling")
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.start:%Y-%m-%d %H:%M} ({self.article_id})"


class NetworkSalt(models.Model):
    """What networks are hashed with on one day; thrown away a day later, and never shown."""

    day = models.DateField(primary_key=True)
    secret = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.day.isoformat()


class ReadCount(models.Model):
    """How often readers opened a story within one hour, counted by the edge."""

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    hour = models.DateTimeField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hour", "article"], name="one_count_for_an_hour")
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.article_id}, {self.hour:%Y-%m-%d %H})"


class Ranked(models.Model):
    """One line of a ranking as readers see it: most read in a day or a week, or most rated."""

    class Ranking(models.TextChoices):
        """The rankings there are."""

        DAY = "day", _("Today")
        WEEK = "week", _("This week")
        RATED = "rated", _("Most rated")

    wagtail_reference_index_ignore = True

    ranking = models.CharField(max_length=10, choices=Ranking.choices)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["position"]
        indexes = [models.Index(fields=["ranking", "section", "position"], name="one_ranking")]

    def __str__(self) -> str:
        return f"{self.ranking} {self.position} ({self.article_id})"
