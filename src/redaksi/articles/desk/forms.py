"""The form behind the article editor."""

from __future__ import annotations

from copy import copy
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from redaksi.articles.addresses import tidy_slug
from redaksi.articles.desk.years import since_first_newspapers
from redaksi.articles.models import Article, Subject
from redaksi.articles.publishing import address_is_taken
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
        for name in {"story_date", "go_live_at", "expire_at"}.intersection(self.fields):
            self.fields[name].validators.append(since_first_newspapers)

    def clean(self) -> dict[str, Any]:
        """Refuse an address or a language that another story has."""
        values: dict[str, Any] = super().clean() or {}
        self._check_address(values)
        self._check_language(values.get("language"))
        return values

    def save(self, commit: bool = True) -> Any:
        """Save, with the chosen language and, for a new story, its writer."""
        if self.cleaned_data.get("language"):
            self.instance.locale = Locale.objects.get(language_code=self.cleaned_data["language"])
        if self.instance.pk is None and self.instance.owner_id is None:
            self.instance.owner = self.for_user
        return super().save(commit=commit)

    def _check_address(self, values: dict[str, Any]) -> None:
        section, slug = values.get("section"), values.get("slug")
        if self.instance.published_on is None or not section or not slug:
            return
        renamed = copy(self.instance)
        renamed.section = section
        if address_is_taken(renamed, tidy_slug(slug)):
            self.add_error(
                "slug",
                _("Another story of that day in this section has the same slug: change the slug."),
            )

    def _check_language(self, language: str | None) -> None:
        others = Article.objects.filter(
            translation_key=self.instance.translation_key, locale__language_code=language
        )
        if language and others.exclude(pk=self.instance.pk).exists():
            self.add_error("language", _("The story has a translation in that language already."))

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
