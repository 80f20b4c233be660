"""``redaksi press``: makes pages for readers ahead of time, all of them if asked to."""

from __future__ import annotations

import argparse
import errno
import time
from typing import TYPE_CHECKING

from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.flags import ADDRESS, add_directory, add_option_flags, given_options
from redaksi.cli.newspaper import at_work, open_newspaper
from redaksi.cli.screen import complain, progress, say
from redaksi.instance import reasons
from redaksi.instance.language import gettext as _
from redaksi.instance.language import gettext_noop

if TYPE_CHECKING:
    from redaksi.pagestore.trouble import StoreUnwritable

#: By the names of ``pagestore.trouble.Reason``, which the command line does not load.
REASONS = {
    "FULL": reasons.REASONS[errno.ENOSPC],
    "READ_ONLY": reasons.REASONS[errno.EROFS],
    "REFUSED": reasons.REASONS[errno.EACCES],
    "BUSY": gettext_noop("another process has been writing for too long"),
    "DAMAGED": gettext_noop("the index of pages is damaged; throw the folder away"),
    "OTHER": gettext_noop("writing failed"),
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "press",
        help=_("make the pages that readers get"),
        description=_(
            "Make the pages that are wanted. Interrupted, it goes on where it was the next time; "
            "it may run beside redaksi serve."
        ),
    )
    add_directory(parser)
    parser.add_argument("--all", action="store_true", help=_("make every page of the paper anew"))
    parser.add_argument(
        "--check",
        action="store_true",
        help=_("make nothing; compare every stored page with what it would be now"),
    )
    add_option_flags(parser, ADDRESS)


def run(given: argparse.Namespace) -> Exit:
    """Make the pages, telling how far it is, or compare them."""
    from redaksi.pagestore.trouble import StoreUnwritable

    flags = given_options(given, ADDRESS)
    with at_work(open_newspaper(given.directory, flags), flags):
        try:
            if not any(flags.values()):
                _require_same_base_url()
            return _check() if given.check else _press(everything=given.all)
        except StoreUnwritable as problem:
            raise CommandFailed(_sentence_of(problem)) from problem


def _sentence_of(problem: StoreUnwritable) -> str:
    """Say in the operator's language why pages cannot be stored, and what to do."""
    said = _("Pages cannot be stored in {path}: {reason}. What was not made is made the next time.")
    return said.format(path=problem.path, reason=_(REASONS[problem.reason.name]))


def _require_same_base_url() -> None:
    from django.conf import settings

    from redaksi.press.frame import other_base_url
    from redaksi.press.pressing import open_store

    if made_for := other_base_url(open_store()):
        message = _(
            "The pages were made for {made_for}, and nothing says that readers find them at {ours} "
            "now. Give the address with --base-url, or set base_url in redaksi.toml."
        )
        sentence = message.format(made_for=made_for, ours=settings.CONFIG.base_url)
        raise CommandFailed(sentence, Exit.SETTINGS)


def _press(*, everything: bool) -> Exit:
    from redaksi.press.bulk import press_with_all_cores
    from redaksi.press.draining import drain
    from redaksi.press.pressing import open_store, want_failed_again
    from redaksi.press.starting import make_ready, settle_every_list

    store = open_store()
    make_ready(store)
    if everything:
        settle_every_list()
    while drain(store):
        pass
    want_failed_again(store)
    total, done, failed, started = store.index.wanted_count(), 0, 0, time.monotonic()
    with progress(_("Pages")) as report:
        for piece in press_with_all_cores():
            done += len(piece.made) + len(piece.failed)
            failed += len(piece.failed)
            report(done, max(total, done))
    seconds = max(0.001, time.monotonic() - started)
    said = _("{done} pages in {seconds:.1f} s, {rate:.0f} a second.")
    say(said.format(done=done, seconds=seconds, rate=done / seconds))
    return _failures(failed)


def _failures(number: int) -> Exit:
    if not number:
        return Exit.DONE
    said = _("{number} pages could not be made and stay as they were; the messages above say why.")
    complain(said.format(number=number))
    return Exit.FAILED


def _check() -> Exit:
    from redaksi.press.checking import differences, in_words
    from redaksi.press.pressing import open_store

    found = 0
    for difference in differences(open_store()):
        found += 1
        problem = in_words(difference.kind)
        say(_("{address}: {problem}").format(address=difference.address, problem=problem))
    say(_("{number} pages differ from what they would be now.").format(number=found))
    return Exit.FAILED if found else Exit.DONE
