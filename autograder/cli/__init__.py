"""The command line: a file per command, and no rules."""
