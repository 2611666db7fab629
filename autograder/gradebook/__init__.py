"""What goes into a gradebook: points after lateness, and nbgrader's own database."""
