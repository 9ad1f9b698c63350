"""Traps in the schema of an answer, found offline: what providers refuse and models fill badly."""
