"""Tells whoever published a story which statements the published text does not have any more."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from redaksi.articles.models import Article
from redaksi.statements.models import CONFIRMED, Statement

SHOWN_WORDS = 60


def tell_what_left_the_record(request: HttpRequest, article: Article) -> None:
    """Warn of confirmed statements that readers see no longer because their words were changed."""
    seen = Statement.objects.filter(CONFIRMED, article=article, public_since__isnull=False)
    left = seen.filter(live_start__isnull=True)
    words = list(left.order_by("pk").values_list("words", flat=True))
    if not words:
        return
    said = ngettext(
        "%(n)s statement is not on record any more, because the published text does not have its "
        "words, or names another speaker: “%(words)s”. Reject it, or correct it.",
        "%(n)s statements are not on record any more, because the published text does not have "
        "their words, or names other speakers: “%(words)s” and others. Reject or correct them.",
        len(words),
    )
    screen = messages.button(reverse("article_statements", args=[article.pk]), _("Statements"))
    shown = Truncator(" ".join(words[0].split())).chars(SHOWN_WORDS)
    messages.warning(request, said % {"n": len(words), "words": shown}, buttons=[screen])
