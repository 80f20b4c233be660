"""Screens about one article besides its editor: notes, embargo, withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateTimeInput

from redaksi.articles.desk.guarding import check_may
from redaksi.articles.desk.years import since_first_newspapers
from redaksi.articles.embargoing import embargo
from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.noting import reopen_note, resolve_note, write_note
from redaksi.articles.refusals import sentences_of
from redaksi.articles.withdrawing import withdraw


class OnOneArticle(WagtailAdminTemplateMixin):
    """A screen about one article besides its editor."""

    action_on_article = "view"

    @cached_property
    def article(self) -> Article:
        """The article the screen is about."""
        articles = Article.objects.select_related("section")
        article: Article = get_object_or_404(articles, pk=self.kwargs["pk"])
        return article

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in only whom the article's desk lets in."""
        check_may(request.user, self.action_on_article, self.article)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the article."""
        return str(self.article)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the editor."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": self.edit_url, "label": str(self.article)},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    @property
    def edit_url(self) -> str:
        """The address of the article's editor."""
        return reverse("wagtailsnippets_articles_article:edit", args=[self.article.pk])


class ActingForm(FormView):  # type: ignore[type-arg]
    """A form that does something; what the service refuses is said above it."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Do it, or say why not."""
        try:
            done = self.act(form.cleaned_data)
        except (ValidationError, PermissionDenied) as refusal:
            for sentence in sentences_of(refusal):
                form.add_error(None, sentence)
            return self.form_invalid(form)
        messages.success(self.request, done)
        return super().form_valid(form)

    def act(self, values: dict[str, Any]) -> str:
        """Do what the form asks for and return the sentence that says so."""
        raise NotImplementedError


class AboutArticle(OnOneArticle, ActingForm):
    """A form about one article."""

    template_name = "articles/desk/about.html"
    submit_label: Any = gettext_lazy("Save")
    explanation: Any = ""
    #: Whether what the button does cannot be undone; it is red then.
    is_final = False

    def get_success_url(self) -> str:
        """Go back to the editor."""
        return self.edit_url


class NoteForm(forms.Form):
    """One note."""

    text = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Write @ and a user name to call a colleague's attention."),
    )


class NotesView(AboutArticle):
    """The thread of editorial notes on an article."""

    template_name = "articles/desk/notes.html"
    page_title = gettext_lazy("Notes")
    header_icon = "comment"
    submit_label = gettext_lazy("Add note")
    form_class = NoteForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the thread."""
        thread = self.article.editorial_notes.select_related("author", "resolved_by")
        return super().get_context_data(thread=thread, **kwargs)

    def get_success_url(self) -> str:
        """Stay in the thread."""
        return self.request.path

    def act(self, values: dict[str, Any]) -> str:
        """Add the note."""
        written = write_note(self.article, text=values["text"], by=self.request.user)
        for colleague in written.untold:
            messages.warning(
                self.request,
                _("“%s” may not open this story and was not told of the note.") % colleague,
            )
        for name in written.unknown:
            messages.warning(
                self.request, _("Nobody here has the user name “%s”: nobody was told.") % name
            )
        return _("Your note is on the story.")


class SettleNote(NotesView):
    """Marks one note as dealt with, or takes the mark back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Turn the mark over."""
        note = get_object_or_404(EditorialNote, pk=kwargs["note"], article=self.article)
        if note.is_resolved:
            reopen_note(note)
        else:
            resolve_note(note, by=request.user)
        return redirect("article_notes", pk=self.article.pk)


class EmbargoForm(forms.Form):
    """The moment before which nobody may see the article."""

    until = forms.DateTimeField(
        label=gettext_lazy("Nobody may see this story before"),
        required=False,
        widget=AdminDateTimeInput,
        validators=[since_first_newspapers],
        help_text=gettext_lazy("In the newspaper's time zone; empty lifts the embargo."),
    )


class EmbargoView(AboutArticle):
    """Sets or lifts the embargo on an article."""

    page_title = gettext_lazy("Embargo")
    header_icon = "time"
    form_class = EmbargoForm
    action_on_article = "publish"
    explanation = gettext_lazy(
        "No button, schedule or older version can publish the story before this moment."
    )

    def get_initial(self) -> dict[str, Any]:
        """Show the embargo there is."""
        return {"until": self.article.embargoed_until}

    def act(self, values: dict[str, Any]) -> str:
        """Set or lift the embargo."""
        embargo(self.article, until=values["until"], by=self.request.user)
        return _("The embargo is set.") if values["until"] else _("The embargo is lifted.")


class WithdrawForm(forms.Form):
    """Why the article is taken back; readers see both."""

    ground = forms.ChoiceField(
        label=gettext_lazy("Ground"),
        choices=WithdrawalGround.choices,
        help_text=gettext_lazy("Readers see it at the story's address."),
    )
    note = forms.CharField(
        label=gettext_lazy("What readers are told"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    sure = forms.BooleanField(
        label=gettext_lazy("I know that this cannot be undone."), required=True
    )


class WithdrawView(AboutArticle):
    """Takes an article back for good."""

    page_title = gettext_lazy("Withdraw for good")
    header_icon = "warning"
    form_class = WithdrawForm
    action_on_article = "withdraw"
    submit_label = gettext_lazy("Withdraw for good")
    is_final = True
    explanation = gettext_lazy(
        "The story goes offline at once; its address says from now on that it was withdrawn, "
        "when and why. To take it offline quietly, use “Take offline” in the editor instead."
    )

    def act(self, values: dict[str, Any]) -> str:
        """Withdraw the article."""
        ground = WithdrawalGround(values["ground"])
        withdraw(self.article, ground=ground, note=values["note"], by=self.request.user)
        return _("The story is withdrawn.")
