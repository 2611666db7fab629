"""The kinds of items, one file a kind."""
