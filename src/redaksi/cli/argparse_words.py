"""Lists the words that Python's argparse shows, so that our catalogue translates them too."""

from __future__ import annotations

from redaksi.instance.language import gettext_noop

WORDS = (
    gettext_noop("usage: "),
    gettext_noop("options"),
    gettext_noop("positional arguments"),
    gettext_noop("show this help message and exit"),
    gettext_noop("%(prog)s: error: %(message)s\n"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("expected one argument"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
)
