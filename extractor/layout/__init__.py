"""The embedded reader: one file for each page layout."""
