"""A statement: words of a story with who said them, where they stand, and what was decided."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from redaksi.articles.models import Article
from redaksi.newsroom.addresses import statement_address
from redaksi.statements.anchoring import AROUND
from redaksi.statements.models.speaker import Speaker


class Kind(models.TextChoices):
    """How the words are given."""

    DIRECT = "direct", _("direct")
    INDIRECT = "indirect", _("indirect")
    PARTIAL = "partial", _("partial")


class SpeakerType(models.TextChoices):
    """What kind of source a story names."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GROUP = "group", pgettext_lazy("that speaks", "Group")
    UNNAMED = "unnamed", _("Nobody named")


class State(models.TextChoices):
    """What was decided about a statement."""

    FOUND = "found", _("found")
    CONFIRMED = "confirmed", _("confirmed")
    REJECTED = "rejected", _("rejected")


#: What is confirmed and an editor stands behind; and what the engine is sure of and nobody has
#: decided about.
CONFIRMED = Q(state=State.CONFIRMED, is_cleared=True)
AUTOMATIC = Q(state=State.FOUND, is_confident=True, is_by_hand=False, decided_at__isnull=True)


#: In place of a name: where the newest version names nobody, and where nothing is found any more.
NOBODY, NOT_FOUND = "-", "?"


class Statement(models.Model):
    """Attributed words of a story (schema.org Quotation).

    ``words`` with ``before`` and ``after`` hold it in the text; ``block`` and ``start`` say where
    in the newest version, ``live_block`` and ``live_start`` where in the published one, in code
    points of the block's plain words. ``start`` is None if the words are no longer there,
    ``live_start`` is None unless readers see the statement. Those see only what is confirmed and
    ``is_cleared``: by somebody who may publish the story, or by publishing it afterwards.
    ``from_text`` is what of it the text told (``sourcing``), ``left_out`` what of that the
    published text tells no more, by fact; ``cleared_for`` is the mark of the text for which it was
    cleared.
    ``found_name`` is whom the engine found when it was last decided on, ``named_now`` whom the
    newest version names instead, ``NOBODY`` for none, ``NOT_FOUND`` if the engine no longer sees
    words told there; empty while it names the same.
    """

    wagtail_reference_index_ignore = True

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="statements")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    words = models.TextField(_("words"))
    before = models.CharField(max_length=AROUND, blank=True)
    after = models.CharField(max_length=AROUND, blank=True)
    block = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField(null=True)
    length = models.PositiveIntegerField(default=0)
    live_block = models.CharField(max_length=40, blank=True)
    live_start = models.PositiveIntegerField(null=True)
    live_length = models.PositiveIntegerField(default=0)

    speaker = models.ForeignKey(
        Speaker,
        verbose_name=_("speaker"),
        on_delete=models.PROTECT,
        null=True,
        related_name="statements",
        db_index=False,
    )
    speaker_name = models.CharField(_("name in the story"), max_length=200, blank=True)
    found_name = models.CharField(max_length=200, blank=True)
    named_now = models.CharField(max_length=200, blank=True)
    speaker_type = models.CharField(
        max_length=12, choices=SpeakerType.choices, default=SpeakerType.PERSON
    )
    aliases = models.JSONField(default=list)
    role = models.CharField(pgettext_lazy("of a speaker", "role"), max_length=300, blank=True)
    channel = models.CharField(_("addressee or channel"), max_length=300, blank=True)
    when = models.CharField(max_length=120, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    cue = models.CharField(max_length=120, blank=True)
    confidence = models.JSONField(default=dict)
    is_confident = models.BooleanField(default=False)

    state = models.CharField(max_length=10, choices=State.choices, default=State.FOUND)
    is_by_hand = models.BooleanField(default=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    is_cleared = models.BooleanField(default=False)
    cleared_for = models.CharField(max_length=16, blank=True)
    from_text = models.JSONField(default=list)
    left_out = models.JSONField(default=dict)
    found_at = models.DateTimeField(default=timezone.now)
    public_since = models.DateTimeField(
        null=True, help_text="When readers first saw it; its address stays known to them."
    )
    listed_on = models.DateField(
        null=True, help_text="The day under which readers find it: said, or else published."
    )

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["speaker", "-listed_on", "-article", "id"], name="record_of_a_speaker"
            ),
            models.Index(fields=["state", "-id"], name="statements_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="only_confirmed_or_confident_is_public",
                condition=Q(live_start__isnull=True)
                | Q(CONFIRMED | AUTOMATIC, listed_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.speaker_name or '?'}: {self.words[:60]}"

    @property
    def url(self) -> str:
        """The path of the statement's own page."""
        return statement_address(self.pk)

    @property
    def shown_cue(self) -> str:
        """What stands before words that are the paper's own: "membantah" changes all of them."""
        return str(self.cue) if self.kind == Kind.INDIRECT else ""

    @property
    def told(self) -> str:
        """The words as they may stand alone."""
        return f"{self.shown_cue}: {self.words}" if self.shown_cue else str(self.words)

    @property
    def fragment(self) -> str:
        """The name of its place in the story."""
        return f"pernyataan-{self.pk}"

    @property
    def place_url(self) -> str:
        """The path of its place in the story."""
        return f"{self.article.path}#{self.fragment}"

    @property
    def is_adrift(self) -> bool:
        """Whether the newest version no longer has its words."""
        return self.start is None

    @property
    def is_public(self) -> bool:
        """Whether readers see it, as its row was read."""
        return self.live_start is not None

    @property
    def waits_for_editor(self) -> bool:
        """Whether a reporter confirmed it, and nobody who may publish the story has yet."""
        return self.state == State.CONFIRMED and not self.is_cleared

    @property
    def names_nobody_now(self) -> bool:
        """Whether the newest version does not say any more who said it."""
        return self.named_now == NOBODY

    @property
    def lost_its_source(self) -> bool:
        """Whether the newest version has the words, and nobody to whom they belong."""
        return self.named_now in (NOBODY, NOT_FOUND)

    @property
    def is_automatic(self) -> bool:
        """Whether no editor has looked at it; readers who see it are told."""
        return self.state == State.FOUND

    @property
    def shown_name(self) -> str:
        """The speaker's name in the register, or else in the story."""
        return self.speaker.name if self.speaker else self.speaker_name

    def hide(self) -> None:
        """Let readers see it no longer; the row is not saved."""
        self.live_block, self.live_start, self.live_length = "", None, 0
        self.listed_on = None

    def day_on_record(self) -> datetime.date:
        """Return the day said if it is known, or else that of publication."""
        return self.day or self.article.published_on or timezone.localdate()
