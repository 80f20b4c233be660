"""Template tags of what leaves the house."""
