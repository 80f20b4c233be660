"""The newsroom's screens for statements and speakers."""
