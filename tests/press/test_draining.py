"""What readers look at first is made first, whatever the size of the paper."""

from __future__ import annotations

import pytest

from redaksi.press.draining import drain
from tests.factories import write_live
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


def test_a_new_story_goes_out_before_what_leads_to_it_and_feeds_before_the_rest(
    paper: Paper,
) -> None:
    story = write_live(section=paper.cast.nasional)
    while drain(paper.store):
        pass

    wanted = [wish.address for wish in paper.store.index.wanted(1000)]

    assert wanted[:3] == [story.path, "/", "/nasional/"]
    last_often = max(map(wanted.index, ["/umpan.xml", "/nasional/umpan.json", "/sitemap.xml"]))
    full = [wanted.index(f"{start}umpan-lengkap.xml") for start in ("/", "/nasional/")]
    others = [wanted.index(at) for at in wanted if at.startswith(("/topik/", "/indeks/"))]
    assert last_often < min(full)
    assert max(full) < min(others)
