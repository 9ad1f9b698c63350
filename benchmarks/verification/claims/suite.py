"""The suite: every kind in order, and the claims they make of the cases."""

from collections.abc import Callable, Iterable, Iterator

from claims.case import Case
from claims.change import Change
from claims.claim import Claim
from claims.kinds.background import background
from claims.kinds.comparators import comparator_changed
from claims.kinds.cuts import denial_cut, qualifier_cut
from claims.kinds.dates import precision_invented
from claims.kinds.elsewhere import words_of_another_field
from claims.kinds.facts import (
    constraint_facts_exchanged,
    criterion_facts_exchanged,
    dose_facts_exchanged,
    range_turned,
    reference_facts_exchanged,
    result_figures_exchanged,
)
from claims.kinds.identifiers import identifier_digit
from claims.kinds.inventions import invented
from claims.kinds.names import (
    category_neighbour,
    class_changed,
    country_code_changed,
    enum_neighbour,
    name_neighbour,
)
from claims.kinds.negations import negation_flipped
from claims.kinds.numbers import digit_added, digit_changed, digit_dropped, sign_changed
from claims.kinds.pruned import pruned_swapped, pruned_true
from claims.kinds.quotes import (
    quote_of_something_else,
    quote_word_changed,
    right_quote_wrong_value,
    start_in_another_row,
    wrong_start,
)
from claims.kinds.swaps import arms_swapped, link_swapped, outcome_swapped
from claims.kinds.tolerance import case_only, whitespace_only
from claims.kinds.units import unit_changed
from claims.truth import is_false

Kind = Callable[[Case], Iterator[Change]]

FALSE: tuple[Kind, ...] = (
    digit_changed,
    digit_added,
    digit_dropped,
    sign_changed,
    unit_changed,
    comparator_changed,
    negation_flipped,
    denial_cut,
    enum_neighbour,
    name_neighbour,
    class_changed,
    country_code_changed,
    identifier_digit,
    precision_invented,
    range_turned,
    arms_swapped,
    link_swapped,
    outcome_swapped,
    pruned_swapped,
    dose_facts_exchanged,
    constraint_facts_exchanged,
    criterion_facts_exchanged,
    reference_facts_exchanged,
    result_figures_exchanged,
    words_of_another_field,
    background,
    invented,
    quote_word_changed,
    right_quote_wrong_value,
    quote_of_something_else,
    wrong_start,
    start_in_another_row,
)
"""Kinds of false claims: none of them may be VERIFIED."""

UNTELLABLE: tuple[Kind, ...] = (category_neighbour,)
"""Kinds of false claims that no page can settle: QUOTED or AMBIGUOUS, never VERIFIED."""

BEYOND: tuple[Kind, ...] = (qualifier_cut,)
"""Kinds of false claims that no rule of verification promises to find: counted and shown, not held."""

TRUE: tuple[Kind, ...] = (whitespace_only, case_only, pruned_true)
"""Kinds of true claims in drafts that differ from gold. Counted apart from gold's own leaves."""

ALL_OF_INVENTED: tuple[Kind, ...] = (pruned_swapped, background, words_of_another_field, pruned_true)
"""Kinds of which all changes are taken from invented pages: these have rows and background of their own."""


def claims(cases: Iterable[Case], *, per_kind: int | None = None) -> Iterator[Claim]:
    """All claims, case by case and kind by kind, in a fixed order.

    `per_kind` keeps at most that many changes of one kind and labelled page, evenly spread over the record.
    A change makes a claim with places and one without, where both make sense.
    """
    for case in cases:
        for kind in (*FALSE, *UNTELLABLE, *BEYOND, *TRUE):
            every = case.invented and kind in ALL_OF_INVENTED
            for change in _taken(case, list(kind(case)), None if every else per_kind):
                for places in change.places:
                    yield Claim(case, kind.__name__, change, places)


def _taken(case: Case, changes: list[Change], count: int | None) -> Iterator[Change]:
    """The changes that are what they say; of each of `count` equal stretches the first such one."""
    slots = len(changes) if count is None else min(count, len(changes))
    for slot in range(slots):
        stretch = changes[slot * len(changes) // slots : (slot + 1) * len(changes) // slots]
        good = (change for change in stretch if change.true or is_false(case, change))
        if (change := next(good, None)) is not None:
            yield change
