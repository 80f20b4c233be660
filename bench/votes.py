"""Pushes a story with votes from fifty networks over HTTP and tells what readers see of it.

``python -m bench.votes http://localhost:8000 /nasional/2026/01/30/rob/``: the newspaper must run on
this machine, because every network of 127.0.0.0/8 stands for one of the outside. The honest come
first, each from a network of their own; then the pushers, each time without a cookie.
"""

from __future__ import annotations

import argparse
import http.client
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

NETWORKS = 50
THREADS = 4
#: Seconds until a figure is counted and its page is made, on a busy machine.
PATIENCE = 80
FIGURE = re.compile(r"(\d)[.,](\d) (?:dari|of) 5, ([\d.,]+) (?:suara|votes?)")


def main() -> None:
    """Vote and print the figure before and after."""
    given = _parser().parse_args()
    paper = urlsplit(given.paper).netloc
    form = _form_of(paper, given.story)
    honest = [(f"127.1.{n}.1", 1 + n % 5) for n in range(given.honest)]
    pushed = [(f"127.2.{n % NETWORKS}.1", 5) for n in range(given.pushed)]
    print("honest:", *_send(paper, form, honest))
    time.sleep(PATIENCE)
    before = _figure(paper, given.story)
    started = time.monotonic()
    answers = _send(paper, form, pushed)
    print(f"pushed in {time.monotonic() - started:.0f} s:", *answers)
    time.sleep(PATIENCE)
    after = _figure(paper, given.story)
    print(f"mean and votes before {before}, after {after}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.votes", description=__doc__)
    parser.add_argument("paper", help="the newspaper's address")
    parser.add_argument("story", help="the path of a story that nobody has rated")
    parser.add_argument("--honest", type=int, default=200, metavar="N", help="at most 250")
    parser.add_argument("--pushed", type=int, default=10_000, metavar="N")
    return parser


def _send(paper: str, form: str, votes: list[tuple[str, int]]) -> list[tuple[int, int]]:
    """Send votes, each from its address; return how many answers had which status."""
    with ThreadPoolExecutor(THREADS) as pool:
        statuses = pool.map(lambda vote: _vote(paper, form, *vote), votes)
        return sorted(Counter(statuses).items())


def _vote(paper: str, form: str, address: str, stars: int) -> int:
    connection = http.client.HTTPConnection(paper, source_address=(address, 0), timeout=60)
    headers = {
        "Origin": f"http://{paper}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", form, f"bintang={stars}", headers)
    status = connection.getresponse().status
    connection.close()
    return status


def _form_of(paper: str, story: str) -> str:
    found = re.search(r'action="(/nilai/\d+/)"', _page(paper, story))
    if found is None:
        raise SystemExit(f"{story} has no form for stars.")
    return found[1]


def _figure(paper: str, story: str) -> tuple[float, int]:
    found = FIGURE.search(_page(paper, story))
    if found is None:
        raise SystemExit(f"{story} shows no figure.")
    whole, tenth, votes = found.groups()
    return float(f"{whole}.{tenth}"), int(re.sub(r"\D", "", votes))


def _page(paper: str, story: str) -> str:
    connection = http.client.HTTPConnection(paper, timeout=60)
    connection.request("GET", story)
    return connection.getresponse().read().decode()


if __name__ == "__main__":
    main()
