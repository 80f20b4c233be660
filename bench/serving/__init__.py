"""Measures how readers are served, against nginx and Django: ``python -m bench.serving``."""
