"""What leaves the house: feeds, sitemaps, notices to robots, stories for partners."""
