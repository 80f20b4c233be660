"""Says on what machine and with what versions the figures were measured."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from pathlib import Path


def facts(versions: dict[str, str]) -> list[str]:
    """Return the facts, one a line; ``versions`` are those of the databases measured."""
    load = ", ".join(f"{number:.2f}" for number in os.getloadavg())
    packages = ("Django", "wagtail", "redaksi")
    parts = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    databases = [f"{name} {version}" for name, version in versions.items()]
    return [
        f"Processor: {_processor()}, {os.cpu_count()} cores; load over 1, 5, 15 minutes: {load}",
        f"Python {platform.python_version()}, {', '.join(parts)}",
        f"Databases: {', '.join(databases)}",
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
