"""Shows readers who is on record, ``/tokoh/``: whose record changed last, and who has a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from redaksi.design.answers import for_one_question
from redaksi.design.shown import shows
from redaksi.newsroom.addresses import names_address, speakers_address
from redaksi.statements.models import Speaker, SpeakerName
from redaksi.statements.names import name_key
from redaksi.statements.parts import REGISTER, latest_speakers
from redaksi.statements.register import named_with
from redaksi.statements.showing import shown_names, shown_roles

#: Letters of a name that is looked for, and speakers that are shown.
LONGEST, MOST_FOUND = 120, 60
#: Speakers looked at for one answer.
MOST_COMPARED = 300


class NameForm(forms.Form):
    """A name, or a part of it."""

    nama = forms.CharField(
        label=_("Name"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


@require_safe
def speakers(request: HttpRequest) -> HttpResponse:
    """Name the speakers whose records changed last, but for those hidden from search engines."""
    shows(*REGISTER)
    found = list(latest_speakers().prefetch_related("roles"))
    for one in found:
        for kind in ("speaker", "roles", "robots"):
            shows(kind, one.pk)
    canonical_url = f"{settings.WAGTAILADMIN_BASE_URL}{speakers_address()}"
    return _page(request, form=NameForm(), speakers=found, canonical_url=canonical_url)


@require_safe
def names(request: HttpRequest) -> HttpResponse:
    """Find speakers who have a page by a part of a name; 400 for what cannot be looked for."""
    form = NameForm(request.GET)
    found: list[Speaker] = []
    if form.is_valid():
        found = _with_a_page(form.cleaned_data["nama"])
    answer = _page(
        request,
        form=form,
        is_answer=form.is_valid(),
        speakers=found[:MOST_FOUND],
        has_more=len(found) > MOST_FOUND,
    )
    answer.status_code = 200 if form.is_valid() else 400
    return for_one_question(answer)


def _with_a_page(name: str) -> list[Speaker]:
    """Return speakers with a page whose names, as readers know them, hold all the words."""
    with_a_page = named_with(name).filter(is_private=False, on_record__isnull=False)
    near = list(with_a_page.prefetch_related("other_names")[:MOST_COMPARED])
    parts = name_key(name).split()

    def has_all(one: Speaker, others: Iterable[SpeakerName]) -> bool:
        keys = [one.key, *(other.key for other in others)]
        return all(any(part in key for key in keys) for part in parts)

    own = {one.pk: [n for n in one.other_names.all() if not n.is_learnt] for one in near}
    # What statements tell is looked up only for those whom nothing else names so.
    others = shown_names([one for one in near if not has_all(one, own[one.pk])])
    found = [one for one in near if has_all(one, others.get(one.pk, own[one.pk]))]
    return found[: MOST_FOUND + 1]


def _page(request: HttpRequest, *, speakers: list[Speaker], **context: Any) -> HttpResponse:
    roles = shown_roles(speakers)
    named = [(one, roles[one.pk][0].role if roles[one.pk] else "") for one in speakers]
    context["speakers"] = named
    with override(settings.LANGUAGE_CODE):
        whole = {"names_url": names_address(), "register_url": speakers_address(), **context}
        return render(request, "statements/speakers.html", whole)
