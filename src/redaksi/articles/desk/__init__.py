"""The newsroom's screens for articles: list, editor, notes, embargo, withdrawal, paste."""
