import extractor.evaluation as face


def test_the_face_of_the_package_is_a_sorted_list_of_names_that_exist() -> None:
    assert face.__all__ == sorted(face.__all__)
    assert all(hasattr(face, name) for name in face.__all__)
    assert {"score", "evaluate", "agreement", "check_gold", "passes_floor", "Suite"} <= set(face.__all__)
