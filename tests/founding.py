"""Makes the tables of the newspaper in ``REDAKSI_DIR``, founds it and hires the tests' cast."""

from __future__ import annotations


def main() -> None:
    """Migrate, found, and hire."""
    import django

    django.setup()

    from redaksi.cli.migrating import migrate
    from tests.cast import hire

    migrate()
    hire()


if __name__ == "__main__":
    main()
