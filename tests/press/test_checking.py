"""`redaksi press --check` sees a wrong page whatever coding a reader asks for."""

from __future__ import annotations

import pytest

from redaksi.pagestore.comparing import Kind
from redaksi.press.checking import differences
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ending", [".br", ".gz", ".zst"])
def test_a_damaged_file_is_found_in_every_coding(ending: str, paper: Paper) -> None:
    (paper.store.tree.folder / f"nasional.html{ending}").write_bytes(b"damaged")

    assert [(page.address, page.kind) for page in differences(paper.store)] == [
        ("/nasional/", Kind.TORN)
    ]
