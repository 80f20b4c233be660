"""Sitemaps (sitemaps.org 0.9) with Google's extension for news."""
