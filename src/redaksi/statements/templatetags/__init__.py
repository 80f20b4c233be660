"""Template tags that show statements."""
