"""Decide what is right, what is wrong, and why: pure functions on values."""
