"""Renders finished pages into the page store, and knows which pages show what."""
