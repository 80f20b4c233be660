"""Who may change which accounts, so that nobody grants what they do not have themselves."""
