"""Whole journeys through a served newspaper, in a real browser."""
