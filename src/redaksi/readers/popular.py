"""Shows what readers read and rate most, ``/terpopuler/``."""

from __future__ import annotations

from itertools import chain

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.queries import teasers
from redaksi.newsroom.addresses import popular_address
from redaksi.readers.models import Ranked
from redaksi.readers.ranking import stories_in


@require_safe
def popular(request: HttpRequest) -> HttpResponse:
    """Answer with the rankings as they were last taken down."""
    keys = {ranking: stories_in(ranking, None) for ranking in Ranked.Ranking}
    shown = chain.from_iterable(keys.values())
    known = {article.pk: article for article in teasers(dict.fromkeys(shown))}
    with override(settings.LANGUAGE_CODE):
        context = {
            "rankings": [
                (ranking.label, [known[key] for key in some])
                for ranking, some in keys.items()
                if some
            ],
            "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{popular_address()}",
        }
        return render(request, "readers/popular.html", context)
