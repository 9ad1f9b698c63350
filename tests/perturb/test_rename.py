"""Headings and labels by other names."""

from random import Random

import pytest
from perturb import perturb
from perturb.forms import FORMS, Form
from perturb.pieces import Page, Role
from perturb.rename import rename
from perturb.sample import Pages, Sample
from perturb.synonyms import BY_FORM


def printed_labels(page: Page) -> list[str]:
    return [piece.printed(page.source) for piece in page.pieces() if piece.role is Role.LABEL]


def test_no_label_with_a_synonym_keeps_its_name(sample: Sample) -> None:
    page = sample.page
    known = {label for family in BY_FORM[page.form] for label in family}
    assert set(printed_labels(page)) <= known
    assert known.isdisjoint(set(printed_labels(rename(page, Random(1)))) - set(synonyms(page.form)))


def synonyms(form: str) -> list[str]:
    return [name for family in BY_FORM[form] for names in family.values() for name in names]


@pytest.mark.parametrize("seed", range(10))
def test_no_two_labels_come_to_have_one_name(sample: Sample, seed: int) -> None:
    page = sample.page
    before, after = printed_labels(page), printed_labels(rename(page, Random(seed)))
    assert len(before) == len(after)
    pairs = set(zip(before, after, strict=True))
    assert len(pairs) == len({old for old, _ in pairs}) == len({new.casefold() for _, new in pairs})


def test_what_is_no_label_stays(sample: Sample) -> None:
    page = sample.page
    changed = rename(page, Random(3))
    others = [[p.printed(x.source) for p in x.pieces() if p.role is not Role.LABEL] for x in (page, changed)]
    assert others[0] == others[1]


def test_gold_says_the_same_but_for_values_that_are_labels(sample: Sample) -> None:
    product = perturb(sample.document, sample.gold, ("rename",), seed=5)
    old, new = (gold.record.model_dump() for gold in (sample.gold, product.gold))
    for record in (old, new):
        record["eligibility"]["criteria_text"] = None  # it begins with a heading
        for identifier in record["identifiers"]:
            identifier["printed_type"] = None
    assert old == new


def test_words_of_a_renamed_heading_follow_it(page_number: Pages) -> None:
    sample = page_number("000")
    product = perturb(sample.document, sample.gold, ("rename",), seed=5)
    old, new = (gold.evidence["/outcomes/0/kind"].spans[0].quote for gold in (sample.gold, product.gold))
    assert old == "Primary Outcome Measures"
    assert new != old
    assert new in product.document.text.splitlines()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_label_of_a_form_has_synonyms_in_equal_number_with_its_family(form: Form) -> None:
    fields = {name for names in form.sections.values() for name in names}
    labels = {*form.sections, *fields, *form.panel, *form.inline, *form.glued, *form.tables}
    families = BY_FORM[form.name]
    assert labels == {label for family in families for label in family}
    assert all(len({len(names) for names in family.values()}) == 1 for family in families)
    assert all(label not in names for family in families for label, names in family.items())
