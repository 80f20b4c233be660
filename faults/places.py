"""Where the project lies, and where founded newspapers are kept.

Nothing of the tests' own newspaper is imported: it would take this process for itself.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "tests" / ".cache"
