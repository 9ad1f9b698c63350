"""Pages broken in ways that no layout foresees, and how much of what is still read is right."""
