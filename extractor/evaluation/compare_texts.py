"""Comparators of text: verbatim, and normalised. Likeness never decides: a text is the same or it is not."""

import re

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.fold import fold, fold_words
from extractor.evaluation.outcome import Verdict
from extractor.evaluation.spelling import unspelt
from extractor.evaluation.verdicts import in_part, verdict

# Words that turn a text round, or measure: a part that leaves one out says something else.
_WEIGHTY = re.compile(
    r"\d|[<>=≤≥≦≧±%]|\b(?:no|not|non|nor|neither|never|none|without|except|excluding|unless|absence|free|un\w+|"
    r"least|most|less|more|below|above)\b"
)


def text(gold: str, predicted: str) -> Verdict:
    """Verbatim text: equal after folding of case, blanks, kinds of dash and quotation mark, the last stop.

    In part right: the same words spelt or punctuated otherwise, a part of gold, gold and more. A part that
    leaves out a number, an operator or a negation is no part.
    """
    if fold(gold) == fold(predicted):
        return verdict("text", equal=True)
    if unspelt(gold) == unspelt(predicted):
        return in_part("text", PartialReason.SPELLING)
    partial = _part(gold, predicted)
    return in_part("text", partial) if partial else verdict("text", equal=False)


def normalised(gold: str, predicted: str) -> Verdict:
    """Text that nobody copies: equal after folding of spelling and punctuation too."""
    return verdict("text", equal=fold(gold) == fold(predicted) or unspelt(gold) == unspelt(predicted))


def is_run(part: str, whole: str) -> bool:
    """Whether folded words stand in other folded words, in a row."""
    return f" {part} " in f" {whole} "


def _part(gold: str, predicted: str) -> PartialReason | None:
    ours, theirs = fold_words(gold), fold_words(predicted)
    if is_run(theirs, ours) and not _weighty(ours, theirs):
        return PartialReason.SUBSET
    if is_run(ours, theirs) and not _weighty(theirs, ours):
        return PartialReason.SUPERSET
    return None


def _weighty(whole: str, part: str) -> bool:
    before, _, behind = f" {whole} ".partition(f" {part} ")
    return bool(_WEIGHTY.search(f"{before} | {behind}"))
