"""Users, sections, desks and the people whose bylines stand over the stories."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from redaksi.design.cleaning import CleanRichTextField
from redaksi.newsroom.addresses import RESERVED_SLUGS, person_address, section_address

slug_of_an_address = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    _("Use lower-case letters, digits and single hyphens only, for example “luar-negeri”."),
)


class User(AbstractUser):
    """An account that signs in to the newsroom; what it may do follows from roles and desks."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")


class Section(models.Model):
    """A place in the paper; sections form a tree of at most two levels.

    The slug is the first part of every address in the section and is unique in the paper,
    so that moving a sub-section under another parent changes no address.
    """

    name = models.CharField(_("name"), max_length=80)
    slug = models.CharField(
        _("slug"),
        max_length=60,
        unique=True,
        validators=[slug_of_an_address],
        help_text=_("The part of the address. Changing it leaves redirects from the old one."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent section"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    description = models.TextField(_("description"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The path of the section's page, for example ``/ekonomi/``."""
        return section_address(self.slug)

    def clean(self) -> None:
        """Keep the tree at two levels and old addresses alive.

        Raises:
            ValidationError: for a third level, a reserved slug, or a slug that still redirects.
        """
        self._check_levels()
        self._check_slug()

    def save(self, *args: object, **kwargs: object) -> None:
        """Save, and let a changed slug go on redirecting to the new address."""
        old_slug = self._stored_slug()
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        if old_slug and old_slug != self.slug:
            FormerSectionSlug.objects.update_or_create(slug=old_slug, defaults={"section": self})
        FormerSectionSlug.objects.filter(slug=self.slug, section=self).delete()

    def _stored_slug(self) -> str | None:
        if self.pk is None:
            return None
        return Section.objects.filter(pk=self.pk).values_list("slug", flat=True).first()

    def _check_levels(self) -> None:
        if self.parent is None:
            return
        if self.parent.pk == self.pk or self.parent.parent_id is not None:
            raise ValidationError(
                {"parent": _("Sections have two levels at most: choose a top-level section.")}
            )
        if self.pk and self.children.exists():
            raise ValidationError(
                {"parent": _("This section has sub-sections, so it must stay at the top level.")}
            )

    def _check_slug(self) -> None:
        if self.slug in RESERVED_SLUGS | {settings.CONFIG.newsroom_path}:
            raise ValidationError(
                {"slug": _("“%s” is used by the paper itself: choose another slug.") % self.slug}
            )
        former = FormerSectionSlug.objects.filter(slug=self.slug).exclude(section_id=self.pk)
        if former.exists():
            raise ValidationError(
                {
                    "slug": _(
                        "“%(slug)s” still redirects readers to the section “%(section)s”: "
                        "choose another slug."
                    )
                    % {"slug": self.slug, "section": former.get().section}
                }
            )


class FormerSectionSlug(models.Model):
    """A slug that a section once had; its addresses redirect to the section's present ones."""

    slug = models.CharField(max_length=60, unique=True)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="former_slugs")

    def __str__(self) -> str:
        return self.slug


class Desk(ClusterableModel):
    """A team that answers for one or more sections (and their sub-sections)."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    sections = ParentalManyToManyField(Section, verbose_name=_("sections"), related_name="desks")

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        ordering = ["name"]
        permissions = [("oversee", _("Oversee every desk (chief)"))]

    def __str__(self) -> str:
        return self.name


class DeskMembership(models.Model):
    """A user's place on a desk: reporters write and submit, editors edit and publish."""

    class Role(models.TextChoices):
        """What the member may do in the desk's sections."""

        REPORTER = "reporter", _("Reporter")
        EDITOR = "editor", _("Desk editor")

    desk = ParentalKey(Desk, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="desk_memberships",
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.REPORTER)

    class Meta:
        verbose_name = _("desk member")
        verbose_name_plural = _("desk members")
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "user"],
                name="one_place_on_a_desk",
                violation_error_message=_("This user is on the desk already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()}"


class Person(models.Model):
    """Somebody with a byline: staff or guest, with a page of their own at ``/orang/<slug>/``."""

    class Kind(models.TextChoices):
        """Whether the person works for the paper."""

        STAFF = "staff", _("Staff")
        GUEST = "guest", _("Guest")

    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(_("slug"), max_length=120, unique=True, validators=[slug_of_an_address])
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.STAFF)
    job_title = models.CharField(_("role"), max_length=120, blank=True)
    initials = models.CharField(
        _("initials"),
        max_length=8,
        blank=True,
        help_text=_("As they stand in brackets at the end of a story, for example “abc”."),
    )
    biography = CleanRichTextField(_("biography"), blank=True, features=["bold", "italic", "link"])
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("For the newsroom only; never shown to readers.")
    )
    portrait = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("portrait"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The path of the person's page."""
        return person_address(self.slug)
