"""The mutated-claim suite: gold made false in one place at a time, and the verdict on that place."""
