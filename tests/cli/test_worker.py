"""What the worker does in its rounds."""

from __future__ import annotations

from redaksi.cli.worker import Rounds
from redaksi.readers.figures import figure_of
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
