"""Read the files of the teaching team."""
