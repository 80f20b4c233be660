"""PostgreSQL falls dead and comes back: readers see nothing, editors try again, all goes on."""

from __future__ import annotations

import time
from pathlib import Path

from django.db import connection

from faults.editing import Editor, hire, lost
from faults.presses import has_settled
from faults.reading import Notes, Reader, marked
from faults.stage import Stage, workers_of
from redaksi.articles.models import Article
from redaksi.pagestore.store import PageStore
from redaksi.press.checking import differences
from tests.cast import Cast
from tests.factories import write_live
from tests.waiting import wait_until

EDITORS = 4
STORIES = 4
SECONDS_BETWEEN = 2.0
SECONDS_TO_DRAIN = 60.0


def perform(stage: Stage) -> None:
    """Restart the server ``rounds`` times under editors who publish and readers who read."""
    assert stage.cluster is not None, "this fault is for PostgreSQL"
    section = Cast.called().nasional
    stories = [write_live(section=section, headline=marked(n)) for n in range(STORIES)]
    addresses = stage.instance.directory.parent / "addresses"
    addresses.write_text("".join(f"{story.path}\n" for story in stories) + "/\n/nasional/\n")
    editors = hire(EDITORS, stage.instance.config.port)
    for editor in editors:
        editor.form["action-publish"] = "1"
    connection.close()
    with stage.served():
        assert wait_until(lambda: has_settled(stage.instance, STORIES)), "the pages are not made"
        notes = _restart(stage, editors, addresses)
        if not wait_until(lambda: has_settled(stage.instance, STORIES), SECONDS_TO_DRAIN):
            stage.find(f"the outbox is not empty {SECONDS_TO_DRAIN} s after the last restart")
    _judge(stage, editors, notes)


def _restart(stage: Stage, editors: list[Editor], addresses: Path) -> Notes:
    before = workers_of(stage.instance)
    reader = Reader(stage.instance.config.port, addresses, stage.instance.pages / "tree")
    for editor in editors:
        editor.start()
    assert wait_until(lambda: all(editor.saved for editor in editors)), "nobody can publish"
    for _restart in range(stage.rounds):
        time.sleep(SECONDS_BETWEEN)
        connection.close()
        assert stage.cluster is not None
        stage.cluster.restart()
    time.sleep(SECONDS_BETWEEN)
    for editor in editors:
        editor.stop()
    for editor in editors:
        editor.join()
    if workers_of(stage.instance) != before:
        stage.find("the worker died and was started again")
    return reader.stop()


def _judge(stage: Stage, editors: list[Editor], notes: Notes) -> None:
    for answer in notes.changes:
        if answer.status != 200:
            stage.find(f"a reader got {answer.address}: {answer.status} {answer.problem}")
    for what in [wrong for editor in editors for wrong in editor.wrong] + lost(editors):
        stage.find(what)
    for story in Article.objects.filter(pk__in=[editor.story for editor in editors]):
        if not story.live or story.headline != story.get_latest_revision_as_object().headline:
            stage.find(f"story {story.pk} does not show what was published last")
    store = PageStore(stage.instance.pages)
    for page in differences(store):
        stage.find(f"{page.address} {page.kind.value} afterwards")
    stage.report.facts |= {
        "saves": sum(len(editor.saved) for editor in editors),
        "told to retry": sum(editor.retries for editor in editors),
        "answers": notes.answers,
    }
