"""What a command line names, as a deterministic, lazy sequence of pages."""
