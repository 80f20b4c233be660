"""Answers ``/koreksi/17/``, the form for a letter about a story, and the link that confirms it."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from redaksi.articles.models import Article
from redaksi.articles.queries import is_shown_to_readers
from redaksi.readers.complaining import complain, confirm, letter_behind
from redaksi.readers.complaint import Complaint
from redaksi.readers.identity import network_of
from redaksi.readers.origins import is_from_this_paper
from redaksi.readers.views import FORM, HOUR
from redaksi.readers.voting import TooMany

LONGEST_FORM = 60_000  # bytes; a letter in which every character takes several


class ComplaintForm(forms.ModelForm):  # type: ignore[type-arg]
    """A letter to the desk."""

    class Meta:
        model = Complaint
        fields = ("kind", "name", "email", "text", "evidence")
        widgets = {
            "kind": forms.RadioSelect,
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "text": forms.Textarea(attrs={"rows": 8}),
            "evidence": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        kind = self.fields["kind"]
        assert isinstance(kind, forms.TypedChoiceField)
        kind.choices = Complaint.Kind.choices


@csrf_exempt  # ``is_from_this_paper`` is asked instead, so that reading sets no cookie.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form or take a letter: 200, 400, 403, 404, 410, 413, 429."""
    articles = Article.objects.select_related("section", "locale").defer("body")
    article = get_object_or_404(articles, pk=pk)
    with override(article.language):
        if article.withdrawn_at is not None:
            return render(request, "410.html", {"withdrawal": article}, status=410)
        if not is_shown_to_readers(article):
            raise Http404
        answer = _take(request, article) if request.method == "POST" else _form(request, article)
        answer["X-Robots-Tag"] = "noindex"
        return answer


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_complaint(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the last click, because programs that look at mail open links too; then confirm."""
    letter = letter_behind(token)
    if letter is None:
        raise Http404
    with override(letter.article.language):
        if request.method == "POST":
            if not is_from_this_paper(request):
                return _refuse(request, letter.article, 403, _other_site())
            confirm(letter)
            letter.refresh_from_db(fields=["confirmed_at"])
        context = {"letter": letter, "article": letter.article}
        answer = render(request, "readers/confirm_complaint.html", context)
        answer["X-Robots-Tag"] = "noindex"
        return answer


def _take(request: HttpRequest, article: Article) -> HttpResponse:
    if not is_from_this_paper(request):
        return _refuse(request, article, 403, _other_site())
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_FORM:
        return _refuse(request, article, 413, _("This letter is too long: shorten it."))
    if request.content_type != FORM:
        return _refuse(request, article, 400, _("This is no form: open the story and try again."))
    form = ComplaintForm(request.POST)
    if not form.is_valid():
        return _form(request, article, form, status=400)
    letter: Complaint = form.save(commit=False)
    letter.article, letter.network = article, network_of(request)
    try:
        complain(letter)
    except TooMany:
        why = _("So many letters came that we take no more for now. Try again in an hour.")
        answer = _refuse(request, article, 429, why)
        answer["Retry-After"] = str(HOUR)
        return answer
    return render(request, "readers/complaint_sent.html", {"article": article, "letter": letter})


def _form(
    request: HttpRequest, article: Article, form: ComplaintForm | None = None, *, status: int = 200
) -> HttpResponse:
    form = form or ComplaintForm(initial={"kind": Complaint.Kind.CORRECTION})
    context = {"article": article, "form": form}
    return render(request, "readers/complaint.html", context, status=status)


def _refuse(request: HttpRequest, article: Article, status: int, why: str) -> HttpResponse:
    context = {"article": article, "status": status, "why": why}
    return render(request, "readers/complaint_refused.html", context, status=status)


def _other_site() -> str:
    return _("This did not come from a page of this paper. Open the story and write from there.")
