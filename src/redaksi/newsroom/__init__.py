"""The newsroom's people: who works here, on which desk, with which powers, and whose byline."""
