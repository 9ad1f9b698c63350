"""Names from closed tables."""

from enum import StrEnum

import pytest

from extractor._data import table
from extractor.normalise.terms import fold, lookup
from extractor.records import arms, design, eligibility, people, status, times


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Non-Randomized", "non randomized"),
        ("non—randomized", "non randomized"),
        ("  Phase\u00a01 / Phase 2 ", "phase 1 phase 2"),
        ("ＰＨＡＳＥ２", "phase2"),
        ("N/A", "n a"),
        ("SINGLE_GROUP", "single group"),
        ("Straße", "strasse"),
        ("...", ""),
    ],
)
def test_spelling_that_does_not_matter_is_folded(words: str, folded: str) -> None:
    assert fold(words) == folded


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("Phase II", "Phase", "PHASE2"),
        ("PHASE2", "Phase", "PHASE2"),
        ("phase 2b", "Phase", "PHASE2"),
        ("Not Applicable", "Phase", "NA"),
        ("Active, not recruiting", "OverallStatus", "ACTIVE_NOT_RECRUITING"),
        ("non-randomised", "Allocation", "NON_RANDOMIZED"),
        ("None (Open Label)", "Masking", "NONE"),
        ("Both", "Sex", "ALL"),
    ],
)
def test_words_stand_for_a_name_of_the_table(words: str, kind: str, name: str) -> None:
    assert lookup("enums", words, kind) == name


@pytest.mark.parametrize("words", ["", "Phase", "Phase 2 or so", "Phase 9"])
def test_words_the_table_does_not_have_stand_for_nothing(words: str) -> None:
    assert lookup("enums", words, "Phase") is None


def test_tables_without_kinds_are_looked_up_by_synonym_only() -> None:
    assert lookup("countries", "Korea, Republic of") == "KR"
    assert lookup("headings", "Target Recruitment") == "enrollment"
    assert lookup("headings", "location_list") is None


ENUMS: dict[str, type[StrEnum]] = {
    name: one
    for module in (arms, design, eligibility, people, status, times)
    for name, one in vars(module).items()
    if isinstance(one, type) and issubclass(one, StrEnum)
}


@pytest.mark.parametrize("kind", sorted(set(table("enums")) & set(ENUMS)))
def test_a_vocabulary_has_every_value_of_its_enum_and_no_other(kind: str) -> None:
    assert set(table("enums")[kind]) == set(ENUMS[kind])


@pytest.mark.parametrize(
    ("vocabulary", "kind"),
    [("headings", ""), ("countries", ""), *(("enums", kind) for kind in table("enums"))],
)
def test_no_words_of_a_table_stand_for_two_names(vocabulary: str, kind: str) -> None:
    entries = table(vocabulary)[kind] if kind else table(vocabulary)
    for name, synonyms in entries.items():
        assert [lookup(vocabulary, words, kind) for words in synonyms] == [name] * len(synonyms)
