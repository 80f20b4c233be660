"""What is decided about statements: confirm, correct, reject, think again, add by hand.

Whoever may change the story may decide, but what readers see takes somebody who may publish it.
What a reporter has confirmed readers see once such a person confirms it, too, or publishes the
story.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from redaksi.articles.models import Article
from redaksi.articles.promising import promise
from redaksi.statements.anchoring import Place
from redaksi.statements.folding import fold
from redaksi.statements.models import Kind, Reading, Speaker, SpeakerType, State, Statement
from redaksi.statements.names import are_similar, name_key
from redaksi.statements.passages import Text, newest_text, text_of_body
from redaksi.statements.permissions import may_clear
from redaksi.statements.promising import promise_statements
from redaksi.statements.reading import ask_for_reading, drop, put_at, told_on
from redaksi.statements.register import (
    enter,
    learn_names,
    learn_role,
    similar_speakers,
    the_speaker_called,
    unlearn_roles,
)
from redaksi.statements.saying_days import days_in
from redaksi.statements.settling import has_read, settle
from redaksi.statements.showing import is_shown
from redaksi.statements.sourcing import NAME, add_told, facts_of

#: Words of one statement, in code points.
LONGEST = 10_000


@dataclass(frozen=True)
class Details:
    """What an editor may correct; a speaker of None is nobody who has an entry."""

    speaker: Speaker | None
    speaker_name: str
    kind: str
    role: str
    channel: str
    day: datetime.date | None


class SimilarNames(ValidationError):
    """A name has no entry of its own, but ``speakers`` have names like it."""

    def __init__(self, name: str, speakers: list[Speaker]) -> None:
        self.speakers = speakers
        super().__init__(
            _("The register has names like “%(name)s”: choose one, or say that this is a new one."),
            params={"name": name},
        )


@transaction.atomic
def confirm(
    statement: Statement, *, by: Any, details: Details | None = None, is_new: bool = False
) -> Statement:
    """Confirm a statement, with corrections if there are any.

    A named speaker who has no entry yet gets one; from the entry, the next story knows the names
    and roles.

    Raises:
        SimilarNames: if the register has names like the speaker's and nobody said ``is_new``.
        ValidationError: if readers see it and the person may not publish the story, if what is
            new stands in a draft alone, or if a name has no letters.
    """
    row, story = _locked(statement, by=by)
    role = row.role
    before = row.speaker
    former = before if row.is_public else None
    if details is not None:
        _check_details(details, row, story)
        _correct(row, details)
    if row.speaker is None and row.speaker_name and row.speaker_type != SpeakerType.UNNAMED:
        row.speaker = _entry_for(row, before=before, is_new=is_new)
    if row.speaker is not None:
        _hold(row.speaker)
        learn_names(row.speaker, [row.speaker_name, *row.aliases])
        learn_role(row.speaker, row.role)
    _decide(row, State.CONFIRMED, by=by, story=story)
    _unlearn(before)
    settle(story, changed=[row.pk], besides=[former] if former else [])
    if former is not None and (role, former) != (row.role, row.speaker):
        promise(tags=[f"roles:{former.pk}"])
    return row


def clear(article: Article, *, by: Any) -> None:
    """Let somebody who publishes or schedules a story stand behind what was confirmed in it."""
    confirmed = Statement.objects.filter(article=article, state=State.CONFIRMED)
    if not (may_clear(by, article) and confirmed.exists()):
        return
    text = newest_text(article)
    if has_read(article, text):
        confirmed.filter(named_now="", start__isnull=False).update(cleared_for=text.mark)
    if confirmed.filter(is_cleared=False).update(is_cleared=True):
        # What is scheduled is a version that readers do not see yet.
        settle(Article.objects.select_related("section", "locale").get(pk=article.pk))


@transaction.atomic
def reject(statement: Statement, *, by: Any) -> Statement:
    """Take a statement out of the record; the next reading does not find it again.

    Raises:
        ValidationError: if readers see it and the person may not publish the story.
    """
    return _take_back(statement, State.REJECTED, by=by)


@transaction.atomic
def reopen(statement: Statement, *, by: Any) -> Statement:
    """Take a decision back; readers see the statement no longer.

    Raises:
        ValidationError: if readers see it and the person may not publish the story.
    """
    return _take_back(statement, State.FOUND, by=by)


@transaction.atomic
def add_by_hand(article: Article, *, words: str, block: str = "", by: Any) -> Statement:
    """Make a selection of the text a statement, which waits to be described and confirmed.

    Raises:
        ValidationError: if the newest version does not have the words, or has them more than once
            in the block, or they are a statement already.
    """
    text = newest_text(article)
    place = _selected(text, words, block)
    statement = Statement(
        article=article,
        kind=_kind_of(text.whole, place),
        speaker_type=SpeakerType.PERSON,
        is_by_hand=True,
        decided_by=by,
        decided_by_name=str(by),
    )
    put_at(statement, text, place)
    if _at_the_place_of(statement).exists():
        raise ValidationError(_("These words are a statement already."))
    statement.save()
    if not Reading.objects.filter(pk=article.pk).exists():
        ask_for_reading(article.pk)  # Readers see it once the story has been read.
    return statement


@transaction.atomic
def take_new_words(statement: Statement, *, words: str, by: Any) -> Statement:
    """Give a statement whose words were edited the words that stand in the text now.

    Raises:
        ValidationError: if the newest version does not have them, if readers see the statement
            and the person may not publish the story, or if they see it with the words of before.
    """
    row, story = _locked(statement, by=by)
    text = newest_text(story)
    place = _selected(text, words, "")
    new, published = text.whole[place.start : place.end], text_of_body(story.body.raw_data)
    if row.is_public and fold(new).text not in published.folded.text:
        raise ValidationError(
            _("Readers still see the words of before: publish the story, then take the new ones.")
        )
    put_at(row, text, place)
    same = _at_the_place_of(row)
    if same.exclude(state=State.FOUND).exists():
        raise ValidationError(_("These words are a statement already."))
    # The reading found the edited words again; they are this one's.
    drop(same)
    _decide(row, row.state, by=by, story=story)
    settle(story, changed=[row.pk])
    return row


def _at_the_place_of(statement: Statement) -> QuerySet[Statement]:
    """Return the other statements of the same words, without those that were rejected."""
    same = {"block": statement.block, "start": statement.start, "length": statement.length}
    there = Statement.objects.filter(article=statement.article_id, **same)
    return there.exclude(pk=statement.pk).exclude(state=State.REJECTED)


def _locked(statement: Statement, *, by: Any) -> tuple[Statement, Article]:
    """Return the rows of a statement and its story; a reading of the story waits meanwhile."""
    stories = Article.objects.select_for_update(of=("self",)).select_related("section", "locale")
    story = stories.get(pk=statement.article_id)
    rows = Statement.objects.select_for_update(of=("self",)).select_related("speaker")
    row = rows.get(pk=statement.pk)
    if row.is_public and not may_clear(by, story):
        raise ValidationError(
            _("Readers see this statement: only who may publish the story can change it.")
        )
    return row, story


def _hold(speaker: Speaker) -> None:
    """Let nobody merge an entry meanwhile.

    Raises:
        ValidationError: if somebody has just done so.
    """
    if not Speaker.objects.select_for_update(no_key=True).filter(pk=speaker.pk):
        raise ValidationError(_("The register no longer has this entry: choose again."))


def _check_details(details: Details, statement: Statement, story: Article) -> None:
    """Refuse a name without letters, and to tell readers what only a draft of the story tells."""
    if details.speaker_name and not name_key(details.speaker_name):
        raise ValidationError(_("Write the speaker's name in letters."))
    if not statement.is_public:
        return
    known = {statement.speaker_name, statement.shown_name, statement.role, statement.channel}
    entry = details.speaker.name if details.speaker else ""
    published, newest = text_of_body(story.body.raw_data), newest_text(story)
    for words in (details.speaker_name, entry, details.role, details.channel):
        if words not in known and newest.tells(words) and not published.tells(words):
            raise _only_in_the_draft(words)
    days = [days_in(text.whole, told=told_on(story)) for text in (published, newest)]
    is_changed = details.day is not None and details.day != statement.day
    if is_changed and details.day in days[1] - days[0]:
        raise _only_in_the_draft(date_format(details.day))


def _only_in_the_draft(words: str) -> ValidationError:
    sentence = _("Only the draft tells “%s”: publish the story, then correct the statement.")
    return ValidationError(sentence % words)


def _take_back(statement: Statement, state: State, *, by: Any) -> Statement:
    row, story = _locked(statement, by=by)
    was_public = row.is_public
    former = row.speaker
    listed_on = row.listed_on
    row.hide()
    _decide(row, state, by=by, story=story)
    _unlearn(former)
    if was_public:
        row.listed_on = listed_on
        promise_statements([row], besides=[former] if former else [])
        row.listed_on = None
    return row


def _unlearn(speaker: Speaker | None) -> None:
    if speaker is not None:
        unlearn_roles(speaker)


def _decide(statement: Statement, state: str, *, by: Any, story: Article) -> None:
    if statement.named_now:
        statement.found_name, statement.named_now = statement.named_now, ""
    statement.state = state
    is_confirmed = state == State.CONFIRMED
    statement.is_cleared = is_confirmed and may_clear(by, story)
    text = newest_text(story)
    is_for_it = statement.is_cleared and has_read(story, text)
    statement.cleared_for = text.mark if is_for_it else ""
    if is_confirmed:
        # Whoever confirms a name that the text has lost stands behind it; what else came from an
        # earlier text does not become theirs by being confirmed again.
        statement.from_text = [fact for fact in statement.from_text if fact != NAME]
        add_told(statement, text, told=told_on(story))
    statement.decided_by, statement.decided_by_name = by, str(by)[:200]
    statement.decided_at = timezone.now()
    statement.save()


def _correct(statement: Statement, details: Details) -> None:
    before = facts_of(statement)
    if name_key(details.speaker_name) != name_key(statement.speaker_name):
        statement.aliases = []  # They are of whom the engine took for the speaker.
    is_another = details.speaker is not None and details.speaker != statement.speaker
    is_another &= statement.speaker is not None
    is_another |= _is_another_name(details.speaker_name, statement)
    # The field still has what the other one was, unless somebody wrote there.
    role = "" if is_another and details.role == statement.role else details.role
    if details.speaker_name and statement.speaker_type == SpeakerType.UNNAMED:
        statement.speaker_type = SpeakerType.PERSON
    statement.speaker, statement.speaker_name = details.speaker, details.speaker_name
    statement.kind, statement.role = details.kind, role
    statement.channel, statement.day = details.channel, details.day
    written = {fact for fact, value in facts_of(statement).items() if value != before[fact]}
    statement.from_text = [fact for fact in statement.from_text if fact not in written]
    statement.left_out = {}


def _is_another_name(name: str, statement: Statement) -> bool:
    """Whether a name is of somebody else than whom a statement has, and not only better spelt."""
    known = {name_key(statement.speaker_name), name_key(statement.shown_name)} - {""}
    key = name_key(name)
    return bool(key and known) and not any(are_similar(key, other) for other in known)


def _entry_for(statement: Statement, *, before: Speaker | None, is_new: bool) -> Speaker:
    """Return the entry of the speaker whom the story names, a new one if there is none.

    A name that the entry of before has only besides its own is not enough: perhaps it learned the
    name from the choice that is corrected now.
    """
    name = statement.speaker_name
    if is_new:
        if before is not None:
            learnt = before.other_names.filter(key=name_key(name), is_learnt=True)
            for other in learnt:
                if not is_shown(other):
                    other.delete()
        return enter(name, kind=statement.speaker_type)
    known = the_speaker_called(name)
    if known is not None and (known != before or name_key(name) == name_key(known.name)):
        return known
    if similar := [known] if known is not None else similar_speakers(name):
        raise SimilarNames(name, similar)
    return enter(name, kind=statement.speaker_type)


def _selected(text: Text, words: str, block: str) -> Place:
    """Return the place of a selection.

    Raises:
        ValidationError: if there is no such place, or more than one.
    """
    wanted = fold(words).text.strip()
    if not wanted or len(wanted) > LONGEST:
        raise ValidationError(_("Select the words of the statement in the text first."))
    places = [
        place
        for place in _places_of(text, wanted)
        if not block or text.passage_at(place.start).block == block
    ]
    if not places:
        raise ValidationError(
            _("The saved text does not have these words: save the draft, then try again.")
        )
    if len(places) > 1:
        raise ValidationError(
            _("The text has these words more than once: select more of the sentence.")
        )
    return places[0]


def _places_of(text: Text, wanted: str) -> list[Place]:
    folded = text.folded
    places = []
    start = folded.text.find(wanted)
    while start >= 0:
        places.append(Place(*folded.span(start, start + len(wanted))))
        start = folded.text.find(wanted, start + 1)
    return places


def _kind_of(whole: str, place: Place) -> Kind:
    """Return direct for words between quotation marks, else indirect."""
    marks = "\"“”„«»‘’'"
    before, after = whole[: place.start].rstrip()[-1:], whole[place.end :].lstrip()[:1]
    inside = whole[place.start] in marks or (before and before in marks)
    closed = whole[place.end - 1] in marks or (after and after in marks)
    return Kind.DIRECT if inside and closed else Kind.INDIRECT
