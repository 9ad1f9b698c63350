"""What of a job's reader decides its results."""

from dataclasses import replace
from pathlib import Path

from extractor.cli.job_readers import describe
from extractor.jobs.configuration import changes
from extractor.model.build import asking_reader
from extractor.settings import Settings


def test_what_answers_are_made_of_is_part_of_a_job(tmp_path: Path) -> None:
    settings = Settings(reader="model", model="m", base_url="http://h/v1", cache_dir=tmp_path)
    reader = asking_reader(settings)
    before = describe(reader, settings)
    assert before["schema"] == reader.schema_hash
    reader.schema_hash = "another"  # what a changed record makes of it
    [changed] = changes(before, describe(reader, settings), "reader.")
    assert changed == f"reader.schema was {before['schema']!r} and is now 'another'"


def test_mode_and_length_of_pieces_are_part_of_a_job_and_timeout_is_not(tmp_path: Path) -> None:
    plain = Settings(reader="model", model="m", base_url="http://h/v1", cache_dir=tmp_path)
    changes = (
        {"mode": "tools"},
        {"max_page_chars": 5000},
        {"mode": "json_schema"},  # what it is anyway
        {"timeout": 9.0},
        {"fresh": True},
    )
    first, *others = (replace(plain, **change) for change in ({}, *changes))
    told = describe(asking_reader(first), first)
    assert [describe(asking_reader(one), one) == told for one in others] == [False, False, True, True, True]
