from extractor.normalise.sexes import of_one_sex, only_sex_between, without_sex

TEXT = "waist: male; 94 cm or more, female; 80 cm"


def test_the_sex_before_a_limit() -> None:
    assert of_one_sex(TEXT, TEXT.index("94"))
    assert not of_one_sex(TEXT, TEXT.index("cm"))


def test_two_limits_with_nothing_but_a_sex_between_them() -> None:
    assert only_sex_between(TEXT, TEXT.index(", female"), TEXT.index("80"))
    assert not only_sex_between("male 94 cm and height of female 80 cm", 10, 33)


def test_the_sex_is_left_out() -> None:
    assert without_sex("waist: male; ") == "waist: "
