"""Weighs the first view of an article but for its pictures, in a browser of a phone's size.

python -m bench.weight            the example newspaper, served for this
python -m bench.weight ADDRESS    any page
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import ViewportSize, sync_playwright
from rich.console import Console
from rich.table import Table

from bench.serving.programs import running
from tests.ports import unused_port

BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
PHONE = ViewportSize(width=360, height=800)
KINDS = ("Document", "Stylesheet", "Script", "Font", "Image")
PARTS = ("Document", "Stylesheet", "Script", "Font", "Other")


def main() -> int:
    """Open the page once with an empty cache, and print what came over the network."""
    parser = argparse.ArgumentParser(prog="python -m bench.weight", description=__doc__)
    parser.add_argument("address", nargs="?", help="the page; without it, one of the example")
    address = parser.parse_args().address
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no browser here: install Debian's chromium-headless-shell", file=sys.stderr)
        return 2
    if address:
        _show(address, _weighed(browser, address))
    else:
        with _example() as site:
            address = _an_article(site)
            _show(address, _weighed(browser, address))
    return 0


@contextmanager
def _example() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="redaksi-weight-") as place:
        paper, port = Path(place) / "contoh", unused_port()
        init = ["redaksi", "init", paper, "--example", "--name", "Harian Contoh"]
        subprocess.run(init, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["redaksi", "press", paper, "--all", "--port", str(port)], check=True)
        with running(["redaksi", "serve", str(paper), "--port", str(port)], port):
            yield f"http://127.0.0.1:{port}"


def _an_article(site: str) -> str:
    """Return the address of the story that leads the home page."""
    with urllib.request.urlopen(site) as answer:  # noqa: S310 - a server of ours
        home = answer.read().decode()
    lead = re.search(r'href="(/[\w/-]+/\d{4}/\d\d/\d\d/[\w-]+/)"', home)
    assert lead, "the example leads with no story"
    return site + lead[1]


def _weighed(browser: str, address: str) -> dict[str, tuple[int, int]]:
    """Return for each kind of file but pictures how many came, and their bytes with headers."""
    kinds: dict[str, str] = {}
    number: Counter[str] = Counter()
    size: Counter[str] = Counter()

    def finished(event: dict[str, Any]) -> None:
        kind = kinds[event["requestId"]]
        if kind == "Image":
            return
        number[kind] += 1
        size[kind] += int(event["encodedDataLength"])

    def asked(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"] if event["type"] in KINDS else "Other"

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport=PHONE, device_scale_factor=2)
        network = page.context.new_cdp_session(page)
        network.on("Network.requestWillBeSent", asked)
        network.on("Network.loadingFinished", finished)
        network.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        chromium.close()
    return {kind: (number[kind], size[kind]) for kind in PARTS}


def _show(address: str, found: dict[str, tuple[int, int]]) -> None:
    table = Table(title=f"first view of {address}")
    for column in ("", "requests", "kB"):
        table.add_column(column, justify="right" if column else "left")
    for kind, (number, size) in found.items():
        table.add_row(kind, str(number), f"{size / 1000:.1f}")
    total = sum(size for _number, size in found.values())
    number = sum(number for number, _size in found.values())
    table.add_row("together", str(number), f"{total / 1000:.1f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    sys.exit(main())
