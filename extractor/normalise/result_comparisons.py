"""Clauses that hold figures against each other: comparisons with a pair in brackets, and lists of them."""

import re
from dataclasses import replace

from extractor.normalise import result_frames as frames
from extractor.normalise.result_parts import PAIR, Clause, Parts, ReadFigure
from extractor.normalise.result_subjects import counted_outcome, lists_several
from extractor.normalise.result_tokens import FIGURE


def compared(parts: Parts, begin: int) -> Clause | None:
    """`Sleep was longer with tea than with milk (7.7 vs 6.1 hours)`."""
    match = frames.COMPARED.search(parts.shape, begin)
    outcome = parts.subject(begin, match.start()) if match else None
    if match is None or outcome is None or lists_several(parts.text[begin : match.start()]):
        return None
    if parts.shape[match.end()] != FIGURE:
        return parts.finished([], outcome, begin, match.start("open"))
    groups, at = parts.groups(match.end())
    if len(groups) != PAIR:
        return None
    order = frames.ORDER.fullmatch(parts.text, *match.span("middle")) if match.group("middle") else None
    if order and not any(one.arm for one in groups):
        names = [order.span("first"), order.span("second") if order.group("second") else None]
        groups = [replace(one, arm=name) for one, name in zip(groups, names, strict=False)]
    return parts.finished(groups, outcome, begin, at)


def had_more(parts: Parts, begin: int) -> Clause | None:
    """`Those given tea had longer sleep (7.7 vs 6.1 h)`, `No difference was seen in sleep (7 vs 8 h)`."""
    return _of_subject(
        parts, frames.NO_DIFFERENCE.match(parts.shape, begin) or frames.HAD_MORE.match(parts.shape, begin)
    )


def caused(parts: Parts, begin: int) -> Clause | None:
    """`Tea reduced the risk of waking (HR 0.74)`, `Milk was associated with waking (OR 2.1)`."""
    return _of_subject(parts, frames.CAUSED.match(parts.shape, begin))


def _of_subject(parts: Parts, match: re.Match[str] | None) -> Clause | None:
    """A clause of its subject on: the words before it speak of a difference, its figures are none."""
    outcome = parts.subject(*match.span("subject")) if match else None
    if match is None or outcome is None or lists_several(match.group("subject")):
        return None
    if parts.shape[match.end()] != FIGURE:
        return parts.finished([], outcome, match.start("subject"), match.end())
    groups, at = parts.groups(match.end())
    return parts.finished(groups, outcome, match.start("subject"), at) if len(groups) == PAIR else None


def fewer(parts: Parts, begin: int) -> Clause | None:
    """`Fewer patients given tea than given milk had cold feet (5.2% vs 9.1%)`."""
    match = frames.FEWER.match(parts.shape, begin)
    outcome = counted_outcome(parts.text, match.span("verb"), match.span("rest")) if match else None
    if match is None or outcome is None:
        return None
    groups, at = parts.groups(match.end())
    return parts.finished(groups, outcome, begin, at) if len(groups) == PAIR else None


def listed(parts: Parts, begin: int) -> Clause | None:
    """`Death (3.5% vs 4.2%) and stroke (2.8% vs 2.1%) were similar in both groups`."""
    found: list[ReadFigure] = []
    named = frames.COMMONEST.match(parts.shape, begin)
    at = named.end() if named else begin
    while match := frames.LISTED.match(parts.shape, at):
        outcome = parts.subject(at, match.end("subject"))
        groups, end = parts.groups(match.end())
        read = parts.finished(groups, outcome, at, end) if outcome and groups else None
        if read is None or (not named and len(groups) != PAIR):
            return None
        found += read[0]
        at = read[1]
        if frames.ALIKE.match(parts.shape, at) or (named and frames.END.match(parts.shape, at)):
            return found, len(parts.shape)
        joint = frames.NEXT.match(parts.shape, at)
        at = joint.end() if joint else at
    return None
