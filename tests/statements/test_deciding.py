"""What editors decide, and what readers see of it."""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.statements.deciding import (
    Details,
    SimilarNames,
    add_by_hand,
    confirm,
    reject,
    reopen,
    take_new_words,
)
from redaksi.statements.models import Speaker, SpeakerRole, State, Statement
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.statements.telling import LAVROV, STOLTENBERG, TEXT, a_draft, a_record, rewrite, said_by

pytestmark = pytest.mark.django_db


def public(story: Article) -> list[Statement]:
    return list(Statement.objects.filter(article=story, live_start__isnull=False))


def test_confirming_enters_the_speaker_and_says_who_confirmed(cast: Cast) -> None:
    story = a_draft(cast.nasional)

    done = confirm(said_by(story, "Sergey Lavrov"), by=cast.budi)

    assert done.speaker == Speaker.objects.get(name="Sergey Lavrov", slug="sergey-lavrov")
    assert (done.state, done.decided_by, done.decided_by_name) == (
        State.CONFIRMED, cast.budi, str(cast.budi),
    )  # fmt: skip


def test_a_name_like_one_in_the_register_is_asked_about(cast: Cast) -> None:
    other = enter("Sergei Lavrov")
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    with pytest.raises(SimilarNames) as refusal:
        confirm(statement, by=cast.budi)
    confirm(statement, by=cast.budi, is_new=True)

    assert refusal.value.speakers == [other]
    assert Speaker.objects.count() == 2


def test_confirming_teaches_the_register_names_and_role(cast: Cast) -> None:
    speaker = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov").speaker
    a_record(cast.ekonomi, by=cast.budi)

    assert [role.role for role in speaker.roles.all()] == ["Menteri Luar Negeri Rusia"]


def test_a_wrong_choice_among_similar_names_can_be_corrected(cast: Cast) -> None:
    text = "<p>“Air naik,” kata Budi Santosa.</p>"
    statement = said_by(a_draft(cast.nasional, text=text), "Budi Santosa")
    wrong = enter("Budi Santoso")
    chosen = Details(wrong, "Budi Santosa", "direct", "", "", None)
    statement = confirm(statement, by=cast.budi, details=chosen)
    typed = Details(None, "Budi Santosa", "direct", "", "", None)

    with pytest.raises(SimilarNames):
        confirm(statement, by=cast.budi, details=typed)
    right = confirm(statement, by=cast.budi, details=typed, is_new=True).speaker

    assert (right.name, right != wrong) == ("Budi Santosa", True)
    assert not wrong.other_names.filter(name="Budi Santosa").exists()


def test_a_text_that_names_somebody_else_now_is_told(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    key = said_by(story, "Sergey Lavrov").pk

    rewrite(story, TEXT.replace("Sergey Lavrov", "Surya Wijaya"))
    flagged = Statement.objects.get(pk=key)
    assert (flagged.state, flagged.named_now) == (State.CONFIRMED, "Surya Wijaya")
    publish(Article.objects.get(pk=story.pk))
    details = Details(None, "Surya Wijaya", "direct", flagged.role, flagged.channel, flagged.day)
    corrected = confirm(flagged, by=cast.budi, details=details)
    rewrite(story, TEXT.replace("Sergey Lavrov", "Surya Wijaya").replace("perang", "konflik"))

    assert corrected.speaker.name == "Surya Wijaya"
    assert Statement.objects.get(pk=key).named_now == ""


def test_a_correction_against_the_text_is_not_told_again(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    statement = said_by(story, "Sergey Lavrov")
    details = Details(None, "Surya Wijaya", "direct", "", "", None)
    confirm(statement, by=cast.budi, details=details)

    rewrite(story, TEXT.replace("kepada televisi", "di televisi"))

    assert Statement.objects.get(pk=statement.pk).named_now == ""


def test_readers_see_what_is_confirmed_and_live(cast: Cast) -> None:
    story = a_draft(cast.nasional)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.budi)
    before = public(story)
    publish(story)
    live = public(story)
    unpublish(Article.objects.get(pk=story.pk))

    assert before == []
    assert [one.words for one in live] == [LAVROV]
    assert public(story) == []


def test_an_unpublished_edit_takes_nothing_from_readers_and_publishing_it_does(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)

    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    meanwhile = len(public(story))
    publish(Article.objects.get(pk=story.pk))

    assert meanwhile == 2
    assert len(public(story)) == 1


@pytest.mark.parametrize("take_back", [reject, reopen])
def test_taken_back_after_publication(take_back, cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)

    take_back(said_by(story, "Sergey Lavrov"), by=cast.budi)

    assert [one.speaker_name for one in public(story)] == ["Jens Stoltenberg"]


def test_new_words_are_taken_into_the_record(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    flagged = Statement.objects.get(article=story, state=State.CONFIRMED, start=None)
    publish(Article.objects.get(pk=story.pk))

    new = take_new_words(flagged, words=LAVROV.replace("tidak ", ""), by=cast.budi)

    assert new.pk == flagged.pk
    assert not new.is_adrift


def test_new_words_wait_for_the_publication_that_brings_them(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    flagged = Statement.objects.get(article=story, state=State.CONFIRMED, start=None)

    with pytest.raises(ValidationError, match="kata-kata yang lama"):
        take_new_words(flagged, words=LAVROV.replace("tidak ", ""), by=cast.budi)

    assert {one.words for one in public(story)} == {LAVROV, STOLTENBERG}


def test_a_selection_becomes_a_statement(cast: Cast) -> None:
    story = a_draft(cast.nasional)

    made = add_by_hand(story, words="kepada  televisi\npemerintah", by=cast.ani)

    assert (made.words, made.state, made.kind) == (
        "kepada televisi pemerintah", State.FOUND, "indirect",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "Select the words"),
        ("tidak ada di sini", "does not have these words"),
        ("2022", "more than once"),
        (LAVROV, "a statement already"),
    ],
)
def test_a_selection_that_cannot_be_one_is_refused(words: str, why: str, cast: Cast) -> None:
    story = a_draft(cast.nasional)

    with override("en"), pytest.raises(ValidationError, match=why):
        add_by_hand(story, words=words, by=cast.ani)


def test_another_speaker_does_not_get_the_role_of_the_one_before(cast: Cast) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    before, other = statement.speaker, enter("Maria Zakharova")
    details = Details(
        kind=statement.kind, speaker=other, speaker_name=other.name, role=statement.role,
        channel="", day=None,
    )  # fmt: skip

    done = confirm(statement, by=cast.budi, details=details)

    assert (done.speaker, done.role) == (other, "")
    assert not SpeakerRole.objects.filter(speaker__in=[before, other]).exists()


@pytest.mark.parametrize("take_back", [reject, reopen])
def test_a_role_goes_with_the_only_statement_that_brought_it(take_back, cast: Cast) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    SpeakerRole.objects.create(speaker=statement.speaker, role="Diplomat")

    take_back(statement, by=cast.budi)

    left = SpeakerRole.objects.filter(speaker=statement.speaker)
    assert [role.role for role in left] == ["Diplomat"]


def test_new_words_that_were_found_again_stay_one_statement(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    flagged = Statement.objects.get(article=story, state=State.CONFIRMED, start=None)
    again = Statement.objects.get(article=story, state=State.FOUND)
    publish(Article.objects.get(pk=story.pk))

    take_new_words(flagged, words=again.words, by=cast.budi)

    assert not Statement.objects.filter(pk=again.pk).exists()


def test_new_words_that_are_another_statement_are_refused(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    flagged = Statement.objects.get(article=story, state=State.CONFIRMED, start=None)
    again = confirm(Statement.objects.get(article=story, state=State.FOUND), by=cast.budi)
    publish(Article.objects.get(pk=story.pk))

    with pytest.raises(ValidationError, match="sudah menjadi"):
        take_new_words(flagged, words=again.words, by=cast.budi)


def test_a_name_that_is_typed_over_another_leaves_the_role_behind(cast: Cast) -> None:
    maria = enter("Maria Zakharova")
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")
    told = Details(None, "Maria Zakharova", "direct", statement.role, "", None)

    confirm(statement, by=cast.budi, details=told)

    statement.refresh_from_db()
    assert (statement.speaker, statement.role) == (maria, "")
    assert not maria.roles.exists()


def test_a_name_that_is_better_spelt_keeps_the_role(cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")
    told = Details(None, "Sergej Lavrov", "direct", statement.role, "", None)

    assert confirm(statement, by=cast.budi, details=told).role == "Menteri Luar Negeri Rusia"


@pytest.mark.parametrize("name", ["???", "…", "ﷺ" * 40])
def test_a_name_makes_no_second_entry_each_time(name: str, cast: Cast) -> None:
    for statement in a_draft(cast.nasional).statements.all():
        told = Details(None, name, "direct", "", "", None)
        with suppress(ValidationError):
            confirm(statement, by=cast.budi, details=told)

    entries = Speaker.objects.filter(name=name).count()
    assert entries == (1 if any(sign.isalpha() for sign in name) else 0)
