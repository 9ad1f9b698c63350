from extractor.normalise.regimen_records import regimen_record
from extractor.normalise.regimens import regimens


def test_a_record_holds_the_words_and_the_numbers() -> None:
    text = "Give oral heatol 4-8 mg bid for 6 weeks until relapse"
    (found,) = regimens(text, frozenset({"heatol"}))
    record = regimen_record(text, found)
    assert record.dose is not None
    assert (record.dose.value, record.dose.high, record.dose.unit) == (4, 8, "mg")
    assert (record.agent, record.route, record.route_norm) == ("heatol", "oral", "ORAL")
    assert (record.frequency, record.doses_per_day, record.stop) == ("bid", 2, "until relapse")
    assert record.duration is not None
    assert (record.duration.value, record.duration.unit) == (6, "WEEK")


def test_a_weight_band_has_its_sign_number_and_unit() -> None:
    text = "for patients <60kg, heatol 8mg"
    band = regimen_record(text, regimens(text, frozenset({"heatol"}))[0]).weight_band
    assert band is not None
    assert (band.comparator, band.value, band.unit) == ("LT", 60, "kg")
