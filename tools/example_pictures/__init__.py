"""Draws the pictures of the example newspaper: flat shapes, few colours, grain like a print."""
