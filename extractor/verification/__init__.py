"""Holds the values of a draft against the words of its page."""
