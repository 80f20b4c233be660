"""The screens behind "Paste a page": paste, look the proposal over, make a draft of it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from redaksi.articles.desk.doubts import WHY_DROPPED, doubt_about, is_doubtful, sentence_of
from redaksi.articles.desk.years import not_after_today, since_first_newspapers
from redaksi.articles.models import Agency
from redaksi.articles.pasting import PastedStory, agency_credited, draft_pasted, section_called
from redaksi.design.dates import short_day_in_words
from redaksi.formats.page.errors import SIZE_LIMIT_WITH_SCRIPTS, PageError
from redaksi.formats.page.reading import PageReading
from redaksi.newsroom.models import Section
from redaksi.newsroom.roles import reach_of, sections_open_to


class PasteForm(forms.Form):
    """A text, or the file of a saved page."""

    text = forms.CharField(
        label=gettext_lazy("Text or HTML of the page"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a saved page"),
        required=False,
        help_text=gettext_lazy("An HTML or text file of 2 MB at most."),
    )

    def page(self) -> bytes | str:
        """Return what was given, never more than the reader takes."""
        file = self.cleaned_data.get("file")
        if file:
            content: bytes = file.read(SIZE_LIMIT_WITH_SCRIPTS + 1)
            return content
        text: str = self.cleaned_data["text"]
        return text


class ReviewForm(forms.Form):
    """The proposal, every field open to change."""

    section = forms.ModelChoiceField(label=gettext_lazy("Section"), queryset=Section.objects.none())
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    headline = forms.CharField(label=gettext_lazy("Headline"), max_length=255)
    guest_byline = forms.CharField(label=gettext_lazy("Byline"), max_length=200, required=False)
    dateline = forms.CharField(label=gettext_lazy("Dateline"), max_length=80, required=False)
    story_date = forms.DateField(
        label=gettext_lazy("Story date"),
        required=False,
        widget=AdminDateInput,
        validators=[since_first_newspapers, not_after_today],
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=gettext_lazy("A blank line parts two paragraphs."),
    )
    source = forms.ModelChoiceField(
        label=gettext_lazy("Agency"), queryset=Agency.objects.all(), required=False
    )
    credit_line = forms.CharField(label=gettext_lazy("Credit line"), max_length=200, required=False)

    def __init__(self, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections_open_to(user)  # type: ignore[attr-defined]

    def story(self) -> PastedStory:
        """Return the story as the form now has it."""
        values = dict(self.cleaned_data)
        paragraphs = re.split(r"\n[ \t]*\n", values.pop("text").replace("\r\n", "\n"))
        kept = tuple(text.strip() for text in paragraphs if text.strip())
        return PastedStory(paragraphs=kept, **values)


class PasteScreen(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """What both steps share: only for people who write, under one heading."""

    page_title = gettext_lazy("Paste a page")
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in whoever writes for some section."""
        if not reach_of(request.user).has_a_desk:
            raise PermissionDenied(_("You are on no desk: a chief can put you on one."))
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of articles."""
        listing = reverse("wagtailsnippets_articles_article:list")
        return [
            *super().get_breadcrumbs_items(),
            {"url": listing, "label": _("Articles")},
            {"url": "", "label": self.page_title},
        ]


class PasteView(PasteScreen):
    """Takes the page and shows what the reader makes of it."""

    template_name = "articles/desk/paste.html"
    form_class = PasteForm

    def form_valid(self, form: PasteForm) -> HttpResponse:
        """Show the proposal, or say why there is none."""
        from redaksi.formats.page import read_page

        try:
            reading = read_page(form.page(), now=timezone.localdate())
        except PageError as error:
            form.add_error(None, sentence_of(error))
            return self.form_invalid(form)
        proposal = ReviewForm(self.request.user, initial=proposed(reading, self.request.user))
        mark_doubts(proposal, reading)
        context = {
            "form": proposal,
            "reading": reading,
            "page_day": other_day_of(reading),
            "dropped": dropped_in(reading),
        }
        return ReviewView.as_view()(self.request, proposal=context)  # type: ignore[return-value]


class ReviewView(PasteScreen):
    """Shows the proposal and makes a draft of what the desk decides."""

    template_name = "articles/desk/review_paste.html"
    form_class = ReviewForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show a fresh proposal, handed on by the first step, instead of reading a form."""
        proposal = kwargs.pop("proposal", None)
        if proposal is not None:
            self.setup(request)
            return self.render_to_response(self.get_context_data(**proposal))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Begin at the first step."""
        return redirect("article_paste")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the sections of the person."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: ReviewForm) -> HttpResponse:
        """Make the draft and open it in the editor."""
        article = draft_pasted(form.story(), by=self.request.user)
        messages.success(self.request, _("Here is your draft. Nothing is published yet."))
        return redirect("wagtailsnippets_articles_article:edit", article.pk)


def proposed(reading: PageReading, user: Any) -> dict[str, Any]:
    """Return the review form's first values."""
    agency = agency_credited(reading.credit_line)
    known = agency is not None and agency.credit_text == reading.credit_line
    return {
        "section": section_called(reading.section) or sections_open_to(user).first(),
        "language": reading.language or settings.LANGUAGE_CODE,
        "headline": reading.headline,
        "guest_byline": reading.byline,
        "dateline": reading.dateline,
        "story_date": reading.story_date,
        "text": "\n\n".join(reading.body_paragraphs),
        "source": agency,
        "credit_line": "" if known else reading.credit_line,
    }


#: The review form's fields by the reader's names for them.
FIELD_OF = {
    "section": "section",
    "language": "language",
    "headline": "headline",
    "byline": "guest_byline",
    "dateline": "dateline",
    "story_date": "story_date",
    "credit_line": "source",
}


def mark_doubts(form: ReviewForm, reading: PageReading) -> None:
    """Write under each field where it came from, and mark those to be looked at."""
    for name, field in FIELD_OF.items():
        form.fields[field].help_text = doubt_about(name, reading)
        if is_doubtful(name, reading):
            form.fields[field].widget.attrs["data-doubtful"] = "true"
    if reading.section and section_called(reading.section) is None:
        form.fields["section"].help_text = _(
            "The page says “%s”, which is no section of this paper. Please choose."
        ) % (reading.section)


def other_day_of(reading: PageReading) -> str:
    """Return in words the day that the page shows, if it is not the day of the story."""
    if reading.page_date is None or reading.page_date == reading.story_date:
        return ""
    return short_day_in_words(reading.page_date, get_language() or settings.LANGUAGE_CODE)


def dropped_in(reading: PageReading) -> list[dict[str, Any]]:
    """Return what was left out, with the reason in words."""
    return [
        {"text": item.text, "why": WHY_DROPPED.get(item.why, item.why)} for item in reading.dropped
    ]
