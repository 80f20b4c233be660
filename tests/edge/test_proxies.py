"""A trusted proxy's word on the visitor reaches the newsroom."""

from __future__ import annotations

import pytest

from redaksi.edge.visitors import Proxies
from tests.edge.conftest import Served


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    return {"trusted_proxies": ["127.0.0.0/8"]}


def test_a_trusted_proxys_word_is_passed_on(served: Served) -> None:
    told = served.get("/gema/", X_Forwarded_For="6.6.6.6, 1.2.3.4", X_Forwarded_Proto="https").told

    assert (told["REMOTE_ADDR"], told["HTTP_X_FORWARDED_FOR"]) == ("127.0.0.1", "6.6.6.6, 1.2.3.4")
    assert told["HTTP_X_FORWARDED_PROTO"] == "https"


def test_names_with_underscores_do_not_stand_in_for_its_word(served: Served) -> None:
    request = (
        b"GET /gema/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        b"X-Forwarded-For: 1.2.3.4\r\nX_Forwarded_For: 6.6.6.6\r\n\r\n"
    )

    answer = served.raw(request)

    assert b"1.2.3.4" in answer
    assert b"6.6.6.6" not in answer


def test_networks_are_trusted_and_nonsense_is_not() -> None:
    proxies = Proxies(["10.0.0.0/8", "::1"])

    asked = ["10.1.2.3", "::1", "11.0.0.1", "", "unix", "10.0.0.0/8"]
    assert [proxies.are_trusted(address) for address in asked] == [True, True, *[False] * 4]
