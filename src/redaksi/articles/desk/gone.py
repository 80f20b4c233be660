"""Says of a saved version what it names that was deleted since."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import ModelLogEntry

from redaksi.articles.models import Article
from redaksi.articles.restoring import Gone


def tell_what_is_gone(request: HttpRequest, *versions: Article) -> None:
    """Name to the person what had to be left out of the versions, each thing once."""
    for gone in dict.fromkeys(gone for version in versions for gone in version.gone):
        messages.warning(
            request,
            _("The %(kind)s “%(name)s”, which this version names, was deleted and is left out.")
            % {"kind": gone.model._meta.verbose_name, "name": _name_of(gone)},
        )


def _name_of(gone: Gone) -> str:
    """Return the name that the log has kept, or else the number."""
    kind = ContentType.objects.get_for_model(gone.model)
    log = ModelLogEntry.objects.filter(action="wagtail.delete", content_type=kind)
    entry = log.filter(object_id=str(gone.key)).first()
    return entry.label if entry else str(gone.key)
