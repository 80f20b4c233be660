"""The form of a picture, which keeps what readers see in stories."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from redaksi.articles.desk.media_rights import ChangedByEditors
from redaksi.articles.uses import live_stories_with
from redaksi.pictures.forms import PictureForm
from redaksi.pictures.models import Picture


class PictureOfStoriesForm(ChangedByEditors, PictureForm):
    """Refuses to blank credit line or alternative text while readers see the picture.

    Any other change is then up to those who edit a story that shows it.
    """

    def clean(self) -> dict[str, Any]:
        """Compare with the words as they are kept."""
        cleaned = super().clean()
        blanked = [name for name in self._needed_words() if not (cleaned.get(name) or "").strip()]
        if blanked and live_stories_with(self.instance):
            for name in blanked:
                self.add_error(
                    name,
                    _("Readers see this picture in a published story: do not leave this empty."),
                )
        return cleaned

    def _needed_words(self) -> list[str]:
        kept = Picture.objects.filter(pk=self.instance.pk).first()
        names = ("credit_line", "alt_text")
        return [name for name in names if kept and getattr(kept, name) and name in self.fields]
