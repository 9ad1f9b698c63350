"""The kinds of claims, one family a file. Each is a function from a case to its changes."""
