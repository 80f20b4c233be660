"""A picture, the words that belong to it, and its renditions in other sizes and formats."""

from __future__ import annotations

import hashlib
import secrets
from functools import partial
from pathlib import PurePath
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.search import index

from redaksi.pictures.files import CleanFile, PictureFileField
from redaksi.pictures.renditions import Renditions
from redaksi.pictures.tasks import make_renditions_later

ORIGINALS = "originals"
"""Folder of the files as kept; it is never served to anybody outside the newsroom."""

RENDITIONS = "renditions"
"""Folder of the sizes and formats that readers get."""


class Picture(AbstractImage):
    """A picture with its words; names follow the IPTC Photo Metadata Standard.

    Words may be blank at upload; an article that shows the picture needs ``missing_words`` empty.
    """

    file = PictureFileField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    caption = models.TextField(
        _("caption"), blank=True, help_text=_("What the picture shows: who, where and when.")
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_(
            "What is seen, for readers who cannot see it; needed before an article is published."
        ),
    )
    credit_line = models.CharField(
        _("credit line"),
        max_length=200,
        blank=True,
        help_text=_("Photographer and agency, as shown; needed before an article is published."),
    )
    copyright_notice = models.CharField(_("copyright notice"), max_length=300, blank=True)
    usage_terms = models.TextField(
        _("usage terms"),
        blank=True,
        help_text=_("What we may do with the picture, and until when."),
    )

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "alt_text",
        "credit_line",
        "copyright_notice",
        "usage_terms",
        "tags",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = (
        *AbstractImage.search_fields,
        index.SearchField("caption"),
        index.AutocompleteField("caption"),
        index.SearchField("credit_line"),
        index.FilterField("credit_line"),
        index.FilterField("alt_text"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_picture", "Can choose picture")]

    fetched_renditions: Renditions | None = None
    """What is made of it, where that was fetched together with others'."""

    has_new_file = False
    """Whether a file was kept since the picture was last saved."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, keeping a new file first, and have its renditions made once that is certain.

        Raises:
            RefusedPicture: if the new file is no usable image.
        """
        if self.file and not self.file._committed:
            # Before the row is written, because width and height stand before the file in it.
            self.file.save(self.file.name, self.file.file, save=False)
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.has_new_file:
                self.renditions.all().delete()
                transaction.on_commit(partial(make_renditions_later.enqueue, self.pk))
        self.has_new_file = False

    def note_new_file(self, clean: CleanFile) -> None:
        """Take down size and digest (SHA-1, as Wagtail compares them) of the file being kept."""
        self.file_size = clean.size
        self.file_hash = hashlib.sha1(clean.image.data, usedforsecurity=False).hexdigest()
        self.has_new_file = True

    @property
    def default_alt_text(self) -> str:
        """The alternative text that templates use when a story gives none of its own."""
        return self.alt_text

    def missing_words(self) -> list[str]:
        """Names of the fields still to be filled before a reader may see the picture."""
        return [name for name in ("credit_line", "alt_text") if not getattr(self, name).strip()]

    def missing_words_in_words(self) -> str:
        """The same as people read it, for example “credit line, alternative text”."""
        labels = (self._meta.get_field(name).verbose_name for name in self.missing_words())
        return ", ".join(map(str, labels))

    def get_upload_to(self, filename: str) -> str:
        """A name in ``originals/`` that cannot be guessed and says nothing of the upload."""
        return f"{ORIGINALS}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"


class Rendition(AbstractRendition):
    """One size and format of a picture, made once and kept."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        # A page knows its pictures by their files, and finds whose they are among all there are.
        indexes = [models.Index(fields=["file"], name="pictures_rendition_file")]

    def get_upload_to(self, filename: str) -> str:
        """A name in ``renditions/`` that cannot be guessed from the original's name."""
        return f"{RENDITIONS}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"
