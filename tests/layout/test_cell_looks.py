from extractor.layout.cell_looks import description_price, label_price, name_price


def test_a_label_is_short_and_tells_nothing() -> None:
    assert label_price("Arm A") < label_price("Warm tea") < label_price("Patients receive tea")


def test_a_name_has_letters_and_whole_brackets() -> None:
    assert name_price("Ginger tea (hot)") < min(name_price("Ginger tea (hot"), name_price("5 mg"))


def test_a_description_begins_like_one() -> None:
    assert (
        description_price("Patients drink tea") < description_price("Warm tea") < description_price("arm tea")
    )
