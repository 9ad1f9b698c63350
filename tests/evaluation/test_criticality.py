from extractor.evaluation.criticality import Criticality, lies_below


def test_the_longest_path_above_a_field_counts_and_others_weigh_one() -> None:
    found = Criticality({"/arms": 2, "/arms/regimens/dose": 5})
    assert [found.weight(path) for path in ("/arms/label", "/arms/regimens/dose/value", "/acronym")] == [
        2,
        5,
        1,
    ]


def test_a_name_that_begins_alike_does_not_lie_below() -> None:
    assert lies_below("/arms/label", "/arms")
    assert not lies_below("/arms_other", "/arms")


def test_other_weights_are_another_version_whatever_their_order() -> None:
    one, same, other = ({"/a": 1.0, "/b": 2.0}, {"/b": 2.0, "/a": 1.0}, {"/a": 1.0})
    assert Criticality(one).version == Criticality(same).version != Criticality(other).version
