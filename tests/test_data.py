"""Where data folders lie."""

import json

import pytest

from extractor._data import folder, table, text, vocabulary_hash
from extractor.errors import DataError
from extractor.records.identifiers import IdScheme


def test_the_shipped_folders_are_found() -> None:
    assert folder("schemas").joinpath("trial-record.schema.json").is_file()
    assert folder("schemas").joinpath("vocabulary").is_dir()


def test_a_missing_data_file_is_an_error_that_names_it() -> None:
    with pytest.raises(DataError, match=r"schemas/nothing\.json"):
        text("schemas/nothing.json")
    with pytest.raises(DataError):
        table("nothing")


def test_a_table_is_the_parsed_file() -> None:
    assert table("identifiers") == json.loads(text("schemas/vocabulary/identifiers.json"))
    assert set(table("identifiers")) <= set(IdScheme)


def test_the_vocabulary_has_one_hash() -> None:
    assert len(vocabulary_hash()) == 64
    assert vocabulary_hash() == vocabulary_hash()
