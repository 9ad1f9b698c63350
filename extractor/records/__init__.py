"""The record, its evidence and the envelope they travel in: data, no I/O."""
