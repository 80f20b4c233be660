"""Articles and their life: write, check, embargo, publish, withdraw, and the page readers get."""
