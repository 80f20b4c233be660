"""The real worker, with the control named in ``WITHOUT`` switched off."""

from __future__ import annotations

import os


def main() -> None:
    """Load the program, switch the control off, and work."""
    import django

    django.setup()

    from faults.controls import switch_off
    from redaksi.cli.worker import main as work

    switch_off(os.environ["WITHOUT"])
    work()


if __name__ == "__main__":
    main()
