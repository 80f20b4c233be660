"""The settings pass Django's deployment checks, with TLS in front and without."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newspaper import make_newspaper

COMMAND = Path(sys.executable).with_name("redaksi")
BEHIND_TLS = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"]
CHECK_AND_SHOW = f"""
import json, sys
from django.conf import settings
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING", stdout=sys.stderr)
print(json.dumps([getattr(settings, name) for name in {BEHIND_TLS}]))
"""


def manage(base_url: str, *words: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"REDAKSI_BASE_URL": base_url, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [COMMAND, "manage", make_newspaper(), *words],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("base_url", "kept"),
    [
        ("https://harian.example", [True, True, 31536000]),
        ("http://127.0.0.1:8000", [False, False, 0]),
    ],
)
def test_the_deployment_checks_find_nothing_and_behind_tls_cookies_travel_only_through_it(
    base_url: str, kept: list[object]
) -> None:
    done = manage(base_url, "shell", "--no-imports", "-c", CHECK_AND_SHOW)

    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("System check identified no issues")
    assert json.loads(done.stdout) == kept
