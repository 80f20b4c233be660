"""Answers the address of a story's rating, ``/nilai/17/``: the form, and what is sent with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from redaksi.articles.models import Article
from redaksi.articles.queries import is_shown_to_readers
from redaksi.newsroom.addresses import rating_address
from redaksi.readers.figures import ALL_STARS, figure_of
from redaksi.readers.identity import network_of, new_word, remember, voter_of, word_of
from redaksi.readers.models import MOST_STARS
from redaksi.readers.origins import is_from_this_paper
from redaksi.readers.voting import TooMany, stars_given, vote

LONGEST_FORM = 1000  # bytes
FORM = "application/x-www-form-urlencoded"
HOUR = 3600  # seconds
#: What stands in the address of the page that says thank you, for browsers without cookies.
THANKS = "terima-kasih"
REFUSALS = {
    400: gettext_lazy("Choose one to five stars, then send the form."),
    403: gettext_lazy(
        "This did not come from a page of this paper. Open the story and rate it there."
    ),
    413: gettext_lazy(
        "This form is far too long for a rating. Choose the stars on the story's page."
    ),
    429: gettext_lazy(
        "So many ratings came from you or your network that we take no more for now. "
        "Try again in an hour."
    ),
}
"""Why a rating is not taken, and what to do, by the status of the answer."""


class StarsForm(forms.Form):
    """One to five stars."""

    bintang = forms.IntegerField(min_value=1, max_value=MOST_STARS)


@csrf_exempt  # ``is_from_this_paper`` is asked instead: pressed pages hold no token.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rating(request: HttpRequest, pk: int) -> HttpResponse:
    """Show or take what a reader gives: 303 to the thank-you, 400, 403, 404, 410, 413, 429."""
    articles = Article.objects.select_related("section", "locale").defer("body")
    article = articles.filter(pk=pk).first()
    if article is None:
        raise Http404
    with override(article.language):
        if article.withdrawn_at is not None:
            return render(request, "410.html", {"withdrawal": article}, status=410)
        if article.is_paid or not is_shown_to_readers(article):
            raise Http404
        answer = _take(request, article) if request.method == "POST" else _page(request, article)
        answer["X-Robots-Tag"] = "noindex"
        return answer


def _page(request: HttpRequest, article: Article) -> HttpResponse:
    word = word_of(request)
    given = stars_given(article, voter=voter_of(word, article.pk)) if word else None
    context = {
        "article": article,
        "figure": figure_of(article.pk),
        "all_stars": ALL_STARS,
        "given": given,
        "has_given": given is not None or THANKS in request.GET,
    }
    return render(request, "readers/rating.html", context)


def _take(request: HttpRequest, article: Article) -> HttpResponse:
    if not is_from_this_paper(request):
        return _refuse(request, article, 403)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_FORM:
        return _refuse(request, article, 413)
    stars = _stars_in(request)
    if stars is None:
        return _refuse(request, article, 400)
    word = word_of(request) or new_word()
    voter, network = voter_of(word, article.pk), network_of(request)
    try:
        vote(article, stars=stars, voter=voter, network=network)
    except TooMany:
        return _refuse(request, article, 429)
    answer = _thank(request, article)
    remember(answer, word)
    return answer


def _stars_in(request: HttpRequest) -> int | None:
    """Return the stars of a form; ``None`` if it holds none, or is no form."""
    if request.content_type != FORM:
        return None
    try:
        form = StarsForm(request.POST)
    except (BadRequest, UnreadablePostError):
        return None
    return form.cleaned_data["bintang"] if form.is_valid() else None


def _thank(request: HttpRequest, article: Article) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"message": _("Thank you. The figure follows within a minute.")})
    address = f"{rating_address(article.pk)}?{THANKS}"
    return HttpResponseRedirect(address, status=303)


def _refuse(request: HttpRequest, article: Article, status: int) -> HttpResponse:
    why = str(REFUSALS[status])
    if _wants_json(request):
        answer: HttpResponse = JsonResponse({"message": why}, status=status)
    else:
        context: dict[str, Any] = {"article": article, "status": status, "why": why}
        answer = render(request, "readers/refused.html", context, status=status)
    if status == 429:
        answer["Retry-After"] = str(HOUR)
    return answer


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
