"""The figure in words and as a drawing."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from redaksi.readers.figures import Figure


@pytest.mark.parametrize(
    ("figure", "language", "words"),
    [
        (Figure(154, 37), "id", "4,2 dari 5, 37 suara"),
        (Figure(154, 37), "en", "4.2 of 5, 37 votes"),
        (Figure(5, 1), "en", "5.0 of 5, 1 vote"),
        (Figure(4938, 1234), "id", "4,0 dari 5, 1.234 suara"),
        (Figure(4938, 1234), "en", "4.0 of 5, 1,234 votes"),
        (Figure(), "id", "Belum ada penilaian. Jadilah yang pertama."),
        (Figure(), "en", "No ratings yet. Be the first."),
    ],
)
def test_the_figure_in_words(figure, language, words):
    with override(language):
        assert figure.in_words == words


@pytest.mark.parametrize(
    ("figure", "filled"),
    [
        (Figure(), 0),
        (Figure(5, 1), 120),
        (Figure(7, 2), 84),
        (Figure(13, 3), 108),
        (Figure(1, 1), 24),
    ],
)
def test_stars_are_filled_by_halves(figure, filled):
    assert figure.filled == filled
