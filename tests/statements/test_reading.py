"""Saved stories are read: what they say is found, kept at its words, and never lost."""

from __future__ import annotations

import datetime

import pytest

from redaksi.articles.models import Article
from redaksi.statements.deciding import add_by_hand, confirm, reject
from redaksi.statements.models import Reading, State, Statement
from redaksi.statements.reading import read, read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.factories import write_draft
from tests.statements.telling import LAVROV, STOLTENBERG, TEXT, a_draft, rewrite, said_by

pytestmark = pytest.mark.django_db


def test_a_saved_draft_waits_to_be_read_and_is_read_once(cast: Cast) -> None:
    story = write_draft(section=cast.nasional, body=[("paragraph", TEXT)])

    assert Reading.objects.get(pk=story.pk).is_stale
    assert (read_due(), read_due()) == (1, 0)
    assert not Reading.objects.get(pk=story.pk).is_stale


def test_what_was_said_is_found_with_everything_around_it(cast: Cast) -> None:
    story = a_draft(cast.nasional)

    first, second = Statement.objects.filter(article=story)

    assert (first.words, first.speaker_name, first.kind) == (
        STOLTENBERG, "Jens Stoltenberg", "direct",
    )  # fmt: skip
    assert (first.role, first.channel) == ("Sekretaris Jenderal NATO", "BBC")
    assert first.day == datetime.date(2022, 1, 30)
    assert (second.speaker_name, second.day) == ("Sergey Lavrov", datetime.date(2022, 1, 31))
    assert {first.state, second.state} == {State.FOUND}
    assert first.is_confident
    assert first.speaker is None


def test_a_speaker_in_the_register_is_known_again(cast: Cast) -> None:
    lavrov = enter("Sergey Lavrov")

    story = a_draft(cast.nasional)

    assert said_by(story, "Sergey Lavrov").speaker == lavrov


def test_decided_statements_move_with_their_words_and_are_found_no_second_time(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    kept = confirm(said_by(story, "Sergey Lavrov"), by=cast.budi)
    gone = reject(said_by(story, "Jens Stoltenberg"), by=cast.budi)

    rewrite(story, f"<p>Satu alinea baru di depan.</p>{TEXT}")

    rows = {statement.pk: statement for statement in Statement.objects.filter(article=story)}
    assert set(rows) == {kept.pk, gone.pk}
    assert rows[kept.pk].start == kept.start + len("Satu alinea baru di depan.\n")
    assert rows[kept.pk].state == State.CONFIRMED


def test_a_confirmed_statement_whose_words_change_is_flagged_and_keeps_them(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.budi)

    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))

    kept = Statement.objects.get(article=story, state=State.CONFIRMED)
    assert kept.is_adrift
    assert kept.words == LAVROV
    assert Statement.objects.filter(article=story, state=State.FOUND).count() == 2


def test_a_flagged_statement_is_back_when_its_words_are(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))

    rewrite(story, TEXT)

    kept = Statement.objects.get(article=story, state=State.CONFIRMED)
    assert not kept.is_adrift
    assert Statement.objects.filter(article=story).count() == 2


def test_undecided_statements_come_and_go_with_the_text(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    first = said_by(story, "Jens Stoltenberg")

    rewrite(story, TEXT.partition("</p>")[0] + "</p>")

    assert list(Statement.objects.filter(article=story)) == [first]


def test_a_selection_stays_through_a_reading(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    mine = add_by_hand(story, words="kepada BBC", by=cast.budi)

    read(story.pk)

    assert Statement.objects.filter(pk=mine.pk).exists()


def test_a_story_saved_while_it_is_read_stays_due(cast: Cast, monkeypatch) -> None:
    story = write_draft(section=cast.nasional, body=[("paragraph", TEXT)])
    from redaksi.statements import reading

    find = reading.find_statements

    def save_meanwhile(text, language):
        Article.objects.get(pk=story.pk).save_revision()
        return find(text, language)

    monkeypatch.setattr(reading, "find_statements", save_meanwhile)
    read(story.pk)

    assert Reading.objects.get(pk=story.pk).is_stale


def test_a_deleted_story_is_read_in_peace(cast: Cast) -> None:
    story = write_draft(section=cast.nasional, body=[("paragraph", TEXT)])
    key = story.pk
    story.delete()

    read(key)

    assert read_due() == 0
