from extractor.normalise.places import Places


def test_an_offset_lies_in_a_place_from_its_first_to_before_its_last() -> None:
    places = Places([(8, 9), (2, 4)])
    assert [offset for offset in range(10) if offset in places] == [2, 3, 8]
