"""Reads articles from HTML: parsing within limits, structured data, and the choice of the body."""
