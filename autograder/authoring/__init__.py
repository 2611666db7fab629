"""Make a student's files from a solution."""
