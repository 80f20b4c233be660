"""Says in the terminal's language why the system refused something; its own words are English."""

from __future__ import annotations

import errno

from redaksi.instance.language import gettext, gettext_noop

REASONS = {
    errno.ENOENT: gettext_noop("there is no such file or directory"),
    errno.EACCES: gettext_noop("the rights do not allow it"),
    errno.EPERM: gettext_noop("the system does not allow it"),
    errno.EISDIR: gettext_noop("it is a directory"),
    errno.ENOTDIR: gettext_noop("part of its path is no directory"),
    errno.EEXIST: gettext_noop("there is something of that name already"),
    errno.ENAMETOOLONG: gettext_noop("the name is too long"),
    errno.ENOSPC: gettext_noop("the disk is full"),
    errno.EDQUOT: gettext_noop("your share of the disk is used up"),
    errno.EROFS: gettext_noop("the disk can only be read"),
    errno.EIO: gettext_noop("the disk does not answer as it should"),
    errno.EMFILE: gettext_noop("too many files are open"),
}


def why(problem: Exception) -> str:
    """Return why, to stand inside a sentence: of an OSError with a common number in our words."""
    number = getattr(problem, "errno", None)
    if number in REASONS:
        return gettext(REASONS[number])
    return getattr(problem, "strerror", None) or str(problem)
