"""Answers the readers' search."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.articles.finding import results
from redaksi.articles.finding.asking import asked
from redaksi.articles.finding.suggesting import suggestion
from redaksi.design.answers import for_one_question
from redaksi.search.choosing import engine
from redaksi.search.engine import TooSlow, Wanted
from redaksi.website.searching.form import Order, SearchForm
from redaksi.website.searching.narrowing import address, facets

#: Seconds of the database's that one search may take.
LONGEST_SEARCH = 2.0
#: Fewer hits make us ask whether something else was meant.
FEW = 3


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the form and what was found: 400 for what cannot be looked for, 503 when too slow."""
    form = SearchForm(request.GET)
    status, context = 200, {}
    with override(settings.LANGUAGE_CODE):
        if form.is_valid():
            try:
                with engine().limit(LONGEST_SEARCH):
                    context = _looked_for(form, request)
            except TooSlow:
                status, context = 503, {"is_too_slow": True}
        else:
            status = 400
        answer = render(request, "website/search.html", {"form": form, **context}, status=status)
    return for_one_question(answer)


def _looked_for(form: SearchForm, request: HttpRequest) -> dict[str, Any]:
    wanted = asked(form.query, form.filters)
    if wanted is None:
        return {}
    counts = results.count(wanted)
    page = _page(wanted, form, counts)
    meant = (
        suggestion(request.GET["q"], wanted) if counts.number < FEW and form.query.wanted else ""
    )
    return {
        "counts": counts,
        "found": page.found,
        "facets": facets(counts, request.GET),
        "orders": _orders(form, request),
        "older_url": _older(page, request),
        "newer_url": address(request.GET) if form.cleaned_data["sebelum"] is not None else "",
        "meant": meant,
        "meant_url": address(request.GET, q=meant),
    }


def _page(wanted: Wanted, form: SearchForm, counts: results.Counts) -> results.Page:
    before, known = form.cleaned_data["sebelum"], None
    if before is None:
        known = counts
    else:
        wanted = wanted.behind(before)
    if form.order == Order.BEST:
        skipped = form.cleaned_data["lewati"] or 0
        return results.best(wanted, form.query, skipped=skipped, counts=known)
    return results.newest(wanted, form.query, counts=known)


def _older(page: results.Page, request: HttpRequest) -> str:
    if page.before is None:
        return ""
    return address(request.GET, sebelum=page.before, lewati=page.skipped or None)


def _orders(form: SearchForm, request: HttpRequest) -> list[dict[str, Any]]:
    return [
        {
            "name": order.label,
            "url": address(request.GET, urut="" if order == Order.NEWEST else order.value),
            "is_chosen": form.order == order,
        }
        for order in Order
    ]
