"""The review of a story's statements, one form for each: a screen, and a panel's content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Case, Q, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView

from redaksi.articles.desk.about import OnOneArticle
from redaksi.articles.refusals import sentences_of
from redaksi.statements.deciding import (
    SimilarNames,
    add_by_hand,
    confirm,
    reject,
    reopen,
    take_new_words,
)
from redaksi.statements.desk.forms import StatementForm
from redaksi.statements.models import Reading, Speaker, State, Statement
from redaksi.statements.names import name_key
from redaksi.statements.passages import newest_text
from redaksi.statements.permissions import may_clear
from redaksi.statements.register import describe, similar_to_each, speakers_called

KEY = re.compile("[0-9]{1,18}")
#: A list, such as that of a parliament's session, that is longer is shown so far.
MOST = 300
DUE_FIRST = (
    Case(When(state=State.FOUND, then=0), When(state=State.CONFIRMED, then=1), default=2), "pk",
)  # fmt: skip


@dataclass
class Line:
    """One statement of the review."""

    statement: Statement
    form: StatementForm
    similar: list[tuple[Speaker, str]] = field(default_factory=list)
    is_open: bool = False
    may_clear: bool = False
    """Whether what this person decides is for readers."""

    @property
    def ticket(self) -> str:
        """The statement's key, and the mark."""
        return f"{self.statement.pk}-{self.mark}"

    @property
    def mark(self) -> str:
        """A mark of what this person is shown of the statement."""
        return _mark_of(self.statement)

    @property
    def is_to_be_confirmed(self) -> bool:
        """Whether this person has it to confirm: found, or confirmed by a reporter."""
        row = self.statement
        return row.state == State.FOUND or (row.waits_for_editor and self.may_clear)

    @property
    def is_to_be_decided(self) -> bool:
        """Whether something must be done for readers to see it as it stands."""
        row = self.statement
        flagged = row.state == State.CONFIRMED and bool(row.named_now or row.is_adrift)
        # In a draft, publishing the story clears what waits.
        waits = row.waits_for_editor and self.may_clear and row.article.live
        return row.state == State.FOUND or flagged or waits

    @property
    def waits_for_publication(self) -> bool:
        """Whether only the draft of a live story keeps it from readers."""
        row = self.statement
        is_decided = row.state == State.CONFIRMED and row.is_cleared and not row.is_adrift
        return is_decided and not row.is_public and row.article.live

    @property
    def may_change(self) -> bool:
        """Whether this person may decide about it: what readers see takes who may publish."""
        return self.may_clear or not self.statement.is_public

    @property
    def is_ticked(self) -> bool:
        """Whether one press of a button confirms it with the others."""
        if self.similar or self.is_open:
            return False
        row = self.statement
        return (row.is_confident or row.waits_for_editor) and not row.named_now

    @property
    def is_unsure_of_speaker(self) -> bool:
        """Whether an editor should look at who it is."""
        found = self.statement
        return found.state == State.FOUND and not found.is_confident and not found.is_by_hand


class ReviewView(OnOneArticle, TemplateView):
    """Shows the statements of a story, confirms those that are ticked, adds what is selected."""

    template_name = "statements/desk/review.html"
    page_title = gettext_lazy("Statements")
    header_icon = "openquote"
    action_on_article = "change"

    #: What the last press of a button led to: sentences, and a form that was not taken.
    told: tuple[str, ...] = ()
    refused: StatementForm | None = None

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do what the button says to several statements, or to a selection."""
        try:
            if request.POST.get("do") == "add":
                self._add(request)
            else:
                self._confirm_ticked(request)
        except ValidationError as refusal:
            self.told = tuple(sentences_of(refusal))
        return self.answer()

    def answer(self) -> HttpResponse:
        """Show the review again: in the panel its part, else the screen."""
        if not self.is_in_panel and not self.told and self.refused is None:
            return redirect("article_statements", pk=self.article.pk)
        return self.get(self.request)

    @property
    def is_in_panel(self) -> bool:
        """Whether the script of the panel asks."""
        return self.request.headers.get("x-requested-with") == "XMLHttpRequest"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the whole screen, or its part for the panel."""
        if self.is_in_panel:
            context = self.review_context()
            return render(request, "statements/desk/_review.html", context)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the review."""
        return {**super().get_context_data(**kwargs), **self.review_context()}

    def review_context(self) -> dict[str, Any]:
        """Return the statements in the order of the text, those adrift at the end."""
        article = self.article
        text = newest_text(article)
        gone = Q(start__isnull=True) & ~Q(state=State.CONFIRMED)
        rows = Statement.objects.filter(article=article).exclude(gone)
        # What waits for a decision first, so that the list goes on when some of it is decided.
        shown = list(rows.select_related("speaker", "article").order_by(*DUE_FIRST)[: MOST + 1])
        has_more = len(shown) > MOST
        shown = shown[:MOST]

        def place(row: Statement) -> tuple[bool, int, int]:
            at = None if row.start is None else text.offset_of(row.block, row.start)
            return at is None, at or 0, row.pk

        _give_entries([row for row in shown if _may_be_new(row)])
        doubtful = {row.speaker_name for row in shown if _may_be_new(row)}
        similar = similar_to_each(doubtful)
        lines = [self._line(row, similar) for row in sorted(shown, key=place)]
        reading = Reading.objects.filter(pk=article.pk).first()
        return {
            "article": article,
            "is_stale": reading is not None and reading.is_stale,
            "told": self.told,
            "has_more": has_more,
            "most": MOST,
            "to_be_decided": sum(line.is_to_be_decided for line in lines),
            "open_lines": [line for line in lines if line.is_to_be_confirmed],
            "confirmed_lines": [
                line
                for line in lines
                if line.statement.state == State.CONFIRMED and not line.is_to_be_confirmed
            ],
            "rejected_lines": [line for line in lines if line.statement.state == State.REJECTED],
            "lines": lines,
            "is_in_panel": self.is_in_panel,
        }

    @cached_property
    def _may_clear(self) -> bool:
        return may_clear(self.request.user, self.article)

    def _line(self, statement: Statement, similar: dict[str, list[Speaker]]) -> Line:
        may = {"may_clear": self._may_clear}
        if self.refused is not None and self.refused.statement.pk == statement.pk:
            asked = getattr(self.refused, "similar", [])
            return Line(statement, self.refused, asked, is_open=True, **may)
        speakers = similar.get(statement.speaker_name, []) if _may_be_new(statement) else []
        return Line(statement, StatementForm(statement=statement), _described(speakers), **may)

    def _confirm_ticked(self, request: HttpRequest) -> None:
        """Confirm what is ticked; say what stays open for a choice, or because it changed."""
        tickets = (ticket.partition("-") for ticket in request.POST.getlist("ticked"))
        marks = {int(key): mark for key, _dash, mark in tickets if KEY.fullmatch(key)}
        open_ones = Q(state=State.FOUND) | Q(state=State.CONFIRMED, is_cleared=False)
        rows = Statement.objects.filter(open_ones, article=self.article, pk__in=marks)
        asked = changed = 0
        refused: dict[str, None] = {}
        for statement in rows.select_related("speaker"):
            if marks[statement.pk] != _mark_of(statement):
                changed += 1
                continue
            try:
                confirm(statement, by=request.user)
            except SimilarNames:
                asked += 1
            except ValidationError as refusal:
                refused.update(dict.fromkeys(sentences_of(refusal)))
        self.told = (*_left_open(asked=asked, changed=changed), *refused)

    def _add(self, request: HttpRequest) -> None:
        words, block = request.POST.get("words", ""), request.POST.get("block", "")
        add_by_hand(self.article, words=words, block=block, by=request.user)


class DecideView(ReviewView):
    """Confirms, corrects, rejects or reopens one statement."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do what the button says; a statement that went with its text is told of."""
        rows = Statement.objects.select_related("speaker")
        statement = rows.filter(article=self.article, pk=kwargs["statement"]).first()
        if statement is None:
            self.told = (_("The text has changed, and these words with it: look again."),)
            return self.answer()
        try:
            self._decide(statement, request)
        except ValidationError as refusal:
            self.told = tuple(sentences_of(refusal))
        return self.answer()

    def _decide(self, statement: Statement, request: HttpRequest) -> None:
        wanted = request.POST.get("do", "")
        if wanted == "reject":
            reject(statement, by=request.user)
        elif wanted == "reopen":
            reopen(statement, by=request.user)
        elif wanted == "reword":
            take_new_words(statement, words=request.POST.get("words", ""), by=request.user)
        elif wanted != "confirm":
            raise BadRequest
        elif request.POST.get("mark", _mark_of(statement)) != _mark_of(statement):
            self.told = tuple(_left_open(asked=0, changed=1))
        else:
            self._confirm(StatementForm(request.POST, statement=statement), request.user)

    def _confirm(self, form: StatementForm, user: Any) -> None:
        if not form.is_valid():
            self.refused = form
            return
        try:
            confirm(form.statement, by=user, details=form.details, is_new=form.is_new)
        except SimilarNames as doubt:
            form.similar = _described(doubt.speakers)  # type: ignore[attr-defined]
            self.refused = form
            raise


def _mark_of(statement: Statement) -> str:
    """Return a mark that is another one when somebody decides something else about a statement."""
    # A reading that only finds the same again, or an entry made since, changes nothing.
    facts = [
        statement.words, statement.kind, statement.speaker_name, statement.role,
        statement.channel, statement.day, statement.state, statement.named_now,
        statement.speaker_id if statement.state == State.CONFIRMED else None,
    ]  # fmt: skip
    return hashlib.blake2b(repr(facts).encode(), digest_size=6).hexdigest()


def _left_open(*, asked: int, changed: int) -> Iterator[str]:
    """Say which of the ticked statements were not confirmed, and why."""
    if asked:
        said = ngettext(
            "%(n)s statement needs a choice of its speaker.",
            "%(n)s statements need a choice of their speaker.",
            asked,
        )
        yield said % {"n": asked}
    if changed:
        said = ngettext(
            "%(n)s statement has changed since you looked: look again.",
            "%(n)s statements have changed since you looked: look again.",
            changed,
        )
        yield said % {"n": changed}


def _give_entries(statements: list[Statement]) -> None:
    """Show the entry that was made since the story was read; confirming takes the same."""
    called = speakers_called(statement.speaker_name for statement in statements)
    for statement in statements:
        entries = called.get(name_key(statement.speaker_name), [])
        if len(entries) == 1:
            statement.speaker = entries[0]


def _may_be_new(statement: Statement) -> bool:
    """Whether confirming it may need a new entry."""
    return statement.state == State.FOUND and statement.speaker is None


def _described(speakers: list[Speaker]) -> list[tuple[Speaker, str]]:
    return [(speaker, describe(speaker)) for speaker in speakers]
