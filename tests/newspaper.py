"""Makes the newspaper that the tests run in; loaded before Django reads its settings."""

from __future__ import annotations

import os
from pathlib import Path

from redaksi.instance.layout import Instance
from tests.keeping import CACHE

ROOT = Path(__file__).resolve().parent.parent


def make_newspaper() -> Path:
    """Return the directory of this process's newspaper, made at its first use."""
    directory = CACHE / f"newspaper-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    if not (directory / "redaksi.toml").exists():
        Instance.create(directory, environ={}, chosen={"name": "Harian Uji"}).finish()
    return directory


os.environ["REDAKSI_DIR"] = str(make_newspaper())

if __name__ == "__main__":
    print(os.environ["REDAKSI_DIR"])
