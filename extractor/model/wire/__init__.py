"""The wire form: what a model is asked to write for a page, and how its answer is read."""
