"""Template tags that show what readers gave."""
