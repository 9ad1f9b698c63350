"""What the form of a page says, apart from any layout."""
