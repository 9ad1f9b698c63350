"""The mutated-claim suite, held: no false claim is VERIFIED, true ones are."""

import pytest
from claims.case import Case
from claims.forms import UNKNOWN, judged_forms
from claims.judge import NO_VERDICT, RAISED, Judged, JudgedLeaf
from claims.suite import FALSE, TRUE, claims
from claims.tally import AMBIGUOUS, QUOTED, VERIFIED, group_of, tally, verified_rate
from claims.truth import fold, is_false, same

pytestmark = pytest.mark.slow

ENOUGH = 2000
MOSTLY = 0.97
ON_OTHER_PAGES = 0.05
"""The share of true values that may be lost where headings have other names or none that anybody knows."""


def _listed(items: list[Judged]) -> str:
    return "\n".join(str(item.claim) for item in items)


def test_no_false_claim_is_verified(results: list[Judged]) -> None:
    believed = [item for item in results if group_of(item) == "held" and item.status == VERIFIED]
    assert not believed, f"{len(believed)} false claims are VERIFIED:\n{_listed(believed)}"


def test_what_the_page_cannot_settle_is_never_verified(results: list[Judged]) -> None:
    unsettled = [item for item in results if group_of(item) == "untellable"]
    assert unsettled
    wrong = [item for item in unsettled if item.status not in {QUOTED, AMBIGUOUS}]
    assert not wrong, _listed(wrong)


def test_there_are_enough_false_claims_of_every_kind(results: list[Judged]) -> None:
    held = [item for item in results if group_of(item) == "held"]
    assert len(held) >= ENOUGH
    assert {item.claim.kind for item in held} == {kind.__name__ for kind in FALSE}


def test_true_claims_in_other_drafts_stand_beside_them(results: list[Judged]) -> None:
    assert {item.claim.kind for item in results if item.claim.true} == {kind.__name__ for kind in TRUE}


def test_verification_never_raises_for_what_a_draft_says(results: list[Judged]) -> None:
    assert not [item for item in results if item.status == RAISED]


@pytest.mark.parametrize("places", [True, False])
def test_true_values_with_words_on_the_page_are_verified(gold_leaves: list[JudgedLeaf], places: bool) -> None:
    missed = [
        f"{leaf.case.document.id[:3]} {leaf.status} {leaf.pointer}"
        for leaf in gold_leaves
        if leaf.places is places and not leaf.wordless and leaf.status != VERIFIED
    ]
    assert verified_rate(gold_leaves, places=places) >= MOSTLY, "\n".join(missed)


def test_true_values_of_an_object_alone_in_its_list_are_verified(results: list[Judged]) -> None:
    alone = [item for item in results if item.claim.kind == "pruned_true"]
    missed = [item for item in alone if item.status != VERIFIED]
    assert len(alone) > len(missed)
    assert len(missed) <= (1 - MOSTLY) * len(alone), _listed(missed)


def test_true_values_of_pages_of_other_layouts_are_held(cases: tuple[Case, ...]) -> None:
    invented = [case for case in cases if case.invented]
    held = [(case.document.id, at, one.status) for case in invented for at, one in case.gold.evidence.items()]
    lost = [f"{page} {status} {at}" for page, at, status in held if status not in {VERIFIED, QUOTED}]
    assert {"abstract", "lettered", "listed", "numbered", "record"} <= {case.document.id for case in invented}
    assert len(lost) <= ON_OTHER_PAGES * len(held), "\n".join(lost)


@pytest.mark.parametrize(
    "family", ["locations", "arms", "outcomes", "interventions", "officials", "references"]
)
def test_values_of_another_row_are_tried_in_drafts_without_that_row(
    results: list[Judged], family: str
) -> None:
    pruned = [item for item in results if item.claim.kind == "pruned_swapped"]
    assert any(item.claim.judged[0].startswith(f"/{family}/0/") for item in pruned)


@pytest.mark.parametrize("form", ["rename", "reorder", "all", UNKNOWN])
def test_true_values_are_held_on_pages_of_another_form(labelled: tuple[Case, ...], form: str) -> None:
    leaves = list(judged_forms(labelled, form, seeds=2))
    lost = [
        f"{leaf.case.document.id[:3]} {leaf.status} {leaf.pointer}"
        for leaf in leaves
        if leaf.status not in {VERIFIED, QUOTED}
    ]
    assert len(lost) <= ON_OTHER_PAGES * len(leaves), "\n".join(lost)


def test_every_gold_leaf_with_words_gets_a_verdict(gold_leaves: list[JudgedLeaf]) -> None:
    assert not [leaf.pointer for leaf in gold_leaves if leaf.status in {NO_VERDICT, RAISED}]


def test_counts_add_up_to_the_claims_judged(results: list[Judged], gold_leaves: list[JudgedLeaf]) -> None:
    counted = tally(results, gold_leaves)
    groups = (counted.held, counted.untellable, counted.beyond, counted.tolerance)
    assert sum(row.total for rows in groups for row in rows.values()) == len(results)
    assert sum(row.total for row in counted.gold.values()) == len(gold_leaves)


def test_the_suite_is_the_same_every_time(cases: tuple[Case, ...]) -> None:
    first, second = ([str(claim) for claim in claims(cases, per_kind=2)] for _ in range(2))
    assert first == second


def test_a_draft_differs_from_gold_only_where_the_change_says(cases: tuple[Case, ...]) -> None:
    for claim in claims(cases, per_kind=1):
        gold, draft = claim.case.draft(places=claim.places), claim.draft()
        changed = {p for p in {*gold.quotes, *draft.quotes} if gold.quotes.get(p) != draft.quotes.get(p)}
        assert changed <= set(claim.change.quotes)
        assert (gold.record == draft.record) is (not claim.change.values)


def test_claims_without_places_give_none(cases: tuple[Case, ...]) -> None:
    bare = [claim for claim in claims(cases, per_kind=1) if not claim.places]
    starts = {quote.start for claim in bare for offered in claim.draft().quotes.values() for quote in offered}
    assert bare
    assert starts == {None}


def test_an_accepted_alternative_is_no_false_claim(cases: tuple[Case, ...]) -> None:
    case = next(case for case in cases if any(p.count("/") == 2 for p in case.gold.acceptable))
    for claim in claims((case,), per_kind=5):
        for pointer, value in claim.change.values.items():
            if not claim.true:
                assert not any(same(value, right) for right in case.gold.acceptable.get(pointer, []))


def test_gold_itself_is_no_false_claim(cases: tuple[Case, ...]) -> None:
    claim = next(claims(cases, per_kind=1))
    pointer = claim.judged[0]
    true = type(claim.change)(judged=(pointer,), values={pointer: claim.case.value(pointer)})
    assert is_false(claim.case, claim.change)
    assert not is_false(claim.case, true)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [("36 months", "36\nMonths", True), ("≥ 2", "> 2", False), (1, 1.0, True)],
)
def test_values_are_compared_up_to_space_case_and_number_form(
    one: object, other: object, equal: bool
) -> None:
    assert (fold(one) == fold(other)) is equal
