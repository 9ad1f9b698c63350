from extractor.evaluation.folded import folded


def test_texts_are_folded_at_any_depth_and_keys_have_no_order() -> None:
    assert folded({"b": ["Sorafenib."], "a": 1}) == folded({"a": 1, "b": ["sorafenib"]})


def test_kinds_of_values_stay_apart() -> None:
    assert len({folded(value) for value in (None, "null", 1, "1", True, "true", [], {})}) == 8
