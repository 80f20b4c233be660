"""Several workers and one schedule: each story goes out once, on time; a poisoned one is named."""

from __future__ import annotations

import datetime
import os
import time

from django.utils import timezone
from django.utils.translation import gettext as _

from faults.stage import Stage
from faults.stories import bring_forward, log_entries, notes_on, poison, publications, schedule
from redaksi.articles.models import Article, PublicationRecord
from redaksi.cli.children import Child
from tests.waiting import wait_until

#: Stories become due one after the other in this many seconds for each hundred.
SECONDS_A_HUNDRED = 10.0
SECONDS_TO_PREPARE = 4.0
#: So many become due at the same moment, as on the hour.
TOGETHER = 5
#: With so many stories, four workers are tried after two.
MANY = 100
#: How late a story may be where more workers than cores publish and press, and others work, too.
LATEST = 10.0
SECONDS_TO_FINISH = 120.0
REASON = "The version is damaged: look it over, save it and schedule it again."


def perform(stage: Stage) -> None:
    """Schedule ``rounds`` stories and let two workers, or two and then four, publish them."""
    for workers in (2, 4) if stage.rounds >= MANY else (2,):
        _perform(stage, workers)


def _perform(stage: Stage, workers: int) -> None:
    stories = _schedule_all(stage.rounds)
    poisoned = stories[len(stories) // 3]
    poison(poisoned)
    module = "faults.worker" if stage.without else "redaksi.cli.worker"
    environment = {**os.environ, "WITHOUT": stage.without}
    crew = [Child(f"worker {n}", module, environment) for n in range(workers)]
    for worker in crew:
        worker.start()
    try:
        if not wait_until(lambda: _is_over(stories), SECONDS_TO_FINISH):
            stage.find(f"{workers} workers: not every story went out")
        # Whoever would publish twice does so within the rounds that follow.
        time.sleep(1.0)
    finally:
        for worker in crew:
            worker.clear_away()
    _judge(stage, workers, stories, poisoned)


def _schedule_all(number: int) -> list[Article]:
    """Schedule stories from a moment on at which all workers will be at work."""
    stories = [schedule(n) for n in range(number)]
    begin = timezone.now() + datetime.timedelta(seconds=SECONDS_TO_PREPARE)
    for n, story in enumerate(stories):
        seconds = SECONDS_A_HUNDRED * (n // TOGETHER * TOGETHER) / 100
        bring_forward(story, begin + datetime.timedelta(seconds=seconds))
    return stories


def _is_over(stories: list[Article]) -> bool:
    keys = [story.pk for story in stories]
    waiting = Article.objects.filter(pk__in=keys, _revisions__approved_go_live_at__isnull=False)
    return not waiting.exists()


def _judge(stage: Stage, workers: int, stories: list[Article], poisoned: Article) -> None:
    published, logged = publications(), log_entries()
    lateness = []
    for story in stories:
        times = 0 if story == poisoned else 1
        if (published[story.pk], logged[story.pk]) != (times, times):
            stage.find(
                f"{workers} workers: story {story.pk} was published {published[story.pk]} times "
                f"and logged {logged[story.pk]} times, not {times}"
            )
        lateness += [(at - _moment_of(story)).total_seconds() for at in _times_of(story)]
    if min(lateness, default=0.0) < 0:
        stage.find(f"{workers} workers: a story went out {-min(lateness):.3f} s early")
    if max(lateness, default=0.0) > LATEST:
        stage.find(f"{workers} workers: a story went out {max(lateness):.1f} s late")
    notes = notes_on(poisoned)
    if len(notes) != 1 or _(REASON) not in notes[0]:
        stage.find(f"{workers} workers: the desk reads {notes} about the poisoned story")
    stage.report.facts[f"latest with {workers} (s)"] = round(max(lateness, default=0.0), 2)


def _moment_of(story: Article) -> datetime.datetime:
    moment = story.go_live_at
    assert moment is not None
    return moment


def _times_of(story: Article) -> list[datetime.datetime]:
    records = PublicationRecord.objects.filter(article=story, kind=PublicationRecord.Kind.PUBLISH)
    return list(records.values_list("at", flat=True))
