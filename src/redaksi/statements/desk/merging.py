"""The screens that make one entry of the register out of two, or two out of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.articles.desk.about import ActingForm
from redaksi.newsroom.roles import reach_of
from redaksi.statements.desk.review import KEY
from redaksi.statements.desk.speakers import edit_url
from redaksi.statements.merging import merge, split
from redaksi.statements.models import Speaker, State, Statement
from redaksi.statements.register import describe, similar_speakers, the_speaker_called

#: Statements listed to be split off; older ones are found by their words.
MOST_LISTED = 200
LONGEST_WORDS = 200


class OnOneSpeaker(WagtailAdminTemplateMixin, ActingForm):
    """A form about one entry."""

    header_icon = "openquote"

    @cached_property
    def speaker(self) -> Speaker:
        """The entry."""
        entries = Speaker.objects.prefetch_related("roles", "other_names")
        speaker: Speaker = get_object_or_404(entries, pk=self.kwargs["pk"])
        return speaker

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in editors and chiefs: what they do here changes readers' pages of many stories."""
        reach = reach_of(request.user)
        if not (reach.is_chief or reach.edits_in):
            raise PermissionDenied(_("Only editors merge and split entries of the register."))
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the entry."""
        return self.speaker.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the entry."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit_url(self.speaker), "label": self.speaker.name},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the entry."""
        return super().get_context_data(speaker=self.speaker, **kwargs)

    def get_success_url(self) -> str:
        """Go back to the entry."""
        return edit_url(self.speaker)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know the entry."""
        return {**super().get_form_kwargs(), "speaker": self.speaker}


class MergeForm(forms.Form):
    """Which other entry is the same."""

    similar = forms.ModelChoiceField(
        label=gettext_lazy("Similar names"),
        queryset=Speaker.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    name = forms.CharField(
        label=gettext_lazy("Or another entry, by its name"), max_length=200, required=False
    )

    def __init__(self, *args: Any, speaker: Speaker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = [one.pk for one in similar_speakers(speaker.name) if one.pk != speaker.pk]
        entries = Speaker.objects.filter(pk__in=keys).prefetch_related("roles")
        choice: Any = self.fields["similar"]
        choice.queryset = entries
        choice.label_from_instance = describe

    def clean(self) -> dict[str, Any]:
        """Find the entry.

        Raises:
            ValidationError: if none was chosen, or the register has no such name.
        """
        given: dict[str, Any] = super().clean() or {}
        name = given.get("name", "").strip()
        other = the_speaker_called(name) if name else given.get("similar")
        if other is None:
            raise ValidationError(
                _("No single entry is called “%s”.") % name if name else _("Choose an entry.")
            )
        given["other"] = other
        return given


class MergeView(OnOneSpeaker):
    """Takes another entry into this one."""

    template_name = "statements/desk/merge.html"
    page_title = gettext_lazy("Merge")
    form_class = MergeForm

    def act(self, values: dict[str, Any]) -> str:
        """Merge."""
        name = values["other"].name
        merge(values["other"], into=self.speaker, by=self.request.user)
        return _("“%(name)s” is now part of “%(speaker)s”, with all statements.") % {
            "name": name,
            "speaker": self.speaker,
        }


class KeysField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """A choice of rows; keys that no row can have are told like others that are not there."""

    def clean(self, value: Any) -> Any:
        """Refuse what is no key before the database is asked for it."""
        for key in value or ():
            if not KEY.fullmatch(str(key)):
                raise ValidationError(self.error_messages["invalid_pk_value"], params={"pk": key})
        return super().clean(value)


class SplitForm(forms.Form):
    """Which statements are somebody else's, and whose."""

    statements = KeysField(
        label=gettext_lazy("Statements that somebody else made"),
        queryset=Statement.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    name = forms.CharField(label=gettext_lazy("Who made them"), max_length=200, required=False)

    def __init__(self, *args: Any, speaker: Speaker, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Statement.objects.filter(speaker=speaker).exclude(state=State.REJECTED)
        for word in words.split():
            rows = rows.filter(words__icontains=word)
        newest = list(rows.order_by("-pk").values_list("pk", flat=True)[: MOST_LISTED + 1])
        self.has_more = len(newest) > MOST_LISTED
        shown = Statement.objects.filter(pk__in=newest[:MOST_LISTED]).select_related("article")
        choice: Any = self.fields["statements"]
        choice.queryset = shown.defer("article__body").order_by("-pk")
        choice.label_from_instance = _line_of


class SplitView(OnOneSpeaker):
    """Gives some statements of this entry to another."""

    template_name = "statements/desk/split.html"
    page_title = gettext_lazy("Split")
    form_class = SplitForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Let the form know which words its statements have."""
        return {**super().get_form_kwargs(), "words": self.words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the words, and how many statements are listed at most."""
        return super().get_context_data(words=self.words, most=MOST_LISTED, **kwargs)

    @property
    def words(self) -> str:
        """The words that the listed statements have."""
        return self.request.GET.get("q", "").replace("\x00", "")[:LONGEST_WORDS]

    def act(self, values: dict[str, Any]) -> str:
        """Split."""
        chosen = list(values["statements"])
        other = split(self.speaker, chosen, name=values["name"], by=self.request.user)
        done = ngettext(
            "%(n)s statement is now by “%(other)s”.",
            "%(n)s statements are now by “%(other)s”.",
            len(chosen),
        )
        return done % {"n": len(chosen), "other": other}


def _line_of(statement: Statement) -> str:
    words = " ".join(statement.words.split())
    shown = words if len(words) <= 160 else f"{words[:159]}…"
    return f"{shown} — {statement.article.headline}"
