"""Shows readers the record: a speaker's statements, one year of them, files, and one statement."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.queries import is_shown_to_readers
from redaksi.articles.redirecting import redirect_for_good
from redaksi.design.shown import shows
from redaksi.newsroom.addresses import speaker_address
from redaksi.statements.charting import chart_of_year, chart_up_to_newest
from redaksi.statements.files import as_csv, of_a_speaker, of_a_year
from redaksi.statements.models import FormerSpeakerSlug, Speaker, Statement
from redaksi.statements.queries import (
    AT_MOST,
    NEWEST,
    months_of,
    note_stories,
    record_of,
    years_among,
)
from redaksi.statements.showing import shown_roles
from redaksi.statements.structured_data import profile, quotation
from redaksi.statements.words_form import WordsForm


@require_safe
def speaker(request: HttpRequest, slug: str, year: int | None = None) -> HttpResponse:
    """Show what somebody said, newest first, or in one year.

    301 from a slug of before; 404 for a private person, and while there is nothing to show.
    """
    who = speaker_at(slug)
    _check_year(year)
    if request.path != speaker_address(who.slug, year):
        return redirect_for_good(speaker_address(who.slug, year))
    found = note_stories(record_of(who, year)[: NEWEST if year is None else AT_MOST])
    if not found:
        raise Http404
    for kind in ("entry", "roles", "robots"):
        shows(kind, who.pk)
    with override(settings.LANGUAGE_CODE):
        return render(request, "statements/speaker.html", _page_of(who, year, found))


@require_safe
def record_file(
    request: HttpRequest, slug: str, ending: str, year: int | None = None
) -> HttpResponse:
    """Give what is newest in the record of a speaker, or all of a year, as JSON or CSV.

    301 and 404 as its page.
    """
    who = speaker_at(slug)
    _check_year(year)
    address = f"{speaker_address(who.slug, year)}pernyataan.{ending}"
    if request.path != address:
        return redirect_for_good(address)
    found = note_stories(record_of(who, year)[: AT_MOST if year is None else None])
    if not found:
        raise Http404
    if ending == "csv":
        return HttpResponse("".join(as_csv(found)), content_type="text/csv; charset=utf-8")
    shows("entry", who.pk)
    if year is None:
        shows("roles", who.pk)
        record = of_a_speaker(found, who, months_of(who))
    else:
        record = of_a_year(found, who, year)
    return HttpResponse("".join(record), content_type="application/json; charset=utf-8")


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one statement, to be cited; 410 if readers saw it once.

    404 if they never did, and while its story is offline.
    """
    rows = Statement.objects.select_related("article__section", "article__locale", "speaker")
    found = get_object_or_404(rows.defer("article__body"), pk=pk)
    story = found.article
    shows("headline", story.pk)
    if found.speaker_id is not None:
        for kind in ("speaker", "entry", "robots"):
            shows(kind, found.speaker_id)
    with override(story.language):
        if found.public_since is None:
            raise Http404
        if story.withdrawn_at is not None:
            return render(request, "410.html", {"withdrawal": story}, status=410)
        if not story.live:
            raise Http404
        if not found.is_public:
            told = {"story": story if is_shown_to_readers(story) else None}
            return render(request, "statements/gone.html", told, status=410)
        context = {
            "statement": found,
            "story": story,
            "speaker": found.speaker,
            "section": story.section,
            "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{found.url}",
            "structured_data": quotation(found),
        }
        return render(request, "statements/statement.html", context)


def speaker_at(slug: str) -> Speaker:
    """Return the speaker with a slug, or who has taken it over, and note that the page shows it.

    Raises:
        Http404: if there is none, or for a private person.
    """
    entries = Speaker.objects.prefetch_related("roles", "other_names")
    found: Speaker | None = entries.filter(slug=slug).first()
    if found is None:
        # Where there is nothing to show, nothing leads there either.
        leads_on = {"slug": slug, "speaker__on_record__isnull": False}
        former = get_object_or_404(FormerSpeakerSlug, **leads_on)
        found = entries.get(pk=former.speaker_id)
    shows("speaker", found.pk)
    if found.is_private:
        raise Http404
    return found


def _check_year(year: int | None) -> None:
    if year is not None and not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise Http404


def _page_of(who: Speaker, year: int | None, found: list[Statement]) -> dict[str, Any]:
    months = months_of(who)
    years = years_among(months)
    address = speaker_address(who.slug, year)
    total = sum(month.count for month in months if year in (None, month.year))
    return {
        "speaker": who,
        "roles": shown_roles([who])[who.pk],
        "year": year,
        "statements": found,
        "total": total,
        "most": AT_MOST,
        "is_cut": total > AT_MOST,
        "years": [(one, speaker_address(who.slug, one)) for one in years],
        "chart": chart_up_to_newest(months) if year is None else chart_of_year(months, year),
        "start_url": who.url,
        "address": address,
        "form": WordsForm(years, year=year),
        "canonical_url": f"{settings.WAGTAILADMIN_BASE_URL}{address}",
        "structured_data": profile(who, found),
    }
