"""The form behind the article editor."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from redaksi.articles.models import Subject
from redaksi.newsroom.roles import sections_open_to


class SubjectChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Media Topics with the second level set in under the first."""

    def label_from_instance(self, obj: Any) -> str:
        """Name the subject; a dash sets in the second level."""
        return f"— {obj.name}" if obj.parent_id else obj.name.upper()


class ArticleForm(WagtailAdminModelForm):
    """Offers only the sections the person works for, and the language as a plain choice."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    subjects = SubjectChoice(
        label=_("Subjects"),
        queryset=Subject.objects.all(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = sections_open_to(self.for_user)
        if "section" in self.fields:
            self.fields["section"].queryset = sections
            if not self.instance.section_id:
                self.initial["section"] = self.initial.get("section") or only_desk_of(sections)
        self.initial["language"] = self._present_language()

    def save(self, commit: bool = True) -> Any:
        """Save, with the chosen language and, for a new story, its writer."""
        if "language" in self.cleaned_data:
            self.instance.locale = Locale.objects.get(language_code=self.cleaned_data["language"])
        if self.instance.pk is None and self.instance.owner_id is None:
            self.instance.owner = self.for_user
        return super().save(commit=commit)

    def _present_language(self) -> str:
        if self.instance.locale_id:
            return str(self.instance.locale.language_code)
        return str(settings.LANGUAGE_CODE)


def only_desk_of(sections: Any) -> Any:
    """Return the one section at the top that somebody works for; nobody's choice if there are more.

    A section chosen for people is an address chosen for readers.
    """
    at_the_top = sections.filter(parent=None)[:2]
    return at_the_top[0] if len(at_the_top) == 1 else None
