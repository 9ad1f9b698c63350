"""Pure functions from printed words to normalised values."""
