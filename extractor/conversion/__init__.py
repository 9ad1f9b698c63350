"""Files that are no plain text, as text: HTML pages, and trial records in JSON and XML."""
