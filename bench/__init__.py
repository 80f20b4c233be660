"""Measures what must not grow with the archive: ``python -m bench``."""
