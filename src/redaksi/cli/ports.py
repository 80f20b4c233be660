"""Listens on the port of the newspaper, or says why it cannot be listened on."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.edge.server import BACKLOG
from redaksi.instance.language import gettext as _
from redaksi.instance.reasons import why


def require_free(host: str, port: int) -> None:
    """Raise CommandFailed with the reason when the port cannot be listened on."""
    family, address = resolve(host, port)
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as problem:
            raise CommandFailed(_reason(problem, host, port), Exit.PORT_TAKEN) from None


@contextmanager
def listening(host: str, port: int, processes: int) -> Iterator[list[socket.socket]]:
    """Listen on a free port, with a socket for each process of the edge.

    From then on every other program finds the port taken, and who connects while no edge runs,
    because it starts or has died, waits instead of being refused.

    Raises:
        CommandFailed: with the reason when the port cannot be listened on.
    """
    require_free(host, port)
    family, address = resolve(host, port)
    with ExitStack() as stack:
        yield [stack.enter_context(_listener(family, address)) for _process in range(processes)]


def _listener(family: socket.AddressFamily, address: tuple[str, int]) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # The kernel deals new connections out among all sockets of the port.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    listener.bind(address)
    listener.listen(BACKLOG)
    return listener


def resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[str, int]]:
    """Return the family and the numeric address of a host name to listen on."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        message = _("The host {host} has no address here; choose another with --host.")
        raise CommandFailed(message.format(host=host), Exit.PORT_TAKEN) from None
    family, _kind, _protocol, _name, address = found[0]
    return family, (str(address[0]), port)


def _reason(problem: OSError, host: str, port: int) -> str:
    if problem.errno == errno.EADDRINUSE:
        message = _("Port {port} is in use already; choose another with --port.")
    elif problem.errno == errno.EACCES:
        message = _("You may not listen on port {port}; choose one from 1024 up with --port.")
    elif problem.errno == errno.EADDRNOTAVAIL:
        message = _("{host} is no address of this machine; choose another with --host.")
    else:
        message = _("{host}:{port} cannot be listened on: {problem}; choose another with --port.")
    return message.format(host=host, port=port, problem=why(problem))
