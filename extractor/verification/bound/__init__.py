"""Rules for objects whose leaves share one text and must belong together in it."""
