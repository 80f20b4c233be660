"""Finds stories by their words; knows nothing of articles but numbers, words and marks."""
