"""Words and layout for a reader: tables, pages, files."""
