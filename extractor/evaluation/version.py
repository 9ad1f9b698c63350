"""Which scorer gave a score: scores of different scorers are not compared."""

import hashlib
from functools import cache
from importlib.resources import files

DECIDING = (
    "absence",
    "align",
    "aspects",
    "assignment",
    "cells",
    "compare",
    "compare_names",
    "compare_texts",
    "compare_times",
    "counts",
    "evidence",
    "faults",
    "fold",
    "forbidden",
    "judge",
    "labels",
    "lists",
    "logic",
    "moves",
    "origin",
    "outcome",
    "part",
    "place",
    "rate",
    "rates",
    "said",
    "score",
    "sides",
    "similarity",
    "slots",
    "spelling",
    "surroundings",
    "swaps",
    "tally",
    "trees",
    "values",
    "verdicts",
    "walk",
    "walker",
    "wholes",
)
"""The modules that decide an outcome."""


@cache
def scorer_version() -> str:
    """SHA-256, hexadecimal, over the scorer's own code and the record models it follows."""
    own = files("extractor.evaluation")
    sources = [own / f"{name}.py" for name in DECIDING]
    records = files("extractor.records")
    sources += sorted((file for file in records.iterdir() if file.name.endswith(".py")), key=lambda f: f.name)
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode("utf-8") + b"\0" + source.read_bytes() + b"\0")
    return digest.hexdigest()
