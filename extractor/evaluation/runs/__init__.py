"""Runs: what a reader made of some pages, two of them side by side, and the one that is blessed."""
