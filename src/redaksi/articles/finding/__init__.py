"""Keeps the search index true to the articles, and finds articles with it."""
