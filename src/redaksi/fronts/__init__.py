"""The home page and the sections' pages."""
