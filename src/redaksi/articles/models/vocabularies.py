"""Kept lists that articles choose from: news agencies and IPTC Media Topics."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Agency(models.Model):
    """A news agency or outlet that texts come from, with the credit line shown by default."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    credit_text = models.CharField(
        _("credit line"), max_length=120, help_text=_("As readers see it, for example REUTERS.")
    )

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Subject(models.Model):
    """A term of the IPTC Media Topic vocabulary (its top two levels are shipped)."""

    qcode = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=160)
    name_id = models.CharField(max_length=160)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["qcode"]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The term in the language in use, Indonesian or English."""
        in_indonesian = (get_language() or "").startswith("id")
        return self.name_id if in_indonesian else self.name_en
