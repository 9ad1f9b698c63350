from extractor.normalise.criterion_tree import branch, criterion


def test_parts_have_their_own_limits_and_the_head_keeps_its_own() -> None:
    found = criterion("Blood within 7 days of entry: Hb ≥ 8 g/dL, WBC ≥ 4,000/mm3", exclusion=False)
    assert [one.kind for one in found.constraints] == ["time"]
    assert [child.text for child in found.children] == ["Hb ≥ 8 g/dL", "WBC ≥ 4,000/mm3"]
    assert [[one.kind for one in child.constraints] for child in found.children] == [
        ["quantity"],
        ["quantity"],
    ]
    assert (found.op, found.category) == ("ALL", "LAB")


def test_one_illness_of_a_list_is_enough_to_exclude() -> None:
    assert criterion("Heart: angina; failure", exclusion=True).op == "ANY"


def test_places_are_those_of_the_line() -> None:
    line = "Blood: Hb ≥ 8 g/dL; WBC ≥ 4"
    assert [line[part.start : part.end] for part in branch(line).parts] == ["Hb ≥ 8 g/dL", "WBC ≥ 4"]
