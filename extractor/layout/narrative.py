"""Sentences of a page's prose that speak of this trial."""

from collections.abc import Iterator
from functools import lru_cache

from extractor.normalise.dose_statements import sentences_of
from extractor.verification.background import is_background, names_no_study


@lru_cache(maxsize=32)
def own_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """First and last offsets of the sentences that tell of no other study; asked for twice of each page."""
    return tuple(_own(text))


def _own(text: str) -> Iterator[tuple[int, int]]:
    background = False
    for start, end in sentences_of(text):
        sentence = text[start:end]
        background = is_background(sentence, after_background=background)
        if not background and not names_no_study(sentence):
            yield start, end
