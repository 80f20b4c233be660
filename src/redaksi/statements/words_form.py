"""The form with which readers look for words in what one speaker said."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from redaksi.statements.models import Statement

#: Letters of one search, and how many of its words are looked at.
LONGEST, MOST_WORDS = 120, 8


class WordsForm(forms.Form):
    """Words, and a year if one is chosen."""

    q = forms.CharField(
        label=_("Words in the statements"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    tahun = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)

    def __init__(self, years: list[int], data: Any = None, *, year: int | None = None) -> None:
        super().__init__(data, auto_id="words-%s", initial={"tahun": year})
        every = [("", _("every year")), *((one, str(one)) for one in years)]
        self.fields["tahun"].choices = every  # type: ignore[attr-defined]

    def narrow(self, record: QuerySet[Statement]) -> QuerySet[Statement]:
        """Return the statements that have every word, in the chosen year; order is kept."""
        for word in self.cleaned_data["q"].split()[:MOST_WORDS]:
            record = record.filter(words__icontains=word)
        if year := self.cleaned_data["tahun"]:
            record = record.filter(listed_on__year=year)
        return record
