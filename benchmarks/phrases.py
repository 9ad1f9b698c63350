"""Labelled phrases of doses and time frames as parts of a record, and what the grammars make of them."""

from typing import Any

from extractor.normalise.regimen_records import regimen_record
from extractor.normalise.regimens import regimens
from extractor.normalise.result_records import result_record
from extractor.normalise.result_statements import result_statements
from extractor.normalise.terms import fold
from extractor.normalise.time_frames import time_frame
from extractor.verification.background import is_background

Row = dict[str, Any]
NOT_LABELLED = ("agent_norm",)


def labelled_frame(row: Row) -> Row:
    """The outcome with this time frame."""
    return {"time_points": row["time_points"], "max_follow_up": row["max_follow_up"]}


def read_frame(row: Row) -> Row:
    """What the grammar reads in the time frame."""
    found = time_frame(row["text"])
    longest = found.longest
    return {
        "time_points": [{"value": span.value, "unit": span.unit} for span in found.points],
        "max_follow_up": {"value": longest.value, "unit": longest.unit} if longest else None,
    }


def labelled_regimens(row: Row) -> list[Row]:
    """The dose statements of a phrase."""
    labelled: list[Row] = row["regimens"]
    return labelled


def read_regimens(row: Row) -> list[Row]:
    """What the grammar reads, given the names that the page would list."""
    text = row["text"]
    names = frozenset(map(fold, row["agents"]))
    records = [regimen_record(text, found).model_dump() for found in regimens(text, names)]
    return [{key: value for key, value in record.items() if key not in NOT_LABELLED} for record in records]


def labelled_results(row: Row) -> list[Row]:
    """The results of a sentence; the group is on no page and is left out."""
    return [{key: value for key, value in one.items() if key != "arm_words"} for one in row["results"]]


def read_results(row: Row) -> list[Row]:
    """What the grammar reads in a sentence that speaks of this study."""
    if is_background(row["text"]):
        return []
    return [result_record(row["text"], found).model_dump() for found in result_statements(row["text"])]
