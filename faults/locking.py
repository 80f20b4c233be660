"""Somebody holds the database: editors keep their text, are told to try again, and lose nothing."""

from __future__ import annotations

import time

from pysqlite3 import dbapi2 as sqlite3

from faults.editing import hire, lost
from faults.stage import Stage
from tests.waiting import wait_until

EDITORS = 8
SECONDS_BEFORE = 0.5
SECONDS_TO_SAVE = 90.0


def perform(stage: Stage) -> None:
    """Hold the database for ``rounds`` seconds while eight editors save."""
    editors = hire(EDITORS, stage.instance.config.port)
    with stage.served():
        for editor in editors:
            editor.start()
        assert wait_until(lambda: all(editor.saved for editor in editors)), "nobody can save"
        time.sleep(SECONDS_BEFORE)
        before = [len(editor.saved) for editor in editors]
        _hold(stage)
        for editor, number in zip(editors, before, strict=True):
            # One save may have been under way when the database was taken.
            if not wait_until(lambda e=editor, n=number: len(e.saved) > n + 1, SECONDS_TO_SAVE):  # type: ignore[misc]
                stage.find(f"the editor of story {editor.story} cannot save any more")
        for editor in editors:
            editor.stop()
        for editor in editors:
            editor.join()
    for what in [wrong for editor in editors for wrong in editor.wrong] + lost(editors):
        stage.find(what)
    stage.report.facts |= {
        "saves": sum(len(editor.saved) for editor in editors),
        "told to retry": sum(editor.retries for editor in editors),
        "slowest answer (s)": round(max(editor.slowest for editor in editors), 1),
    }


def _hold(stage: Stage) -> None:
    database = sqlite3.connect(str(stage.instance.database_path), isolation_level=None, timeout=60)
    database.execute("BEGIN EXCLUSIVE")
    time.sleep(stage.rounds)
    database.execute("ROLLBACK")
    database.close()
