"""Invented news articles with their statements marked by hand."""
