"""The form in which an editor confirms or corrects one statement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from redaksi.statements.deciding import Details
from redaksi.statements.models import Kind, Speaker, Statement
from redaksi.statements.names import name_key

NEW = "new"
LONGEST_KEY = 18


class StatementForm(forms.Form):
    """What can be corrected; ``same_as`` is the key of an entry, or says that a name is new."""

    speaker_name = forms.CharField(label=_("Speaker"), max_length=200, required=False)
    same_as = forms.CharField(max_length=LONGEST_KEY, required=False)
    role = forms.CharField(
        label=pgettext_lazy("of a speaker", "Role"), max_length=300, required=False
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    channel = forms.CharField(label=_("Addressee or channel"), max_length=300, required=False)
    day = forms.DateField(
        label=_("Day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        self.statement = statement
        self.form_id = f"statement-form-{statement.pk}"
        kwargs.setdefault("initial", initial_of(statement))
        kwargs["auto_id"] = f"statement-{statement.pk}-%s"
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # The fields may stand inside the form of the story, which must not get them.
            field.widget.attrs["form"] = self.form_id
        self.fields["speaker_name"].widget.attrs |= {
            "list": "statement-speakers",
            "autocomplete": "off",
        }

    def clean_same_as(self) -> Speaker | str | None:
        """Return the entry, ``NEW``, or None.

        Raises:
            ValidationError: if there is no such entry.
        """
        given: str = self.cleaned_data["same_as"]
        if not given or given == NEW:
            return given or None
        key = int(given) if given.isdecimal() else 0
        speaker: Speaker | None = Speaker.objects.filter(pk=key).first()
        if speaker is None:
            raise forms.ValidationError(_("The register no longer has this entry: choose again."))
        return speaker

    @property
    def is_new(self) -> bool:
        """Whether the editor said that the name is a new one."""
        return bool(self.cleaned_data["same_as"] == NEW)

    @property
    def details(self) -> Details:
        """What the editor wants the statement to be."""
        given = self.cleaned_data
        same_as = given["same_as"]
        chosen = same_as if isinstance(same_as, Speaker) else None
        return Details(
            speaker=chosen or (None if self.is_new else self._unchanged(given["speaker_name"])),
            speaker_name=" ".join(given["speaker_name"].split()),
            kind=given["kind"],
            role=given["role"],
            channel=given["channel"],
            day=given["day"],
        )

    def _unchanged(self, name: str) -> Speaker | None:
        """Return the statement's entry if the name is still the one that was shown."""
        is_shown = name_key(name) == name_key(self.statement.shown_name)
        return self.statement.speaker if is_shown else None


def initial_of(statement: Statement) -> dict[str, Any]:
    """Return what the form shows of a statement."""
    return {
        "speaker_name": statement.shown_name,
        "role": statement.role,
        "kind": statement.kind,
        "channel": statement.channel,
        "day": statement.day,
    }
