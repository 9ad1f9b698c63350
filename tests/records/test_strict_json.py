"""JSON as we read it."""

from decimal import Decimal

import pytest

from extractor.errors import RecordError
from extractor.records.draft import Draft
from extractor.records.record import TrialRecord
from extractor.records.strict_json import loads, parse

START = '{"source":{"page_kind":"OTHER","layout":"unknown"}'
RESULT = '{{"outcome":"a","text":"b","statistic":"MEAN","value":{value}}}'


def record_with(more: str) -> str:
    """The text of a record with one more member."""
    return f"{START},{more}}}"


def refused(text: str) -> RecordError:
    """The error that refuses a record."""
    with pytest.raises(RecordError) as caught:
        parse(TrialRecord, text, source="run.jsonl")
    assert caught.value.source == "run.jsonl"
    assert "run.jsonl" in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "1e" + "9" * 30]
)
def test_a_number_that_is_none_or_out_of_range_is_refused_anywhere(number: str) -> None:
    refused(record_with(f'"results":[{RESULT.format(value=number)}]'))
    with pytest.raises(RecordError):
        parse(Draft, f'{{"record":{START}}},"acceptable":{{"/acronym":[{number}]}}}}')


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ('"tea":1', "/tea"),
        ('"design":{"tea":1}', "/design/tea"),
        ('"design":{"enrollment":{"count":"200"}}', "/design/enrollment/count"),
        ('"design":{"enrollment":{"count":true}}', "/design/enrollment/count"),
        ('"design":{"enrollment":{"count":200.5}}', "/design/enrollment/count"),
        ('"design":{"enrollment":{"count":-1}}', "/design/enrollment/count"),
        (f'"design":{{"enrollment":{{"count":{"9" * 4000}}}}}', "/design/enrollment/count"),
        (f'"results":[{RESULT.format(value=chr(34) + "1" + chr(34))}]', "/results/0/value"),
        (f'"results":[{RESULT.format(value="true")}]', "/results/0/value"),
        (f'"results":[{RESULT.format(value="12345678901234567890")}]', "/results/0/value"),
        ('"arms":[{"key":"A1"}]', "/arms/0/label"),
        ('"arms":[{"key":"I1","label":"x"}]', "/arms/0/key"),
        ('"design":{"phases":["PHASE9"]}', "/design/phases/0"),
        ('"design":{"phases":"PHASE1"}', "/design/phases"),
        ('"status":{"start_date":{"date":"2019-13"}}', "/status/start_date/date"),
        (
            '"eligibility":{"inclusion":[{"text":"x","constraints":[{"kind":"age","min":{"unit":"YEAR"}}]}]}',
            "/eligibility/inclusion/0/constraints/0/min/value",
        ),
        (
            '"eligibility":{"inclusion":[{"text":"x","constraints":[{"kind":"tea"}]}]}',
            "/eligibility/inclusion/0/constraints/0",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_pointer(more: str, pointer: str) -> None:
    assert refused(record_with(more)).pointer == pointer


def test_keys_in_a_fault_s_pointer_are_escaped() -> None:
    text = f'{{"record":{START}}},"quotes":{{"/arms/0/label":[{{"text":""}}]}}}}'
    with pytest.raises(RecordError) as caught:
        parse(Draft, text)
    assert caught.value.pointer == "/quotes/~1arms~10~1label/0/text"


def test_further_faults_are_counted() -> None:
    assert "2 more faults" in refused(record_with('"a":1,"b":2,"c":3')).message


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    assert "'acronym'" in str(refused(record_with('"acronym":"A","acronym":"B"')))
    assert "'layout'" in str(refused('{"source":{"page_kind":"OTHER","layout":"a","layout":"a"}}'))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000 + "]" * 20_000,
        '{"a":' * 20_000 + "1" + "}" * 20_000,
        record_with('"eligibility":{"inclusion":[' + '{"text":"x","children":[' * 5000 + "]}" * 5000 + "]}"),
        record_with(f'"location_count_stated":{"9" * 5000}'),
        record_with('"acronym":"\\ud800"'),
        record_with('"acronym":"\\udc00 tea"'),
        record_with('"acronym":"\\\\\\ud800"'),
        record_with('"acronym":"\ud800"'),
        record_with('"\\ud800":1'),
        START,
        START + "}}",
        "",
        "null",
        "\ufeff" + START + "}",
    ],
    ids=range(14),
)
def test_what_is_no_strict_json_or_no_record_is_refused(text: str) -> None:
    refused(text)


def test_half_a_surrogate_pair_is_refused_without_a_model_too() -> None:
    with pytest.raises(RecordError, match="surrogate"):
        loads('["\\ud83d\\ude00\\ud83d"]', source="x")


def test_pairs_of_surrogates_and_escaped_backslashes_are_text() -> None:
    assert loads('["\\ud83d\\ude00", "\\\\ud800"]') == ["😀", "\\ud800"]


def test_numbers_are_decimals_in_python_and_numbers_in_json() -> None:
    text = record_with(f'"results":[{RESULT.format(value="1.50")},{RESULT.format(value="18")}]')
    record = parse(TrialRecord, text)
    assert [type(result.value) for result in record.results] == [Decimal, Decimal]
    assert [result.value for result in record.results] == [Decimal("1.5"), 18]
    written = record.model_dump_json(exclude_none=True)
    assert '"value":1.5' in written
    assert '"value":18,' in written
    assert loads("[1.50, 2, 0.0, 1e2]") == [Decimal("1.5"), 2, 0, 100]
    assert isinstance(loads("1.50"), Decimal)


def test_what_is_written_reads_back_as_it_was() -> None:
    record = parse(TrialRecord, record_with('"brief_title":"Tea \\u2265 2 😀","acronym":"\\u0001"'))
    assert parse(TrialRecord, record.model_dump_json()) == record
