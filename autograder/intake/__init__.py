"""Read the files that students hand in, as text; nothing is executed."""
