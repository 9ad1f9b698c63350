from extractor.normalise.result_records import result_record
from extractor.normalise.result_statements import result_statements


def test_a_record_holds_the_words_and_the_figures() -> None:
    sentence = "The median OS was 4.6 months (95% CI 2.3-6.9 months; P = 0.03)"
    (found,) = result_statements(sentence)
    record = result_record(sentence, found)
    assert record.ci is not None
    assert (record.outcome, record.outcome_norm, record.text) == ("OS", "OS", sentence)
    assert (record.value, record.unit, record.ci.high, record.p_comparator) == (
        found.value,
        "months",
        found.high,
        "EQ",
    )
