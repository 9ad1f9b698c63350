"""Products: true to their text, whatever was done to the page."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from perturb import PERTURBATIONS, UntrueProductError, perturb
from perturb.product import check
from perturb.sample import Sample

from extractor.records.draft import Draft, Quote
from extractor.records.envelope import EvidenceStatus
from extractor.records.leaves import leaves
from extractor.verification.verify import verify

SEEDS = st.integers(0, 10_000)
NAMES = st.lists(st.sampled_from(list(PERTURBATIONS)), unique=True)


def test_no_perturbation_changes_nothing(sample: Sample) -> None:
    product = perturb(sample.document, sample.gold, (), seed=0)
    assert (product.document, product.gold, product.doubts) == (sample.document, sample.gold, ())


def test_the_same_seed_gives_the_same_product(sample: Sample) -> None:
    first, second = (perturb(sample.document, sample.gold, tuple(PERTURBATIONS), seed=7) for _ in range(2))
    assert first == second


def test_another_seed_gives_another_page(sample: Sample) -> None:
    one, other = (perturb(sample.document, sample.gold, ("reorder",), seed=seed) for seed in (1, 2))
    assert one.document.text != other.document.text


@settings(deadline=None, max_examples=6)
@given(names=NAMES, seed=SEEDS)
def test_every_span_is_true_and_every_value_has_words(sample: Sample, names: list[str], seed: int) -> None:
    product = perturb(sample.document, sample.gold, names, seed=seed)
    text, evidence = product.document.text, product.gold.evidence
    assert all(
        text[span.start : span.end] == span.quote for found in evidence.values() for span in found.spans
    )
    assert all(leaf.pointer in evidence for leaf in leaves(product.gold.record) if not leaf.structural)


@pytest.mark.parametrize("name", sorted(PERTURBATIONS.keys() - {"rename"}))
def test_verification_supports_every_value(sample: Sample, name: str) -> None:
    # It knows headings by their names, so other names prove nothing about a product.
    product = perturb(sample.document, sample.gold, (name,), seed=1)
    quotes = {
        pointer: [Quote(text=span.quote, start=span.start) for span in found.spans]
        for pointer, found in product.gold.evidence.items()
        if found.spans
    }
    verified = verify(product.document, Draft(record=product.gold.record, quotes=quotes))
    unfounded = {
        pointer
        for pointer, found in verified.evidence.items()
        if pointer in quotes and found.status is EvidenceStatus.UNSUPPORTED
    }
    assert unfounded == set()


@settings(deadline=None, max_examples=4)
@given(seed=SEEDS)
def test_keys_are_numbered_and_links_hold_keys_that_exist(sample: Sample, seed: int) -> None:
    record = perturb(sample.document, sample.gold, tuple(PERTURBATIONS), seed=seed).gold.record
    arms = [arm.key for arm in record.arms]
    interventions = [item.key for item in record.interventions]
    assert arms == [f"A{number}" for number in range(1, len(arms) + 1)]
    assert interventions == [f"I{number}" for number in range(1, len(interventions) + 1)]
    assert {link.arm for link in record.arm_interventions} <= set(arms)
    assert {link.intervention for link in record.arm_interventions} <= set(interventions)
    assert {statement.arm for statement in record.results} <= {*arms, None}


def test_a_product_whose_gold_is_not_on_its_page_is_refused(sample: Sample) -> None:
    product = perturb(sample.document, sample.gold, (), seed=0)
    other = replace(product.document, text="x" + product.document.text)
    with pytest.raises(UntrueProductError, match="is not where gold says"):
        check(replace(product, document=other))
