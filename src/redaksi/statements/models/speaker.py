"""The register of speakers: one entry for each person, organisation or group that speaks."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from redaksi.newsroom.addresses import speaker_address
from redaksi.newsroom.models import Person, slug_of_an_address
from redaksi.statements.names import name_key

SLUG_LENGTH = 120
wikidata_identifier = RegexValidator(
    r"^Q[1-9][0-9]{0,11}\Z", _("A Wikidata identifier is a Q and a number, for example “Q58217”.")
)
possible_year = [MinValueValidator(1500), MaxValueValidator(2200)]


class Speaker(ClusterableModel):
    """Somebody who speaks in stories, with a page at ``/tokoh/<slug>/`` unless private."""

    class Kind(models.TextChoices):
        """What speaks."""

        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")
        GROUP = "group", pgettext_lazy("that speaks", "Group")

    wagtail_reference_index_ignore = True

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=200, editable=False, db_index=True)
    slug = models.CharField(
        _("slug"),
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        validators=[slug_of_an_address],
        help_text=_("The last part of the page's address; empty = made from the name."),
    )
    wikidata = models.CharField(
        _("Wikidata identifier"),
        max_length=13,
        blank=True,
        validators=[wikidata_identifier],
        help_text=_("For example “Q58217”; empty if there is none."),
    )
    person = models.OneToOneField(
        Person,
        verbose_name=_("byline"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="speaker",
        help_text=_("If the speaker also writes for this paper."),
    )
    is_private = models.BooleanField(
        _("private"),
        default=False,
        help_text=_("A private person has no page, and no list of what they said."),
    )
    is_hidden = models.BooleanField(
        _("hidden from search engines"),
        default=False,
        help_text=_("Readers find the page; search engines are asked to leave it out."),
    )

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The path of the speaker's page; empty for a private person, who has none."""
        return "" if self.is_private else speaker_address(self.slug)

    @property
    def is_listed(self) -> bool:
        """Whether sitemaps and the page of the register name the speaker who is on record."""
        return not (self.is_private or self.is_hidden)

    def clean(self) -> None:
        """Refuse a slug that still redirects readers to another speaker.

        Raises:
            ValidationError: naming that speaker.
        """
        former = FormerSpeakerSlug.objects.filter(slug=self.slug).exclude(speaker_id=self.pk)
        if found := former.select_related("speaker").first():
            raise ValidationError(
                {
                    "slug": _(
                        "“%(slug)s” still leads readers to “%(speaker)s”: choose another slug."
                    )
                    % {"slug": self.slug, "speaker": found.speaker}
                }
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a changed slug goes on leading to the page."""
        self.key = name_key(self.name)[:200]
        self.slug = self.slug or free_slug(self.name)
        former = Speaker.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        super().save(*args, **kwargs)
        if former and former != self.slug:
            FormerSpeakerSlug.objects.update_or_create(slug=former, defaults={"speaker": self})
        FormerSpeakerSlug.objects.filter(slug=self.slug).delete()

    @property
    def newest_roles(self) -> list[SpeakerRole]:
        """The roles, that of the latest beginning first, those of unknown years last."""
        return sorted(self.roles.all(), key=lambda role: -(role.since or 0))


class SpeakerName(models.Model):
    """Another name of a speaker: a nickname, an acronym, a surname alone."""

    wagtail_reference_index_ignore = True

    speaker = ParentalKey(Speaker, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=200, editable=False, db_index=True)
    is_learnt = models.BooleanField(default=False, editable=False)
    """Whether a confirmed statement brought it: readers learn it when they see that."""

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the key by which the name is found; what somebody changed is theirs."""
        self.key = name_key(self.name)[:200]
        self.is_learnt = self.is_learnt and _is_as_it_was(self, "name")
        super().save(*args, **kwargs)


class SpeakerRole(models.Model):
    """What a speaker was in some years: Menteri Luar Negeri 2004–; an empty year is open."""

    wagtail_reference_index_ignore = True

    speaker = ParentalKey(Speaker, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(pgettext_lazy("of a speaker", "role"), max_length=300)
    since = models.PositiveSmallIntegerField(
        _("since"), null=True, blank=True, validators=possible_year
    )
    until = models.PositiveSmallIntegerField(
        _("until"), null=True, blank=True, validators=possible_year
    )

    is_learnt = models.BooleanField(default=False, editable=False)
    """Whether a confirmed statement brought it, so that it may go with that."""

    class Meta:
        verbose_name = pgettext_lazy("of a speaker", "role")
        verbose_name_plural = _("roles")
        # No expression: the rows of a form that is not saved yet are sorted by field names alone.
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="role_ends_after_it_began",
                condition=Q(since__isnull=True) | Q(until__isnull=True)
                | Q(until__gte=models.F("since")),
                violation_error_message=_("A role cannot end before it began."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.role

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what somebody changed is theirs."""
        self.is_learnt = self.is_learnt and _is_as_it_was(self, "role", "since", "until")
        super().save(*args, **kwargs)

    @property
    def years(self) -> str:
        """The years in figures, ``2004–2010``, ``2004–`` or ``–2010``; empty if none is known."""
        if self.since is None and self.until is None:
            return ""
        if self.since == self.until:
            return str(self.since)
        return f"{self.since or ''}–{self.until or ''}"


def _is_as_it_was(row: models.Model, *names: str) -> bool:
    """Whether a row has these fields as they are stored, or is not stored yet."""
    stored = type(row)._default_manager.filter(pk=row.pk).values_list(*names).first()
    return stored is None or stored == tuple(getattr(row, name) for name in names)


class FormerSpeakerSlug(models.Model):
    """A slug that leads to a speaker who had it once, or took the place of who had it."""

    wagtail_reference_index_ignore = True

    slug = models.CharField(max_length=SLUG_LENGTH, unique=True)
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug


def free_slug(name: str) -> str:
    """Return a slug for a name that no speaker has or had."""
    wanted = slugify(name)[: SLUG_LENGTH - 8].strip("-_").replace("_", "-") or "tokoh"
    slug, number = wanted, 2
    while (
        Speaker.objects.filter(slug=slug).exists()
        or FormerSpeakerSlug.objects.filter(slug=slug).exists()
    ):
        slug, number = f"{wanted}-{number}", number + 1
    return slug
