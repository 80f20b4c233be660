"""Every kind of page that readers get is valid HTML, by html-validate's reading of the standard."""

from __future__ import annotations

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser import npm
from tests.browser.served import Served
from tests.browser.skipping import NO_VALIDATOR
from tests.browser.test_reading import PAGES

MORE = (
    "/indeks/",
    "/indeks/2024/",
    "/indeks/2024/5/",
    "/indeks/2024/5/6/",
    "/terpopuler/",
    "/topik/pelabuhan/",
    "/luring/",
)
CONFIG = {"extends": ["html-validate:standard"], "root": True}


@pytest.fixture
def validator() -> list[str]:
    """The command of html-validate, which needs Node.js 20."""
    packages, node = npm.installed(), shutil.which("node")
    if packages is None or node is None:
        pytest.skip(NO_VALIDATOR)
    command = [node, str(packages / "html-validate" / "bin" / "html-validate.mjs")]
    if subprocess.run([*command, "--version"], check=False, capture_output=True).returncode:
        pytest.skip(NO_VALIDATOR)
    return command


def faults(validator: list[str], folder: Path) -> list[str]:
    """Return what is not valid in the pages of a folder, a line each."""
    config = folder / ".htmlvalidate.json"
    config.write_text(json.dumps(CONFIG))
    command = [
        *validator,
        "--config",
        config,
        "--formatter",
        "json",
        *sorted(folder.glob("*.html")),
    ]
    done = subprocess.run(command, check=False, capture_output=True, cwd=folder, timeout=120)
    found = json.loads(done.stdout)
    return [
        f"{Path(page['filePath']).name}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in found
        for fault in page["messages"]
    ]


def test_the_validator_is_at_work(validator: list[str], tmp_path: Path) -> None:
    (tmp_path / "salah.html").write_text("<!doctype html><title>x</title><p><div></p>")

    assert faults(validator, tmp_path) != []


def test_every_kind_of_page_is_valid(validator: list[str], served: Served, tmp_path: Path) -> None:
    pages = {address: status for address, (status, _language) in PAGES.items()}
    pages |= dict.fromkeys(MORE, 200)
    for number, (address, status) in enumerate(pages.items()):
        got, body = asked(served.address + address)
        assert got == status, address
        (tmp_path / f"{number}.html").write_bytes(body)

    found = faults(validator, tmp_path)

    assert found == [], dict(enumerate(pages))


def asked(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()
