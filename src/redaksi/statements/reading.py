"""Reads stories for statements: keeps those there are at their words, and adds what is new.

What was decided is never undone by a reading. Statements that nobody has decided about come and go
with the text; those that readers see all the same do so with the published text.
"""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterable, Sequence
from copy import copy

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.extraction import LANGUAGES, extract
from redaksi.extraction import SpeakerType as Source
from redaksi.extraction import Statement as Found
from redaksi.statements.anchoring import Anchor, Place, anchor_at, find_place, find_places
from redaksi.statements.models import NOBODY, NOT_FOUND, Reading, Speaker, State, Statement
from redaksi.statements.names import are_similar, name_key
from redaksi.statements.passages import Text, newest_text
from redaksi.statements.promising import promise_statements
from redaksi.statements.register import known_people, speakers_called
from redaksi.statements.saying_days import day_said
from redaksi.statements.settling import settle
from redaksi.statements.sourcing import add_told, facts_in, lost_its_name

AT_A_TIME = 20
#: Until a story that could not be read is tried again.
UNTIL_AGAIN = datetime.timedelta(minutes=10)
logger = logging.getLogger(__name__)


def ask_for_reading(article: int) -> None:
    """Note, in the transaction of a save, that a story must be read."""
    now = timezone.now()
    if not Reading.objects.filter(pk=article).update(is_stale=True, asked_at=now):
        Reading.objects.bulk_create([Reading(article_id=article)], ignore_conflicts=True)


def read_due() -> int:
    """Read the stories that were saved since they were read last; return how many it was."""
    due = Reading.objects.filter(is_stale=True, asked_at__lte=timezone.now()).order_by("asked_at")
    keys = list(due.values_list("pk", flat=True)[:AT_A_TIME])
    for key in keys:
        read_or_put_off(key)
    return len(keys)


def read_or_put_off(article: int) -> bool:
    """Read a story; whether it could be read. One that holds up nobody else is tried again later.

    Raises:
        OperationalError: if the database is not there.
    """
    try:
        read(article)
    except OperationalError:
        raise  # It is not the story's fault, and would be the same for every other.
    except Exception:
        logger.exception("Story %s could not be read for statements", article)
        again = {"is_stale": True, "asked_at": timezone.now() + UNTIL_AGAIN}
        Reading.objects.update_or_create(pk=article, defaults=again)
        return False
    return True


def read(article: int) -> None:
    """Read the newest version of a story, by its key; it stays due if it is saved meanwhile."""
    asked_at = Reading.objects.filter(pk=article).values_list("asked_at", flat=True).first()
    story = Article.objects.select_related("latest_revision", "locale").filter(pk=article).first()
    if story is None:
        return
    text = newest_text(story)
    found = find_statements(text, story.language)
    with transaction.atomic():
        # Whoever decides about a statement of the story meanwhile waits here, or is waited for.
        story = Article.objects.select_for_update(of=("self",)).get(pk=article)
        asked_now = Reading.objects.filter(pk=article).values_list("asked_at", flat=True).first()
        if asked_now != asked_at:
            return  # It was saved meanwhile: this is no longer its text.
        changed, former = place_and_add(story, text, found)
        done = {"is_stale": False, "read_at": timezone.now(), "mark": text.mark}
        Reading.objects.update_or_create(pk=article, defaults=done)
        settle(story, changed=changed, besides=former)


def find_statements(text: Text, language: str) -> list[Found]:
    """Return what the engine finds, with the names that the register knows."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    return extract(text.whole, known, known_people(text.whole))


def place_and_add(
    article: Article, text: Text, found: Iterable[Found]
) -> tuple[set[int], list[Speaker]]:
    """Move the statements of a story to where their words stand, and add the new ones.

    Return the keys of those that readers see and that are told otherwise now, and their speakers
    of before.
    """
    kept: dict[Place, Statement] = {}
    open_ones: list[tuple[Statement, Place | None]] = []
    for statement, place in _placed(article, text):
        if _follows_the_engine(statement, article):
            open_ones.append((statement, place))
            continue
        _move(statement, text, place)
        if place is not None:
            kept[place] = statement
            if add_told(statement, text, told=told_on(article)):
                statement.save(update_fields=["from_text"])
    new: list[Found] = []
    silent = dict(kept)
    for one in found:
        same = _first_over(Place(one.start, one.end), kept)
        if same is None or _is_anothers(kept[same], one):
            new.append(one)
        else:
            silent.pop(same, None)
            _heed(kept[same], one, text)
            _heed_day(kept[same], one, told=told_on(article))
    for statement in silent.values():
        _heed_silence(statement, text)
    return _renew(article, text, open_ones, new)


def _placed(article: Article, text: Text) -> list[tuple[Statement, Place | None]]:
    """Return the statements of a story with where each stands in a text; no two in one place."""
    rows = Statement.objects.select_for_update(of=("self",)).filter(article=article)
    first = [State.CONFIRMED, State.FOUND, State.REJECTED]
    statements = sorted(
        rows.select_related("speaker"), key=lambda one: (first.index(State(one.state)), one.pk)
    )
    anchors = [anchor_of(statement, text) for statement in statements]
    places = find_places(anchors, text.whole, text.folded)
    held = {place: number for number, place in enumerate(places) if place is not None}
    for number, statement in enumerate(statements):
        if places[number] is None and _is_decided(statement):
            # Words that were copied, and then deleted where they stood, were found a second time.
            place = find_place(anchors[number], text.whole, text.folded)
            other = None if place is None else held.get(place)
            if place and other is not None and _is_found_again(statement, statements[other]):
                places[number], places[other] = place, None
                held[place] = number
    return list(zip(statements, places, strict=True))


def _is_decided(statement: Statement) -> bool:
    return statement.state != State.FOUND or statement.is_by_hand


def _is_found_again(statement: Statement, found: Statement) -> bool:
    """Whether words that nobody has decided about are those of one that was decided on."""
    is_same = name_key(found.found_name) == name_key(statement.found_name)
    return is_same and not _is_decided(found)


def _is_anothers(statement: Statement, found: Found) -> bool:
    """Whether words that were rejected as one's are another's, who said the same."""
    key, was = name_key(found.speaker or ""), name_key(statement.found_name)
    return statement.state == State.REJECTED and bool(key and was) and not are_similar(key, was)


def _heed(statement: Statement, found: Found, text: Text) -> None:
    """Note that the text names somebody else for words that were decided on, or nobody."""
    name = (found.speaker or "")[:200]
    is_named = bool(name) and found.speaker_type is not Source.UNNAMED
    was = statement.found_name
    known = {name_key(was), name_key(statement.speaker_name)} - {""}
    is_same = not was or any(_is_one_name(name_key(name), key, text) for key in known)
    if not is_named:
        is_same |= was == NOBODY or statement.speaker is None
        is_same &= not lost_its_name(statement, text)
    _note(statement, "" if is_same else name if is_named else NOBODY)


def _heed_day(statement: Statement, found: Found, *, told: datetime.date) -> None:
    """Keep how the text writes the day on which something was said."""
    when = (found.when or "")[:120]
    is_same_day = when and statement.day and day_said(when, told=told) == statement.day
    if is_same_day and when != statement.when:
        statement.when = when
        statement.save(update_fields=["when"])


def _is_one_name(found: str, known: str, text: Text) -> bool:
    """Whether a name that was found is the known one, and the text tells all of that."""
    words, wanted = set(found.split()), set(known.split())
    return wanted <= words or (bool(words) and words < wanted and text.tells(known))


def _heed_silence(statement: Statement, text: Text) -> None:
    """Note that the engine sees no words told any more where they were confirmed."""
    if statement.state != State.CONFIRMED:
        return
    if lost_its_name(statement, text):
        _note(statement, NOBODY)
    elif not statement.found_name:
        _note(statement, "")
    elif statement.found_name != NOT_FOUND and not statement.named_now:
        _note(statement, NOT_FOUND)


def _note(statement: Statement, named: str) -> None:
    if statement.named_now != named:
        statement.named_now = named
        statement.save(update_fields=["named_now"])


def _follows_the_engine(statement: Statement, article: Article) -> bool:
    """Whether a reading may change it; what readers see waits for the text to be published."""
    if _is_decided(statement):
        return False
    return not (statement.is_public and article.has_unpublished_changes)


def anchor_of(statement: Statement, text: Text) -> Anchor:
    """Return what a statement holds on to, with where it stood last in this text."""
    at = None if statement.start is None else text.offset_of(statement.block, statement.start)
    return Anchor(statement.words, statement.before, statement.after, at)


def put_at(statement: Statement, text: Text, place: Place) -> None:
    """Set where a statement stands and what it holds on to there; the row is not saved."""
    passage = text.passage_at(place.start)
    anchor = anchor_at(text.whole, place)
    statement.block, statement.start = passage.block, place.start - passage.start
    statement.length = place.end - place.start
    statement.words, statement.before, statement.after = anchor.words, anchor.before, anchor.after


def told_on(article: Article) -> datetime.date:
    """Return the day on which a story speaks: of publication, or else today."""
    return article.published_on or article.story_date or timezone.localdate()


def _move(statement: Statement, text: Text, place: Place | None) -> None:
    """Keep a decided statement where its words are, and its words as they were decided on."""
    words = statement.words
    before = (statement.block, statement.start, statement.length, statement.before, statement.after)
    if place is None:
        statement.start = None
    else:
        put_at(statement, text, place)
        statement.words = words
    after = (statement.block, statement.start, statement.length, statement.before, statement.after)
    if before != after:
        statement.save(update_fields=["block", "start", "length", "before", "after"])


def _renew(
    article: Article,
    text: Text,
    open_ones: Sequence[tuple[Statement, Place | None]],
    found: Sequence[Found],
) -> tuple[set[int], list[Speaker]]:
    """Let undecided statements follow the engine; one that it finds again keeps its row."""
    kept: set[int] = set()
    changed: set[int] = set()
    former: list[Speaker] = []
    rows = {place: statement for statement, place in open_ones if place is not None}
    called = speakers_called((_known_name(one) for one in found), as_readers=True)
    new: list[Statement] = []
    for one in found:
        place = Place(one.start, one.end)
        statement = rows.pop(place, None) or Statement(article=article, state=State.FOUND)
        before = copy(statement)
        put_at(statement, text, place)
        _describe(statement, one, told=told_on(article))
        statement.from_text = facts_in(text, statement, told=told_on(article))
        speakers = called.get(name_key(_known_name(one)), [])
        if before.speaker not in speakers:
            statement.speaker = speakers[0] if len(speakers) == 1 else None
        if statement.pk is None:
            new.append(statement)
            continue
        if before.is_public and _told(before) != _told(statement):
            changed.add(statement.pk)
            former += [before.speaker] if before.speaker else []
            if not statement.is_confident:
                promise_statements([before])
                statement.hide()
        statement.save()
        kept.add(statement.pk)
    Statement.objects.bulk_create(new)
    gone = [statement.pk for statement, _place in open_ones if statement.pk not in kept]
    drop(Statement.objects.filter(pk__in=gone))
    return changed, former


def drop(statements: QuerySet[Statement]) -> None:
    """Delete statements; those that readers saw once only lose their place."""
    statements.filter(public_since__isnull=False).update(start=None)
    statements.filter(public_since__isnull=True).delete()


def _known_name(found: Found) -> str:
    """Return the name under which the register may have the speaker."""
    return found.known_as or found.speaker or ""


def _told(statement: Statement) -> tuple[object, ...]:
    """Return what readers are told of a statement, and whether they are told."""
    facts = (statement.words, statement.kind, statement.speaker_id, statement.speaker_name)
    more = (statement.role, statement.channel, statement.day, statement.is_confident)
    return *facts, *more


def _describe(statement: Statement, found: Found, *, told: datetime.date) -> None:
    statement.kind = found.kind.value
    statement.speaker_name = statement.found_name = (found.speaker or "")[:200]
    statement.named_now = ""
    statement.speaker_type = found.speaker_type.value
    statement.aliases = list(found.aliases)
    statement.role = (found.role or "")[:300]
    statement.channel = (found.addressee_or_channel or "")[:300]
    statement.when = (found.when or "")[:120]
    statement.day = day_said(found.when, told=told) if found.when else None
    statement.cue = (found.cue or "")[:120]
    statement.confidence = {
        "span": found.confidence.span,
        "kind": found.confidence.kind,
        "speaker": found.confidence.speaker,
        "role": found.confidence.role,
        "channel": found.confidence.addressee_or_channel,
        "day": found.confidence.when,
        "overall": found.confidence.overall,
    }
    statement.is_confident = found.confident and bool(found.speaker)


def _first_over(place: Place, others: Iterable[Place]) -> Place | None:
    """Return the first that the place overlaps by more than half of the shorter of both."""
    for other in others:
        shared = min(place.end, other.end) - max(place.start, other.start)
        shorter = min(place.end - place.start, other.end - other.start)
        if 2 * shared > shorter:
            return other
    return None
