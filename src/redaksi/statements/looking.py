"""Looks for words in what one speaker said, for readers."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.redirecting import redirect_for_good
from redaksi.design.answers import for_one_question
from redaksi.newsroom.addresses import words_address
from redaksi.statements.models import Statement
from redaksi.statements.queries import months_of, record_of, years_among
from redaksi.statements.views import speaker_at
from redaksi.statements.words_form import WordsForm

#: Statements shown; the page says so when there are more, and asks for rarer words.
MOST_SHOWN = 100


@require_safe
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the statements of a speaker that have some words, newest first.

    301 from a slug of before; 400 for words or a year that cannot be looked for; 404 for a private
    person, and while there is nothing to show.
    """
    who = speaker_at(slug)
    if who.slug != slug:
        return redirect_for_good(words_address(who.slug))
    years = years_among(months_of(who))
    if not years:
        raise Http404
    form = WordsForm(years, request.GET)
    found: list[Statement] = []
    if form.is_valid():
        found = list(form.narrow(record_of(who))[: MOST_SHOWN + 1])
    with override(settings.LANGUAGE_CODE):
        context = {
            "speaker": who,
            "form": form,
            "statements": found[:MOST_SHOWN],
            "has_more": len(found) > MOST_SHOWN,
        }
        status = 200 if form.is_valid() else 400
        answer = render(request, "statements/words.html", context, status=status)
    return for_one_question(answer)
