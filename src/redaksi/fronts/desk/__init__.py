"""The newsroom's screens for fronts and breaking news."""
