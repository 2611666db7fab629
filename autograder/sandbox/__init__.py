"""Confine student code and talk to it."""
