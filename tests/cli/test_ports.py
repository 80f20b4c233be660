"""A port is tried before anything is started, and the reason is told."""

from __future__ import annotations

import socket

import pytest

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.ports import listening, require_free, resolve


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


def refusal(host: str, port: int) -> str:
    with pytest.raises(CommandFailed) as caught:
        require_free(host, port)
    assert caught.value.code == Exit.PORT_TAKEN
    return str(caught.value)


def test_a_free_port_is_free_twice(free_port: int) -> None:
    require_free("127.0.0.1", free_port)
    require_free("localhost", free_port)


def test_a_port_in_use_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        assert refusal("127.0.0.1", port) == (
            f"Port {port} is in use already; choose another with --port."
        )


def test_a_port_shared_by_another_server_is_in_use_too() -> None:
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other:
        assert "in use already" in refusal("127.0.0.1", other.getsockname()[1])


def test_a_host_of_another_machine_is_refused(free_port: int) -> None:
    assert refusal("192.0.2.1", free_port) == (
        "192.0.2.1 is no address of this machine; choose another with --host."
    )


def test_a_host_without_address_is_refused(free_port: int) -> None:
    assert refusal("kabar.invalid", free_port) == (
        "The host kabar.invalid has no address here; choose another with --host."
    )


def test_a_name_becomes_a_number() -> None:
    assert resolve("127.0.0.1", 80) == (socket.AF_INET, ("127.0.0.1", 80))
    assert resolve("::1", 80) == (socket.AF_INET6, ("::1", 80))


def test_nobody_else_may_listen_where_we_do(free_port: int) -> None:
    with listening("127.0.0.1", free_port, 2) as listeners:
        assert len(listeners) == 2
        assert "in use already" in refusal("127.0.0.1", free_port)
    require_free("127.0.0.1", free_port)
