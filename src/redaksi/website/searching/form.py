"""The form of the search, as its address carries it."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from redaksi.articles.finding.asking import Filters
from redaksi.articles.finding.results import RANKED
from redaksi.articles.kinds import Kind
from redaksi.articles.models import Agency
from redaksi.newsroom.models import Person, Section
from redaksi.search.query import (
    LONGEST,
    MOST_TERMS,
    OnlyExclusions,
    Query,
    TooLong,
    TooManyTerms,
    read_query,
)
from redaksi.website.searching.widgets import PlainSelect

#: Days that a search may name; before them there were no newspapers.
FIRST_DAY, LAST_DAY = datetime.date(1605, 1, 1), datetime.date(9000, 1, 1)
#: Places in the order of publication are numbers of eight bytes.
FARTHEST = 2**62
#: The fields that narrow a search, in their order.
NARROWING = ("bagian", "jenis", "sumber", "dari", "sampai")


class Order(TextChoices):
    """Which stories come first."""

    NEWEST = "terbaru", _("Newest first")
    BEST = "tepat", _("Best first")


class WordsField(forms.CharField):
    """What is looked for; control characters mean nothing."""

    def to_python(self, value: Any) -> str:
        """Return the text without control characters."""
        text = "".join(letter if letter.isprintable() else " " for letter in str(value or ""))
        return text.strip()

    def clean(self, value: Any) -> Query:
        """Return the query.

        Raises:
            ValidationError: if it is too long, or says only what is not wanted.
        """
        try:
            return read_query(self.to_python(value))
        except TooLong:
            raise ValidationError(
                _("That is too long: use at most %(number)d characters."),
                params={"number": LONGEST},
            ) from None
        except TooManyTerms:
            raise ValidationError(
                _("Those are too many words: use at most %(number)d."),
                params={"number": MOST_TERMS},
            ) from None
        except OnlyExclusions:
            raise ValidationError(_("Add a word that the stories should have.")) from None


class DayField(forms.DateField):
    """A day as browsers send it (ISO 8601)."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        limits = [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]
        kwargs |= {"widget": widget, "validators": limits, "input_formats": ["%Y-%m-%d"]}
        super().__init__(required=False, **kwargs)


class SearchForm(forms.Form):
    """Words and what narrows them; the names of the fields are parts of addresses."""

    q = WordsField(
        label=_("Search for"),
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "maxlength": LONGEST, "autocomplete": "off"}
        ),
    )
    bagian = forms.ModelChoiceField(
        Section.objects.all(),
        label=_("Section"),
        to_field_name="slug",
        required=False,
        empty_label=_("Every section"),
        widget=PlainSelect,
    )
    jenis = forms.ChoiceField(
        label=_("Kind"),
        choices=[("", _("Every kind")), *Kind.choices],
        required=False,
        widget=PlainSelect,
    )
    sumber = forms.ModelChoiceField(
        Agency.objects.all(),
        label=_("Agency"),
        to_field_name="code",
        required=False,
        empty_label=_("Every agency"),
        widget=PlainSelect,
    )
    orang = forms.ModelChoiceField(
        Person.objects.all(),
        label=_("Author"),
        to_field_name="slug",
        required=False,
        widget=forms.HiddenInput,
    )
    dari = DayField(label=_("From"))
    sampai = DayField(label=_("Until"))
    urut = forms.ChoiceField(choices=Order.choices, required=False, widget=forms.HiddenInput)
    sebelum = forms.IntegerField(
        min_value=-FARTHEST, max_value=FARTHEST, required=False, widget=forms.HiddenInput
    )
    lewati = forms.IntegerField(
        min_value=0, max_value=RANKED, required=False, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a range of days that ends before it begins."""
        cleaned = super().clean() or {}
        since, until = cleaned.get("dari"), cleaned.get("sampai")
        if since and until and until < since:
            self.add_error("sampai", _("This day is before the first one."))
        return cleaned

    @property
    def filter_fields(self) -> list[forms.BoundField]:
        """The fields that narrow the search."""
        return [self[name] for name in NARROWING]

    @property
    def carried_fields(self) -> list[forms.BoundField]:
        """What links carry and nobody types."""
        return [self[name] for name in ("orang", "urut", "sebelum", "lewati")]

    @property
    def is_narrowed(self) -> bool:
        """Whether a field that narrows is filled in."""
        return any(self.data.get(name) for name in NARROWING)

    @property
    def query(self) -> Query:
        """The words, of a valid form."""
        query: Query = self.cleaned_data["q"]
        return query

    @property
    def filters(self) -> Filters:
        """What narrows the words, of a valid form."""
        chosen = self.cleaned_data
        return Filters(
            sections=_with_children(chosen["bagian"]),
            kind=chosen["jenis"],
            person=_key(chosen["orang"]),
            agency=_key(chosen["sumber"]),
            since=chosen["dari"],
            until=chosen["sampai"],
        )

    @property
    def order(self) -> str:
        """Which stories come first, of a valid form."""
        return self.cleaned_data["urut"] or Order.NEWEST


def _with_children(section: Section | None) -> frozenset[int]:
    if section is None:
        return frozenset()
    return frozenset({section.pk, *section.children.values_list("pk", flat=True)})


def _key(chosen: Any) -> int | None:
    return None if chosen is None else chosen.pk
