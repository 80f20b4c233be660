"""Makes stories for tests."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Locale

from redaksi.articles.models import Article
from redaksi.newsroom.models import Section
from redaksi.pictures.models import Picture

TEXT = "<p>Gubernur meresmikan jembatan itu, kata juru bicaranya.</p>"


def write_draft(*, section: Section, owner: Any = None, **fields: Any) -> Article:
    """Return a saved draft with one revision."""
    fields.setdefault("headline", "Jembatan Sungai Rawa Dibuka")
    fields.setdefault("body", [("paragraph", TEXT)])
    fields.setdefault("locale", Locale.objects.get(language_code="id"))
    article = Article.objects.create(section=section, owner=owner, **fields)
    article.save_revision(user=owner)
    return article


def write_live(*, section: Section, by: Any = None, **fields: Any) -> Article:
    """Return a published story."""
    from redaksi.articles.publishing import publish

    article = write_draft(section=section, owner=by, **fields)
    publish(article, by=None)
    article.refresh_from_db()
    return article


def add_test_picture(title: str = "Pelabuhan pagi hari", **fields: Any) -> Picture:
    """Return a small picture with credit line and alt text."""
    buffer = BytesIO()
    Image.new("RGB", (64, 48), "teal").save(buffer, "JPEG")
    buffer.seek(0)
    fields.setdefault("credit_line", "Foto: Uji")
    fields.setdefault("alt_text", "Bidang hijau kebiruan")
    return Picture.objects.create(title=title, file=ImageFile(buffer, "uji.jpg"), **fields)


def add_test_document(title: str = "Laporan tahunan", **fields: Any) -> Any:
    """Return a small document."""
    file = ContentFile(b"isi", name="laporan.pdf")
    return get_document_model().objects.create(title=title, file=file, **fields)
