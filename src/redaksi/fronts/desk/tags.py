"""The chooser for tags; Wagtail has one for its snippets and pages only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet


class WordsFilterForm(BaseFilterForm):
    """The field above the list."""

    q = forms.CharField(label=_("Words of the tag"), required=False)

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow to the tags with these words."""
        found: QuerySet[Any] = super().filter(objects)
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return found.filter(name__icontains=self.search_query)


class TagChooseView(ChooseView):
    """The chooser."""

    filter_form_class = WordsFilterForm
    ordering = "name"


class TagChooseResultsView(ChooseResultsView):
    """The chooser's results."""

    filter_form_class = WordsFilterForm
    ordering = "name"


class TagChooserViewSet(ChooserViewSet):
    """The chooser's views."""

    model = Tag
    icon = "tag"
    choose_one_text = _("Choose a tag")
    choose_another_text = _("Choose another tag")
    choose_view_class = TagChooseView
    choose_results_view_class = TagChooseResultsView
    register_widget = False


tag_chooser = TagChooserViewSet("tag_chooser")
