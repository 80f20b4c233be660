"""Founds the newspaper that all others are copied from (a process of its own)."""

from __future__ import annotations


def main() -> None:
    """Migrate, found, and hire the cast of the tests."""
    import django

    django.setup()

    from redaksi.cli.migrating import migrate
    from tests.cast import hire

    migrate()
    hire()


if __name__ == "__main__":
    main()
