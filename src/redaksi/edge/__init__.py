"""Serves pressed pages straight from the page store, and forwards the rest to the newsroom."""
