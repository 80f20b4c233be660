"""What the worker does in its rounds."""

from __future__ import annotations

from redaksi.cli.readings import Readings
from redaksi.cli.worker import Rounds
from redaksi.readers.figures import figure_of
from redaksi.statements.models import Statement
from tests.cast import Cast
from tests.factories import write_live
from tests.readers.giving import give


def test_the_worker_counts_stars_and_then_looks_for_promises(cast: Cast) -> None:
    story = write_live(section=cast.nasional)
    give(story, 4)
    rounds = Rounds()
    rounds.is_drained = True

    rounds.count()

    assert figure_of(story.pk).count == 1
    assert rounds.is_drained is False


def test_the_worker_reads_what_was_saved(cast: Cast) -> None:
    body = [("paragraph", "<p>“Jembatan ini milik warga,” kata Budi Santoso.</p>")]
    write_live(section=cast.nasional, body=body)
    readings = Readings()

    is_ready = readings.begin()
    readings.read()

    assert is_ready
    assert Statement.objects.get().speaker_name == "Budi Santoso"
