"""How gold follows where a value's words are only partly left."""

from random import Random

from perturb.moves import Moves
from perturb.product import product_of
from perturb.reorder import reorder
from perturb.sample import Pages, Sample

from extractor.records.finding import Finding, FindingCode, Span


def test_arms_that_are_left_are_numbered_anew(page_number: Pages) -> None:
    product = page_number("003").without("Arm && Interventions")
    assert [(arm.key, arm.label) for arm in product.gold.record.arms] == [("A1", "control group")]
    assert all(link.arm == "A1" for link in product.gold.record.arm_interventions)


def test_lists_that_lost_an_item_named_elsewhere_are_unlabelled(page_number: Pages) -> None:
    product = page_number("003").without("Arm && Interventions")
    assert {"/arms", "/interventions", "/arm_interventions"} <= set(product.gold.unlabelled)


def test_a_value_printed_by_the_header_only_goes_with_it(page_number: Pages) -> None:
    product = page_number("001").without("Interventions")
    first = product.gold.record.interventions[0]
    assert first.name == "TACE (Transcatheter Arterial Chemoembolization )"
    assert first.type is None
    assert "/interventions/0/listed" in product.gold.unlabelled


def test_where_an_age_was_stated_twice_its_source_is_doubtful(page_number: Pages) -> None:
    product = page_number("002").without("Maximum Eligible Age")
    assert "/eligibility/age_source" in product.gold.unlabelled
    assert product.gold.record.eligibility.minimum_age is not None


def test_without_any_age_there_is_no_source_of_ages(page_number: Pages) -> None:
    product = page_number("003").without("Inclusion Criteria")
    eligibility = product.gold.record.eligibility
    assert (eligibility.minimum_age, eligibility.maximum_age, eligibility.age_source) == (None, None, None)


def test_what_gold_did_not_label_stays_unlabelled(page_number: Pages) -> None:
    sample = page_number("000")
    gold = sample.gold.model_copy(update={"unlabelled": ["/arms/1/type", "/acronym"]})
    product = Sample(sample.document, gold).without("Sex")
    assert product.gold.unlabelled == ["/arms/1/type", "/acronym"]


def test_findings_follow_their_words_and_go_with_them(page_number: Pages) -> None:
    sample = page_number("000")

    def finding(words: str) -> Finding:
        start = sample.document.text.index(words)
        span = Span(quote=words, start=start, end=start + len(words))
        return Finding(code=FindingCode.CONTRADICTION, pointer="/design", message="one", spans=[span])

    gold = sample.gold.model_copy(update={"findings": [finding("PARALLEL"), finding("INTERVENTIONAL")]})
    (left,) = Sample(sample.document, gold).without("Study Type").gold.findings
    assert [span.quote for span in left.spans] == ["PARALLEL"]
    text = Sample(sample.document, gold).without("Study Type").document.text
    assert text[left.spans[0].start : left.spans[0].end] == "PARALLEL"


def test_every_place_that_supports_a_value_stays_evidence(page_number: Pages) -> None:
    sample = page_number("003")
    product = product_of(reorder(sample.page, Random(2)), sample.document, sample.gold)
    old, new = sample.gold.evidence, product.gold.evidence
    for pointer in ("/locations/0/facility", "/design/multicenter", "/status/overall_status"):
        assert len(new[pointer].spans) == len(old[pointer].spans) > 1


def test_the_new_page_is_what_the_moves_lead_to(sample: Sample) -> None:
    page = reorder(sample.page, Random(5))
    product = product_of(page, sample.document, sample.gold)
    assert product.document.text == page.text == Moves(page).new
    assert product.gold.document.text_sha256 == product.document.text_sha256
    assert product.document.id == sample.document.id
