"""What readers write to the desk about a story: a request for a correction, or a reply."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from redaksi.articles.models import Article

#: Within which the press council wants an answer (Pedoman Pemberitaan Media Siber, point 3).
TIME_TO_ANSWER = datetime.timedelta(hours=48)


class Complaint(models.Model):
    """One letter to the desk; the clock runs from when its writer has confirmed the address."""

    class Kind(models.TextChoices):
        """What the writer asks for."""

        CORRECTION = "correction", _("Something is wrong: please correct it")
        REPLY = "reply", _("The story is about me: I want to reply")

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="complaints")
    kind = models.CharField(_("what you ask for"), max_length=12, choices=Kind.choices)
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail"), max_length=200)
    text = models.TextField(_("what is wrong, or your reply"), max_length=4000)
    evidence = models.TextField(
        _("evidence"),
        max_length=2000,
        blank=True,
        help_text=_("What shows it: addresses, documents, witnesses."),
    )
    network = models.CharField(max_length=32)
    sent_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("letter to the desk")
        verbose_name_plural = _("letters to the desk")
        indexes = [
            models.Index(fields=["network", "sent_at"], name="letters_from_a_network"),
            models.Index(fields=["email", "sent_at"], name="letters_from_an_address"),
            models.Index(fields=["-confirmed_at"], name="newest_confirmed_letters"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.article_id})"

    @property
    def due_at(self) -> datetime.datetime | None:
        """When the desk must have answered; ``None`` for a letter that is not confirmed."""
        return None if self.confirmed_at is None else self.confirmed_at + TIME_TO_ANSWER
