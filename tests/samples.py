"""Finds the shared sample files where they are laid beside the project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared_file(*parts: str) -> Path | None:
    """Return a shared file or folder: from ``REDAKSI_SAMPLES``, else a ``shared`` folder above."""
    given = os.environ.get("REDAKSI_SAMPLES")
    folders = [Path(given)] if given else [folder / "shared" for folder in ROOT.parents]
    for folder in folders:
        if folder.joinpath(*parts).exists():
            return folder.joinpath(*parts)
    return None
