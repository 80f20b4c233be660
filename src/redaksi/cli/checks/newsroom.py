"""Checks that the newsroom's address takes none away from readers."""

from __future__ import annotations

from redaksi.cli.checks.result import Check, failed, good
from redaksi.instance.config import Config
from redaksi.instance.language import gettext as _


def check_newsroom_path(config: Config) -> Check:
    """Whether a section or page lies where the newsroom is (Django must run)."""
    from redaksi.newsroom.collisions import hidden_by_the_newsroom

    problem = hidden_by_the_newsroom()
    if problem is None:
        return good("newsroom path", f"/{config.newsroom_path}/")
    return failed("newsroom path", problem.rstrip("."), _("Mend what the sentence names."))
