from collections.abc import Callable

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import agreement
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def test_two_equal_labellings_agree_in_all(extraction: Build) -> None:
    found = agreement([extraction({"brief_title": "A"})], [extraction({"brief_title": "A"})])
    assert found.documents == 1
    assert (found.overall.with_alternatives.agreement, found.overall.with_alternatives.f1) == (1, 1)


def test_the_side_that_is_named_first_does_not_matter(extraction: Build) -> None:
    a = [extraction({"brief_title": "A", "acronym": "X"}, acceptable={"/brief_title": ["B"]})]
    b = [extraction({"brief_title": "B", "conditions": ["c"]})]
    assert agreement(a, b) == agreement(b, a)


def test_alternatives_count_in_one_figure_and_not_in_the_other(extraction: Build) -> None:
    a = [extraction({"brief_title": "A"}, acceptable={"/brief_title": ["B"]})]
    b = [extraction({"brief_title": "B"}, acceptable={"/brief_title": ["A"]})]
    titles = agreement(a, b).groups["titles"]
    assert (titles.with_alternatives.f1, titles.without.f1) == (1, 0)
    assert (titles.with_alternatives.correct, titles.without.wrong) == (2, 2)


def test_null_is_a_value_for_raw_agreement_and_none_for_f1(extraction: Build) -> None:
    titles = agreement([extraction({"brief_title": "A"})], [extraction({"brief_title": "B"})]).groups[
        "titles"
    ]
    assert titles.without.agreement == pytest.approx(2 / 3)  # official title and acronym are null twice
    assert titles.without.f1 == 0


def test_what_one_side_did_not_label_counts_in_neither_direction(extraction: Build) -> None:
    a = [extraction({"brief_title": "A"}, unlabelled=["/acronym"])]
    b = [extraction({"brief_title": "A", "acronym": "X"})]
    titles = agreement(a, b).groups["titles"].with_alternatives
    assert (titles.n, titles.correct, titles.missing) == (2, 2, 0)


def test_rows_are_given_by_tier_and_group(extraction: Build) -> None:
    found = agreement([extraction()], [extraction()])
    assert set(found.tiers) == {"structure", "prose"}
    assert list(found.groups)[:3] == ["source", "identifiers", "titles"]


def test_pages_are_matched_by_id_and_must_be_on_both_sides(extraction: Build) -> None:
    a = [extraction({"brief_title": title}, page=title) for title in ("x", "y")]
    assert agreement(a, a[::-1]).groups["titles"].without.f1 == 1
    with pytest.raises(SuiteError, match="only one of the two sides has y"):
        agreement(a, a[:1])


def test_alpha_and_ac1_count_each_place_once_and_null_as_a_value(extraction: Build) -> None:
    a = [extraction({"brief_title": title}, page=title) for title in ("x", "y", "z")]
    b = [
        extraction({"brief_title": other}, page=title)
        for title, other in (("x", "X."), ("y", "y"), ("z", "other"))
    ]
    row = agreement(a, b).fields["/brief_title"]
    assert (row.chance.n, row.chance.differ) == (3, 1)
    assert row.chance.alpha == pytest.approx(1 - (1 / 3) / (1 - 4 / 30))
    assert agreement(a, b).fields["/acronym"].chance.alpha is None


def test_the_labellers_are_named_by_what_the_labellings_say(extraction: Build) -> None:
    lineage = {"reader": "annotator", "annotator": "A. Curator (pharmacist)"}
    found = agreement([extraction(lineage=lineage)], [extraction()])
    assert found.annotators == ("A. Curator (pharmacist)", "test")
