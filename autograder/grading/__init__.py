"""Drive the checks over submissions."""
