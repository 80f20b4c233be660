"""The desk's search of the record, with the result as a file, and what was said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from redaksi.articles.desk.about import OnOneArticle
from redaksi.articles.models import Article
from redaksi.articles.permissions import ArticlePolicy
from redaksi.newsroom.models import Section
from redaksi.newsroom.roles import reach_of
from redaksi.statements.files import as_csv, as_json
from redaksi.statements.models import Kind, Speaker, State, Statement
from redaksi.statements.names import name_key
from redaksi.statements.passages import newest_text
from redaksi.statements.queries import public_statements
from redaksi.statements.register import speakers_in

#: Statements on a page of the search, read at once for a file of it, and in what was said before.
AT_ONCE, FOR_A_FILE, BEFORE = 50, 1000, 30
LONGEST_WORDS = 200
#: In live stories, what reporters have confirmed and nobody who may publish them has.
WAITING = "waiting"


class SearchForm(forms.Form):
    """By what statements are looked for; all of it may stay empty."""

    words = forms.CharField(label=gettext_lazy("Words"), max_length=LONGEST_WORDS, required=False)
    who = forms.CharField(label=gettext_lazy("Speaker"), max_length=200, required=False)
    since = forms.DateField(label=gettext_lazy("From"), required=False)
    until = forms.DateField(label=gettext_lazy("To"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    section = forms.ModelChoiceField(
        label=gettext_lazy("Section"), queryset=Section.objects.all(), required=False
    )
    state = forms.ChoiceField(label=gettext_lazy("Decision"), required=False)
    before = forms.IntegerField(min_value=1, max_value=2**62, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [("", _("all"))]
        kind: Any = self.fields["kind"]
        state: Any = self.fields["state"]
        kind.choices = [*every, *Kind.choices]
        state.choices = [*every, *State.choices, (WAITING, _("waits for an editor"))]
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def found(self, user: Any) -> QuerySet[Statement]:
        """Return what the form asks for, of stories that this person may see, newest first."""
        given = self.cleaned_data
        rows = open_to(user).filter(holding(given["words"]))
        if given["who"]:
            rows = rows.filter(said_by(given["who"]))
        for name, lookup in (
            ("since", "on_record__gte"), ("until", "on_record__lte"), ("kind", "kind"),
            ("before", "pk__lt"),
        ):  # fmt: skip
            if given[name]:
                rows = rows.filter(**{lookup: given[name]})
        if given["state"] == WAITING:
            rows = rows.filter(state=State.CONFIRMED, is_cleared=False, article__live=True)
        elif given["state"]:
            rows = rows.filter(state=given["state"])
        if given["section"]:
            within = Q(article__section=given["section"])
            rows = rows.filter(within | Q(article__top_section=given["section"]))
        return rows.order_by("-pk")


class SearchView(WagtailAdminTemplateMixin, TemplateView):
    """Looks for statements by person, words, period, kind, section and decision."""

    template_name = "statements/desk/search.html"
    page_title = gettext_lazy("Statements")
    header_icon = "openquote"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in whoever works with stories."""
        if not reach_of(request.user).has_a_desk:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the page, or give the file."""
        self.form = SearchForm(request.GET)
        ending = request.GET.get("format", "")
        if ending not in ("csv", "json") or not self.form.is_valid():
            return super().get(request, *args, **kwargs)
        found = _every(self.form.found(request.user))
        content = as_csv(found) if ending == "csv" else as_json(found)
        kind = "text/csv" if ending == "csv" else "application/json"
        answer = StreamingHttpResponse(content, content_type=f"{kind}; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="pernyataan.{ending}"'
        return answer

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Name the screen behind the home."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form and a page of what it finds."""
        page = Page()
        if self.form.is_valid():
            page = _page(self.form.found(self.request.user))
        asked = self.request.GET.copy()
        for name in ("before", "format"):
            asked.pop(name, None)
        return {
            **super().get_context_data(**kwargs),
            "form": self.form,
            "found": page,
            "asked": asked.urlencode(),
        }


@dataclass(frozen=True)
class Page:
    """Some statements, and the key before which the next page begins if there is one."""

    statements: tuple[Statement, ...] = ()
    before: int | None = None


class SaidBeforeView(OnOneArticle, TemplateView):
    """What the people in a story said in the paper before."""

    template_name = "statements/desk/said_before.html"
    page_title = gettext_lazy("Said before")
    header_icon = "openquote"
    action_on_article = "change"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the screen, or its part for the panel."""
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            context = self._lines()
            return render(request, "statements/desk/_said_before.html", context)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what was said."""
        return {**super().get_context_data(**kwargs), **self._lines()}

    def _lines(self) -> dict[str, Any]:
        words = self.request.GET.get("q", "")[:LONGEST_WORDS].replace("\x00", "")
        named = Statement.objects.filter(article=self.article, speaker__isnull=False)
        quoted = named.exclude(state=State.REJECTED).order_by()
        # Whom the text names, too, though nothing they say stands in it yet.
        people = speakers_in(newest_text(self.article).whole)
        people |= set(quoted.values_list("speaker", flat=True))
        rows = Statement.objects.filter(holding(words), speaker__in=people)
        said = public_statements(rows).prefetch_related("speaker")
        return {
            "article": self.article,
            "words": words,
            "statements": said.exclude(article=self.article)[:BEFORE],
        }


def open_to(user: Any) -> QuerySet[Statement]:
    """Return the statements of published texts, and of stories that this person works on."""
    mine = ArticlePolicy(Article).instances_user_has_any_permission_for(user, {"view", "change"})
    published = Q(article__live=True, article__has_unpublished_changes=False)
    seen = Q(live_start__isnull=False) | published | Q(article__in=mine.values("pk"))
    rows = Statement.objects.filter(seen).annotate(
        on_record=Coalesce("day", "article__published_on")
    )
    shown = rows.select_related("article__section", "article__locale", "speaker")
    return shown.defer("article__body")


def holding(words: str) -> Q:
    """Return the condition that a statement holds all the words."""
    wanted = Q()
    for word in words.replace("\x00", "").split():
        wanted &= Q(words__icontains=word)
    return wanted


def said_by(name: str) -> Q:
    """Return the condition that a speaker's name, in the register or the story, holds a name."""
    key = name_key(name)
    entries = Speaker.objects.filter(Q(key__contains=key) | Q(other_names__key__contains=key))
    return Q(speaker__in=entries.values("pk")) | Q(speaker_name__icontains=name.strip())


def _every(found: QuerySet[Statement]) -> Iterator[Statement]:
    """Yield everything found, some at once: who fetches it slowly holds no lock of the database."""
    rows = list(found[:FOR_A_FILE])
    while rows:
        yield from rows
        rows = list(found.filter(pk__lt=rows[-1].pk)[:FOR_A_FILE])


def _page(found: QuerySet[Statement]) -> Page:
    rows = list(found[: AT_ONCE + 1])
    more = rows[AT_ONCE - 1].pk if len(rows) > AT_ONCE else None
    return Page(tuple(rows[:AT_ONCE]), more)
